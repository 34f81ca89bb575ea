import type { Check } from '../types.ts';
import { answerTime } from './answer-time.ts';
import { brokenReference } from './broken-reference.ts';
import { citation } from './citation.ts';
import { complaintTime } from './complaint-time.ts';
import { consistency } from './consistency.ts';
import { contact } from './contact.ts';
import { cookies } from './cookies.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { emptySection } from './empty-section.ts';
import { invalidEmail } from './invalid-email.ts';
import { invalidPhone } from './invalid-phone.ts';
import { marker } from './marker.ts';
import { stub } from './stub.ts';
import { numbering } from './numbering.ts';
import { obfuscatedEmail } from './obfuscated-email.ts';
import { pageChrome } from './page-chrome.ts';
import { phrases } from './phrases.ts';
import { placeholder } from './placeholder.ts';
import { retention } from './retention.ts';
import { truncated } from './truncated.ts';
import { unreadable } from './unreadable.ts';

/** Every check, in the order they run. */
export const checks: readonly Check[] = [
  stub,
  unreadable,
  phrases,
  placeholder,
  marker,
  emptySection,
  truncated,
  obfuscatedEmail,
  invalidEmail,
  invalidPhone,
  contact,
  retention,
  dates,
  duplicates,
  numbering,
  brokenReference,
  pageChrome,
  citation,
  answerTime,
  complaintTime,
  consistency,
  cookies,
];
