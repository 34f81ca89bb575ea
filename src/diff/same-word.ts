import { isWord, type WordClass } from './lexicon/lexicon.ts';
import { MAIL } from './units.ts';

const WEIGHTY: WordClass[] = ['negators', 'may', 'must', 'narrowing', 'optIn', 'optOut', 'widening', 'disjunction'];

/** Words that turn a sentence: their exchange is never mere wording. */
export function isWeighty(word: string, language: string): boolean {
  return WEIGHTY.some((cls) => isWord(word, cls, language));
}

/** One word in two spellings or two forms: a typing error, a plural, another case ending. */
export function sameWord(a: string, b: string, language: string): boolean {
  if (a === b) return true;
  // Letters first: most pairs differ in the first one, and a look into the word lists costs far more.
  if (!areSpeltAlike(a, b) || /\d/.test(a) || /\d/.test(b) || a.startsWith(MAIL) || b.startsWith(MAIL)) return false;
  return WEIGHTY.every((cls) => isWord(a, cls, language) === isWord(b, cls, language));
}

function areSpeltAlike(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  if (short < 4) return false;
  let prefix = 0;
  while (prefix < short && a[prefix] === b[prefix]) prefix++;
  const tail = Math.max(a.length, b.length) - prefix;
  if (prefix >= 4 && tail <= 3 && prefix >= tail + 2) return true;
  return short >= 5 && prefix > 0 && withinOneEdit(a, b, prefix);
}

function withinOneEdit(a: string, b: string, prefix: number): boolean {
  let suffix = 0;
  while (suffix < Math.min(a.length, b.length) - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix])
    suffix++;
  const x = a.length - prefix - suffix;
  const y = b.length - prefix - suffix;
  if (x <= 1 && y <= 1) return true;
  return x === 2 && y === 2 && a[prefix] === b[prefix + 1] && a[prefix + 1] === b[prefix];
}
