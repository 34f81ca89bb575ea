import type * as PhoneModule from 'libphonenumber-js/min';
import type { Span } from '../../document/types.ts';
import { fold } from '../fold.ts';
import type { Entity } from './types.ts';

type PhoneLibrary = typeof PhoneModule;

/** Digits with the blanks, brackets and strokes people put between them; linear, bounded. */
const CANDIDATE = /(?:\+|\b00|\(\+?|\b)\d[\d \u00a0()./–-]{5,22}\d/g;
/** Cheap test of a whole text: seven digits with little between them, as any telephone number has. */
const ANY = /\d(?:[ \u00a0()./–-]{0,3}\d){6}/;
const WORDS =
  /\b(?:tel|telefon\w*|phone\w*|call|mobile?\w*|fax|faks|gsm|talr\w*|talrunis|tlf|telefono|movil|numer|komork\w*|infolin\w*|hotline|whatsapp|santral|cagri merkezi|handy|fon|cell|t|tf|portable|dzwon\w*|zvani\w*)\b/;
const CONTEXT = 48;
const MAX_CANDIDATES = 200;
const HOME: Record<string, string> = { tr: 'TR', lv: 'LV', de: 'DE', fr: 'FR', es: 'ES', pl: 'PL' };

let library: PhoneLibrary | undefined;

/** Whether a text may hold a telephone number at all. */
export function mayHavePhones(text: string): boolean {
  return ANY.test(text);
}

/** Loads the telephone library when a text needs it; without it no telephone number is found. */
export async function preparePhones(text: string): Promise<void> {
  if (!library && mayHavePhones(text)) library = await import('libphonenumber-js/min');
}

/**
 * Telephone numbers of one block, in E.164. A number without `+` is one only behind a word that says so ("Tel.", "call"),
 * read as a number of the language's own country. Dates, register and tax numbers stay out.
 */
export function findPhones(text: string, block: Span, language: string, out: Entity[]): void {
  const slice = text.slice(block.start, block.end);
  if (!library || !ANY.test(slice)) return;
  let tried = 0;
  for (const match of slice.matchAll(CANDIDATE)) {
    if (++tried > MAX_CANDIDATES) return;
    const written = match[0].replace(/[\s(./–-]+$/, '');
    const start = match.index;
    if (/[\p{L}\d]$/u.test(slice.slice(0, start)) || /^[\p{L}\d@]/u.test(slice.slice(start + written.length))) continue;
    const international = /^(?:\+|00|\(\+)/.test(written);
    const said = WORDS.test(fold(slice.slice(Math.max(0, start - CONTEXT), start)));
    if (!international && !said) continue;
    const number = library.parsePhoneNumberFromString(written.replace(/^\(\+/, '+').replace(/^00/, '+'), {
      defaultCountry: (HOME[language] ?? 'US') as 'US',
      extract: false,
    });
    if (!number?.isPossible() || (!international && !number.isValid())) continue;
    out.push({
      name: 'phone',
      start: block.start + start,
      end: block.start + start + written.length,
      value: number.number,
    });
  }
}
