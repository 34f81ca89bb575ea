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

const months = new Map<string, Set<string>>();
const MONTHS: Record<string, string> = {
  en: 'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  tr: 'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  de: 'januar februar marz april mai juni juli august september oktober november dezember',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  lv: 'janvaris janvari februaris februari marts marta aprilis aprili maijs maija junijs junija julijs julija augusts augusta septembris septembri oktobris oktobri novembris novembri decembris decembri',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
};

/** A folded month name of a language (English names count in every language). */
export function isMonth(word: string, language: string): boolean {
  const of = (code: string): Set<string> => {
    const known = months.get(code) ?? new Set((MONTHS[code] ?? '').split(' ').filter(Boolean));
    months.set(code, known);
    return known;
  };
  return of('en').has(word) || of(language).has(word);
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
