import type * as PhoneModule from 'libphonenumber-js/min';
import type { Span } from '../types.ts';
import { fold } from '../fold.ts';
import { isWrapped } from '../wrapped.ts';
import type { Entity } from './types.ts';

type PhoneLibrary = typeof PhoneModule;

/** Digits with the blanks, brackets and strokes people put between them; linear, bounded. */
const CANDIDATE = /(?:\+|\b00|\(\+?|\b)\d[\d \u00a0()./–-]{5,22}\d/g;
/** Cheap test of a whole text: seven digits with little between them, as any telephone number has. */
const ANY = /\d(?:[ \u00a0()./–-]{0,3}\d){6}/;
/** "+44 20 7946": too short to be dialled, and told as such. */
const SHORT_ABROAD = /\+\d{1,3}[ \u00a0(]\(?\d/;
const WORDS =
  /\b(?:tel|telefon\w*|telephon\w*|ring|calling|toll free|toll-free|freephone|helpline|switchboard|phone\w*|call|mobile?\w*|fax|faks|gsm|talr\w*|talrunis|tlf|telefono|movil|numer|komork\w*|infolin\w*|hotline|whatsapp|santral|cagri merkezi|handy|fon|cell|t|tf|portable|dzwon\w*|zvani\w*|joign\w*|joindre|appel\w*)\b/;
/** "029 2046 0301", "(24) 262 11 00": an area code that says so itself, and groups with blanks behind it. */
const WITH_AREA_CODE =
  /^(?!\d{1,2} \d{1,2} \d{4}$)(?:0\d{1,4}|\(0?\d{1,4}\))(?:(?:[ \u00a0][/–-]?[ \u00a0]?|[/–-] ?)\d{2,4}){2,4}$/;
/** What a number that only looks like one is in front of: a register, a tax office, a bank. */
const REGISTERED =
  /\b(?:no|nr|number|numer|numero|numaras\w*|vat|tax|vergi|siret|siren|hrb|iban|mersis|sicil|reg\w*|entreprise|konto|kbo|bce)\W*$/;
const CONTEXT = 48;
/** Where the word stands that a "number:" belongs to. */
const NEXT_TO = 22;
const MAX_CANDIDATES = 200;
/** Whose numbers are written without a country code; English is at home in several countries. */
const HOME: Record<string, readonly string[]> = {
  tr: ['TR'],
  lv: ['LV'],
  de: ['DE'],
  fr: ['FR', 'BE'],
  es: ['ES'],
  pl: ['PL'],
};
const ENGLISH = ['US', 'GB', 'IE'];

let library: PhoneLibrary | undefined;

/** Whether a text may hold a telephone number at all. */
export function mayHavePhones(text: string): boolean {
  return ANY.test(text) || SHORT_ABROAD.test(text);
}

/** Loads the telephone library when a text needs it; without it no telephone number is found. */
export async function preparePhones(text: string): Promise<void> {
  if (!library && mayHavePhones(text)) library = await import('libphonenumber-js/min');
}

/** A number written like a telephone number. */
export interface PhoneCandidate {
  start: number;
  written: string;
  /** Written with `+` or `00`. */
  international: boolean;
  /** The words in front of it, folded. */
  before: string;
}

/** What is written like a telephone number in a stretch of text. */
export function* phoneCandidates(slice: string): Generator<PhoneCandidate> {
  let tried = 0;
  for (const match of slice.matchAll(CANDIDATE)) {
    if (++tried > MAX_CANDIDATES) return;
    const written = match[0].replace(/[\s(./–-]+$/, '');
    const start = match.index;
    if (/[\p{L}\d]$/u.test(slice.slice(0, start)) || /^[\p{L}\d@]/u.test(slice.slice(start + written.length))) continue;
    const before = fold(slice.slice(Math.max(0, start - CONTEXT), start));
    yield { start, written, international: /^(?:\+|00|\(\+)/.test(written), before };
  }
}

/** Whether a number can be dialled at all: its length fits its country. Undefined while the library is not loaded. */
export function isPossiblePhone(written: string, language: string): boolean | undefined {
  const known = library;
  if (!known) return undefined;
  const number = dialled(written);
  return homes(language).some((country) => known.isPossiblePhoneNumber(number, { defaultCountry: country }));
}

function parsed(known: PhoneLibrary, written: string, international: boolean, language: string) {
  for (const country of homes(language)) {
    const number = known.parsePhoneNumberFromString(dialled(written), { defaultCountry: country, extract: false });
    if (number?.isPossible() && (international || number.isValid())) return number;
  }
  return undefined;
}

function homes(language: string): readonly 'US'[] {
  return (HOME[language] ?? ENGLISH) as readonly 'US'[];
}

/** As it is dialled from abroad, when it is written so: `+` for `00`. */
function dialled(written: string): string {
  return written.replace(/^\(\+/, '+').replace(/^00/, '+');
}

/** A number goes on over the end of a wrapped line; lines of an address block are numbers of their own. */
function unwrapped(text: string): string {
  return text.replace(/\n(?=\d)/g, (end, at: number) => (isWrapped(text, at) ? ' ' : end));
}

/**
 * A word for telephones in front; beside "number:" it must be next to it: "order number: …" is none, wherever a
 * telephone is told.
 */
function isCalled(before: string): boolean {
  return WORDS.test(REGISTERED.test(before) ? before.slice(-NEXT_TO) : before);
}

/**
 * Telephone numbers of one block, in E.164. A number without `+` is one only behind a word that says so ("Tel.", "call") or
 * with its area code, read as a number of the language's own country. Dates, register and tax numbers stay out.
 */
export function findPhones(text: string, block: Span, language: string, out: Entity[]): void {
  const slice = unwrapped(text.slice(block.start, block.end));
  if (!library || !ANY.test(slice)) return;
  for (const { start, written, international, before } of phoneCandidates(slice)) {
    const isPhone = international || isCalled(before) || (WITH_AREA_CODE.test(written) && !REGISTERED.test(before));
    if (!isPhone) continue;
    const number = parsed(library, written, international, language);
    if (!number) continue;
    out.push({
      name: 'phone',
      start: block.start + start,
      end: block.start + start + written.length,
      value: number.number,
    });
  }
}
