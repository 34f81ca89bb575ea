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

const PLAIN = /^[a-z0-9']*$/;
const MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const REPLACED = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'g');

/** Lower case without diacritics. Language independent: İ, I and ı all become i. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(REPLACED, (c) => SPECIAL[c]!)
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '');
}
