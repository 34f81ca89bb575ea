import { SYNONYMS } from './synonyms.ts';
import { WORDS, type WordLists } from './words.ts';

export type WordClass = keyof WordLists;

interface Tester {
  exact: Set<string>;
  stems: string[];
  endings: string[];
  parts: string[];
}

interface Testers {
  single: Tester;
  /** Two words that stand together. */
  pairs: [first: Tester, second: Tester][];
}

const noWords = (): Tester => ({ exact: new Set(), stems: [], endings: [], parts: [] });
const NONE: Testers = { single: noWords(), pairs: [] };
const testers: Record<string, Partial<Record<WordClass, Testers>>> = {};

function testersOf(language: string, cls: WordClass): Testers {
  const lists = WORDS[language];
  if (!lists) return NONE;
  const ofLanguage = (testers[language] ??= {});
  let known = ofLanguage[cls];
  if (!known) {
    known = { single: noWords(), pairs: [] };
    for (const entry of lists[cls].split(/\s+/).filter(Boolean)) {
      const [first, second] = entry.split('+') as [string, string?];
      if (second === undefined) put(known.single, first);
      else known.pairs.push([put(noWords(), first), put(noWords(), second)]);
    }
    ofLanguage[cls] = known;
  }
  return known;
}

function put(tester: Tester, word: string): Tester {
  const start = word.startsWith('*');
  const end = word.endsWith('*');
  const core = word.slice(start ? 1 : 0, end ? -1 : undefined);
  if (start && end) tester.parts.push(core);
  else if (start) tester.endings.push(core);
  else if (end) tester.stems.push(core);
  else tester.exact.add(core);
  return tester;
}

function passes(t: Tester, word: string): boolean {
  return (
    t.exact.has(word) ||
    t.stems.some((s) => word.startsWith(s)) ||
    t.endings.some((e) => word.length > e.length + 1 && word.endsWith(e)) ||
    t.parts.some((p) => word.length > p.length + 1 && word.includes(p))
  );
}

/** Whether a folded word belongs to a class of a language. */
export function isWord(word: string, cls: WordClass, language: string): boolean {
  return passes(testersOf(language, cls).single, word);
}

/** Whether two of the folded words stand together as an entry of the class has them ("opted in"). */
export function hasPair(words: readonly string[], cls: WordClass, language: string): boolean {
  return testersOf(language, cls).pairs.some(([first, second]) =>
    words.some((word, i) => passes(first, word) && i + 1 < words.length && passes(second, words[i + 1]!)),
  );
}

const synonyms: Record<string, Tester[]> = {};

/** Number of the group of words that may stand for a word without changing what is said; -1 for none. */
export function synonymsOf(word: string, language: string): number {
  const groups = (synonyms[language] ??= (SYNONYMS[language] ?? []).map((group) => {
    const tester = noWords();
    for (const entry of group.split(' ')) put(tester, entry);
    return tester;
  }));
  return groups.findIndex((group) => passes(group, word));
}

export function areSynonyms(a: string, b: string, language: string): boolean {
  const group = synonymsOf(a, language);
  return group >= 0 && group === synonymsOf(b, language);
}

const VERSION = new Set([
  'version',
  'versions',
  'v',
  'ver',
  'rev',
  'surum',
  'versiyon',
  'versija',
  'wersja',
  'revision',
]);

export function isVersionWord(word: string): boolean {
  return VERSION.has(word) || /^v\d/.test(word);
}
