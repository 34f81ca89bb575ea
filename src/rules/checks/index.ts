import type { Check } from '../types.ts';
import { duplicates } from './duplicates.ts';
import { emptySection } from './empty-section.ts';
import { invalidEmail } from './invalid-email.ts';
import { marker } from './marker.ts';
import { numbering } from './numbering.ts';
import { obfuscatedEmail } from './obfuscated-email.ts';
import { pageChrome } from './page-chrome.ts';
import { phrases } from './phrases.ts';
import { placeholder } from './placeholder.ts';
import { truncated } from './truncated.ts';

/** Every check, in the order they run. */
export const checks: readonly Check[] = [
  phrases,
  placeholder,
  marker,
  emptySection,
  truncated,
  obfuscatedEmail,
  invalidEmail,
  duplicates,
  numbering,
  pageChrome,
];
