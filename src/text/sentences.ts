import type { Span } from './types.ts';
import { fold } from './fold.ts';

/**
 * Words that end in a full stop without ending a sentence, folded. One list for all languages: a policy mixes them
 * ("Ltd. Şti." in English text), and none of them is a word that commonly ends a sentence in another language.
 */
const ABBREVIATIONS = new Set(
  (
    'art arts no nos nr dr med prof mr mrs ms st str inc ltd llc corp co sti as vb vs md m bkz orn mah cad sok apt kat tel ' +
    'fax sec sect para par pars ch cf al eg ie etc approx dept est fig jr sr z b bzw ca ggf gem inkl lit abs nr rn ' +
    'sog u a d h usw vgl zb ul pkt ust tj np itd itp oraz r nt tzn dz poz ref reg pag pg sr sra c p ex mme mm s t i ' +
    'piem utt u.c pants lpp tal talr bulv sk skat punkts uzn kr adr vol ed rev ver v bls hrb ag kg eu uabs unterabs bspw evtl ggfs buchst bst zzgl bzgl ' +
    'pl os woj godz sw gen ks im mjr plk wg ww ds pozn podst lok tzw dz.u m.in'
  ).split(' '),
);
/** Months cut short, folded; what follows tells that they are: "5 Jan. 2024", "Oct. 3, 2022". */
const MONTHS = new Set(
  (
    'jan feb febr mar apr jun jul aug sep sept oct nov dec janv fevr avr juil dec jan okt dez marz ene abr ago set dic ' +
    'sty lut kwi maj cze lip sie wrz paz lis gru oca sub nis haz tem agu eyl eki kas ara'
  ).split(' '),
);
const REST_OF_DATE = /^(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d(?!\d)/;
/** Of these, the ones that may well end a sentence: a capital behind them decides for a new sentence. */
const MAY_END = new Set('etc inc ltd llc corp co usw itd itp vb eu ag kg'.split(' '));

const GERMAN_ARTICLE = /(?:^|\s)(?:das|des|dem|der|den|zum|vom)\s$/i;

const TURKISH_STREET =
  /^(?:Cad(?:de\p{L}*)?|Sok(?:a\p{L}*)?|Sk|Bulv?|Bulvar\p{L}*|Mah(?:alle\p{L}*)?|Kat|Blok)(?!\p{L})/u;

const CLOSING = /["'”’»)\]]/;
const UPPER_OR_DIGIT = /[\p{Lu}\p{Lt}\p{Nd}"'“‘«([¿¡•–—-]/u;

/** A line that opens with "a)", "(2)" or a bullet. */
const LISTED_LINE = /\n[ \t]*(?:\(?([\p{L}\p{Nd}]{1,3})\)|[•‣·▪◦–—])[ \t]+(?=\S)/gu;
/** Fewer such lines may be chance: "Art. 6 Abs. 1 lit.⏎a) DSGVO" broken at the margin. */
const MIN_LISTED_LINES = 3;

const STOP = 46;

/** Splits one block's text into sentences, trimmed; offsets are relative to `text`. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  const listed = listedLines(text);
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 63 && code < 0x2026) continue;
    if (code === 10 && listed.has(i)) {
      push(sentences, text, from, i);
      from = i + 1;
      continue;
    }
    if (code !== STOP && code !== 33 && code !== 63 && code !== 0x2026 && code !== 0x3002) continue;
    let end = i + 1;
    while (end < text.length && CLOSING.test(text[end]!)) end++;
    if (end >= text.length) break;
    if (!isSpace(text.charCodeAt(end))) continue;
    let next = end;
    while (next < text.length && isSpace(text.charCodeAt(next))) next++;
    if (next >= text.length) break;
    if (!UPPER_OR_DIGIT.test(text[next]!)) continue;
    if (code === STOP && isAbbreviation(text, from, i, next)) continue;
    push(sentences, text, from, end);
    from = next;
    i = next - 1;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

/** Line breaks in front of the entries of a list that is written inside a paragraph. */
function listedLines(text: string): ReadonlySet<number> {
  const found = text.includes('\n') ? [...text.matchAll(LISTED_LINE)] : [];
  return new Set(found.length >= MIN_LISTED_LINES ? found.map((m) => m.index) : []);
}

function isAbbreviation(text: string, from: number, dot: number, next: number): boolean {
  let start = dot;
  while (start > from && !isSpace(text.charCodeAt(start - 1)) && !'("[“«/'.includes(text[start - 1]!)) start--;
  const folded = fold(text.slice(start, dot));
  const word = /^[a-z0-9]/.test(folded) ? folded : folded.replace(/^[^\p{L}\p{N}]+/u, '');
  if (word === '') return false;
  // "2.1. Scope", "1. We …" at the start; "2025. gada 1. janvārī" and "§ 5 Abs. 1" inside.
  if (/^\d+(\.\d+)*$/.test(word)) {
    if (start === from) return true;
    // "12. März 2024": a day in front of a month and a year.
    if (word.length <= 2 && /^\p{Lu}\p{L}{2,11}\.?\s(?:19|20)\d\d/u.test(text.slice(next, next + 20))) return true;
    // "das 18. Lebensjahr", "zum 1. Vorsitzenden": German writes ordinals with a full stop.
    if (word.length <= 2 && GERMAN_ARTICLE.test(text.slice(Math.max(from, start - 6), start))) return true;
    // "1598. Cad. No: 14": Turkish streets have ordinals for names.
    if (word.length <= 4 && TURKISH_STREET.test(text.slice(next, next + 16))) return true;
    return !/\p{Lu}/u.test(text[next]!) && word.length <= 4;
  }
  // Initials and "A.Ş.", "e.g.", "u.c.": a letter and full stops between letters.
  if (word.length === 1 && /\p{L}/u.test(word)) return word !== 'i' || /\p{Lu}/u.test(text[dot - 1]!);
  // "the Swiss-U.S. Framework", "non-U.S. Residents": an adjective, whatever follows.
  if (/-(?:\p{L}\.)+\p{L}$/u.test(word.slice(-12))) return true;
  if (word.includes('.') && /^(\p{L}\.)+\p{L}{1,3}$/u.test(word))
    return !/^a\.s$/.test(word) || !/\p{Lu}\p{Ll}/u.test(text.slice(next, next + 2));
  if (MONTHS.has(word) && REST_OF_DATE.test(text.slice(next, next + 12))) return true;
  if (!ABBREVIATIONS.has(word)) return false;
  if (MAY_END.has(word)) {
    // "Google Inc. Analytics" reads as one name, "Google Inc. We use" as two sentences: decide by a lower-case second word.
    return !/^\p{Lu}\p{Ll}*\s\p{Ll}/u.test(text.slice(next, next + 24));
  }
  return true;
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}
