import { sameWord, type Edit } from './edits.ts';
import { isWord, synonymsOf } from './lexicon/lexicon.ts';
import { evidenceOf, type DiffModel } from './model.ts';
import { LINK, MAIL } from './units.ts';

/** Of longer passages every two words are not compared. */
const MAX_WORDS = 120;

/**
 * In a sentence about one of these it matters what belongs to what: "letters with your consent, visits in our interest"
 * is not "letters in our interest, visits with your consent", though the words are the same.
 */
const RELATING = new Set([
  'legal-basis',
  'kvkk-legal-basis',
  'consent-basis',
  'contract-basis',
  'legitimate-interest-basis',
  'legitimate-interests',
  'recipients',
  'third-country-transfer',
  'transfer-abroad',
  'transfer-safeguards',
  'retention',
]);

const NEGATION = '!';

/** Whether a passage says the same in other words: synonyms, other forms, one part of the sentence moved. Pure. */
export function isReworded(edit: Edit, model: DiffModel): boolean {
  if (edit.group.kind !== 'changed' || edit.baseWords.length + edit.revisionWords.length > MAX_WORDS) return false;
  const numbers = model.revision.context.packs.language(edit.language)?.numbers ?? {};
  const reader = new Reader(edit.language, numbers);
  // "(b)" stays in its place when the item behind it moves; "lit. f" is not "lit. a".
  const letters = (words: readonly string[]) =>
    words.filter((word) => isLetter(word) && !isWord(word, 'function', edit.language)).join();
  if (letters(edit.baseWords) !== letters(edit.revisionWords)) return false;
  const base = reader.meanings(edit.baseWords);
  const revision = reader.meanings(edit.revisionWords);
  if (base.length !== revision.length || base.length === 0) return false;
  if (base.every((word, i) => word === revision[i])) return true;
  return isRotated(base, revision) && negatesTheSame(base, revision) && !relates(edit, model);
}

/** Reads words as what they stand for, so that words of one meaning are equal. */
class Reader {
  readonly #known: string[] = [];

  constructor(
    readonly language: string,
    readonly numbers: Readonly<Record<string, number>>,
  ) {}

  meanings(words: readonly string[]): string[] {
    const read = words.flatMap(uncontracted).map((word) => this.#meaning(word));
    const meanings: string[] = [];
    let wasNumber = false;
    for (const meaning of read) {
      if (meaning === undefined) continue;
      const isNumber = /^\d+$/.test(meaning);
      // A telephone number is one number however it is spaced.
      if (isNumber && wasNumber) meanings.push(meanings.pop()! + meaning);
      else meanings.push(meaning);
      wasNumber = isNumber;
    }
    return meanings;
  }

  #meaning(word: string): string | undefined {
    const { language, numbers } = this;
    if (/\d/.test(word) || word.startsWith(MAIL) || word.startsWith(LINK)) return word;
    if (isLetter(word)) return undefined;
    const group = synonymsOf(word, language);
    if (group >= 0) return `#${group}`;
    if (isWord(word, 'function', language)) return undefined;
    if (Object.hasOwn(numbers, word)) return String(numbers[word]);
    const known = this.#known.find((other) => sameWord(word, other, language));
    if (known !== undefined) return known;
    if (isWord(word, 'negators', language) && !isInflected(language)) return NEGATION;
    this.#known.push(word);
    return word;
  }
}

function isLetter(word: string): boolean {
  return /^\p{L}$/u.test(word);
}

/** "isn't" is "is not", "you're" is "you are", "l'adhérent" is "adhérent": what is left of the short word has no content. */
function uncontracted(word: string): string[] {
  if (word === "can't" || word === 'cannot') return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (/^(?:do|does|did|is|are|was|were|has|have|had)n't$/.test(word)) return ['not'];
  const elided = /^(n|[cdjlmst]|qu|jusqu|lorsqu|puisqu)'(.+)$/.exec(word);
  if (elided) return elided[1] === 'n' ? ['ne', elided[2]!] : [elided[2]!];
  return [word.replace(/^(you|we|they|i|it|he|she|that|there)'(?:re|ve|s|d|m)$/, '$1').replace(/-/g, '')];
}

/** Negation is part of the verb, which says more than that. */
function isInflected(language: string): boolean {
  return language === 'tr' || language === 'lv';
}

/** Words that stand at both ends of what moved look as if they had stayed: so far their place is tried as well. */
const SLACK = 3;

/** One stretch of words moved past another, and nothing else. */
function isRotated(a: readonly string[], b: readonly string[]): boolean {
  let first = 0;
  while (a[first] === b[first]) first++;
  let last = a.length;
  while (a[last - 1] === b[last - 1]) last--;
  if (!haveTheSame(a.slice(first, last), b.slice(first, last))) return false;
  for (let from = first; from >= Math.max(0, first - SLACK); from--)
    for (let to = last; to <= Math.min(a.length, last + SLACK); to++)
      for (let shift = 1; shift < to - from; shift++) {
        const length = to - from;
        let i = 0;
        while (i < length && a[from + ((i + shift) % length)] === b[from + i]) i++;
        if (i === length) return true;
      }
  return false;
}

function haveTheSame(a: readonly string[], b: readonly string[]): boolean {
  const sorted = [...b].sort();
  return [...a].sort().every((word, i) => word === sorted[i]);
}

/** Words behind a negation among which the one it denies is. */
const REACH = 2;

/** What the negations of one side deny, those of the other deny as well: "share, not sell" is not "not share, but sell". */
function negatesTheSame(a: readonly string[], b: readonly string[]): boolean {
  const denied = (words: readonly string[]) =>
    words.flatMap((word, i) => (word === NEGATION ? [words.slice(i + 1, i + 1 + REACH)] : []));
  const [before, after] = [denied(a), denied(b)];
  return before.every((one, i) => {
    const other = after[i]!;
    return other.includes(one[0]!) && one.includes(other[0]!);
  });
}

function relates(edit: Edit, model: DiffModel): boolean {
  return [...evidenceOf(model.base, edit.base), ...evidenceOf(model.revision, edit.revision)].some((e) =>
    RELATING.has(e.concept),
  );
}
