import { foldedWords } from '../text/words.ts';
import { changedRuns, type Edit } from './edits.ts';
import { isWord } from './lexicon/lexicon.ts';
import { BREAK, isLetter, NEGATION, Reader, wordsOf } from './meanings.ts';
import { evidenceOf, factsOf, type DiffModel, type DiffSide } from './model.ts';
import { changesRoles } from './roles.ts';
import type { Unit } from './units.ts';

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

/** Whether a passage says the same in other words: synonyms, other forms, one part of the sentence moved. Pure. */
export function isReworded(edit: Edit, model: DiffModel): boolean {
  if (edit.group.kind !== 'changed' || edit.baseWords.length + edit.revisionWords.length > MAX_WORDS) return false;
  const numbers = model.revision.context.packs.language(edit.language)?.numbers ?? {};
  const reader = new Reader(edit.language, numbers);
  // "(b)" stays in its place when the item behind it moves; "lit. f" is not "lit. a".
  const letters = (words: readonly string[]) =>
    words
      .filter((word, i) => isLetter(word) && !isWord(word, 'function', edit.language) && !isOfMail(word, words[i + 1]))
      .join();
  if (letters(edit.baseWords) !== letters(edit.revisionWords)) return false;
  const choices = (words: readonly string[]) =>
    words.filter((word) => isWord(word, 'disjunction', edit.language)).length;
  if (choices(edit.baseWords) !== choices(edit.revisionWords)) return false;
  if (changesRoles(edit, changedRuns(edit))) return false;
  const isSaid = keepTheSame(edit, model);
  const words = (side: 'base' | 'revision', unit: Unit) => wordsOf(unit, model[side], model.vocabulary, edit.language);
  const read = (side: 'base' | 'revision', withLead: boolean) =>
    reader.sentences(
      edit[side].map((unit) => {
        const lead = withLead ? leadOf(unit, model[side]) : [];
        const all = [...lead, unit].flatMap((one) => words(side, one));
        return isSaid ? withoutKeeping(all, reader) : all;
      }),
    );
  const sides = [read('base', false), read('revision', false)] as const;
  if (sayTheSame(...sides, edit, model)) return true;
  // "You may object." that became an item under "You may:".
  const [wasItem, isItem] = [isInList(edit.base, model.base), isInList(edit.revision, model.revision)];
  return wasItem !== isItem && sayTheSame(read('base', wasItem), read('revision', isItem), edit, model);
}

function sayTheSame(base: readonly string[], revision: readonly string[], edit: Edit, model: DiffModel): boolean {
  const [a, b] = [withoutBreaks(base), withoutBreaks(revision)];
  if (a.length !== b.length || a.length === 0) return false;
  if (a.every((word, i) => word === b[i])) return true;
  const isMoved = isRotated(a, b) || areParts(base, revision) || isShuffled(edit, [...base, ...revision]);
  return isMoved && negatesTheSame(a, b) && !relates(edit, model, a);
}

/** Case endings say who does what to whom, wherever the words stand. */
const FREE_ORDER = new Set(['lv', 'pl', 'tr']);

/** One clause of the very same words in another order, in a language where that is a matter of style. */
function isShuffled({ baseWords, revisionWords, language }: Edit, meanings: readonly string[]): boolean {
  if (!FREE_ORDER.has(language) || meanings.includes(BREAK)) return false;
  const content = (words: readonly string[]) => words.filter((word) => !isWord(word, 'function', language));
  const [before, after] = [content(baseWords), content(revisionWords)];
  const isDenied = before.some((word) => isWord(word, 'negators', language));
  return !isDenied && before.length === after.length && haveTheSame(before, after);
}

function isInList(units: readonly Unit[], { document }: DiffSide): boolean {
  return units.every(({ block }) => document.blocks[block]!.kind === 'item');
}

/** The last sentence of what introduces the list a unit stands in. */
function leadOf({ block }: Unit, { document, units, ofSentence }: DiffSide): Unit[] {
  const { blocks } = document;
  const lead = blocks[blocks[block]!.lead];
  const unit = lead && units[ofSentence[lead.sentences[1] - 1] ?? -1];
  return unit ? [unit] : [];
}

/** Both say the same period of the same data: whether in a sentence ("are kept for") or behind a colon is form. */
function keepTheSame(edit: Edit, model: DiffModel): boolean {
  const kept = (side: 'base' | 'revision') =>
    factsOf(model[side], edit[side])
      .flatMap((f) => (f.type === 'retention' && f.subject ? [`${foldedWords(f.subject).join(' ')} ${f.value}`] : []))
      .join();
  const before = kept('base');
  return before !== '' && before === kept('revision');
}

/** Behind the period the same words may say what the time runs from: "30 days after deletion". */
function withoutKeeping(words: readonly string[], reader: Reader): string[] {
  const period = words.findIndex((word) => reader.isNumber(word));
  return words.filter((word, i) => i >= period || !isWord(word, 'keeping', reader.language));
}

/** "e-mail" is a letter and a word, "email" is one word. */
function isOfMail(letter: string, next: string | undefined): boolean {
  return letter === 'e' && next !== undefined && /^(?:mail|post|past)/.test(next);
}

function withoutBreaks(meanings: readonly string[]): string[] {
  return meanings.filter((meaning) => meaning !== BREAK);
}

/** More parts of a sentence are not put in order. */
const MAX_PARTS = 12;

/** The parts between commas and conjunctions are the same in another order, behind a beginning and before an end of both. */
function areParts(base: readonly string[], revision: readonly string[]): boolean {
  const shortest = Math.min(base.length, revision.length);
  let first = 0;
  while (first < shortest && base[first] === revision[first]) first++;
  let last = 0;
  while (last < shortest - first && base.at(-1 - last) === revision.at(-1 - last)) last++;
  const left = partsOf(base.slice(first, base.length - last));
  const right = partsOf(revision.slice(first, revision.length - last));
  if (left.length !== right.length || left.length > MAX_PARTS) return false;
  return left.every((part) => {
    const i = right.findIndex((other) => isSamePart(part, other));
    if (i >= 0) right.splice(i, 1);
    return i >= 0;
  });
}

function partsOf(meanings: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const meaning of meanings)
    if (meaning === BREAK) parts.push([]);
    else parts.at(-1)!.push(meaning);
  return parts.filter((part) => part.length > 0);
}

function isSamePart(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && (a.every((word, i) => word === b[i]) || isRotated(a, b));
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

/** What a sentence about the withdrawal of consent speaks of beside it rests nothing on that consent. */
const OF_WITHDRAWAL = new Set(['withdraw-consent', 'consent-basis']);

function relates(edit: Edit, model: DiffModel, meanings: readonly string[]): boolean {
  // One period belongs to all the sentence speaks of.
  const periods = meanings.filter((meaning) => /^\d/.test(meaning)).length;
  const said = [...evidenceOf(model.base, edit.base), ...evidenceOf(model.revision, edit.revision)];
  const isWithdrawal =
    said.some((e) => e.concept === 'withdraw-consent') && said.every((e) => OF_WITHDRAWAL.has(e.concept));
  if (isWithdrawal) return false;
  return said.some((e) => RELATING.has(e.concept) && !e.headed && (e.concept !== 'retention' || periods !== 1));
}
