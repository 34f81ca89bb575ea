/**
 * Folding makes words comparable across spelling: case (with the Turkish İ/I/ı), diacritics (a policy typed on a foreign
 * keyboard), ligatures, apostrophes and invisible characters. The result is for comparing only: positions stay those of
 * the text.
 */

const SPECIAL: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '`': "'",
  '´': "'",
};

/** All of ASCII but the backtick, which folds to an apostrophe. */
const PLAIN = /^[\x00-_a-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const REPLACED = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'g');

/** Words already folded: a policy says the same few thousand again and again. Only words, so that it stays small. */
const known = new Map<string, string>();
const MAX_KNOWN = 50_000;
const MAX_WORD = 24;

/** Lower case without diacritics. Language independent: İ, I and ı all become i. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (lower.length > MAX_WORD) return folded(lower);
  const before = known.get(lower);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const result = folded(lower);
  known.set(lower, result);
  return result;
}

function folded(lower: string): string {
  return lower
    .replace(REPLACED, (c) => SPECIAL[c]!)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '');
}
