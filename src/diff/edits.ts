import type { Span } from '../document/types.ts';
import { monthOf, type Months } from '../text/entities/dates.ts';
import { diffWordIds, type WordRun } from './align/words.ts';
import type { Alignment, Group } from './align/types.ts';
import { isVersionWord, isWord } from './lexicon/lexicon.ts';
import { changesRoles } from './roles.ts';
import { isWeighty, sameWord } from './same-word.ts';
import { LINK, type DiffText, type Unit, type Vocabulary } from './units.ts';

/**
 * What kind of difference an edit is, from nothing to content: `wording` is spelling, inflection and words without
 * content, `date` a date or version line, `link` an address of a page.
 */
export type EditClass = 'none' | 'wording' | 'link' | 'date' | 'content';

/** A difference between aligned units: the raw material of every change. */
export interface Edit {
  group: Group;
  base: Unit[];
  revision: Unit[];
  /** Folded words of either side, one after the other over all units. */
  baseWords: string[];
  revisionWords: string[];
  runs: WordRun[];
  cls: EditClass;
  language: string;
  /** A recognised change has taken it: topics and the text topic leave it alone. */
  claimed: boolean;
}

export function toEdits(base: DiffText, revision: DiffText, alignment: Alignment, vocabulary: Vocabulary): Edit[] {
  const months = revision.context.packs.entities?.months ?? {};
  const edits: Edit[] = [];
  for (const group of alignment.groups) {
    if (group.kind === 'same') continue;
    const left = group.base.map((i) => base.units[i]!);
    const right = group.revision.map((i) => revision.units[i]!);
    const language = languageOf(revision, right) ?? languageOf(base, left) ?? 'en';
    const { edit, cut } = editOf(group, left, right, vocabulary, language);
    if (cut) alignment.limits.push('word-limit');
    edit.cls = classOf(edit, months);
    edits.push(edit);
  }
  return edits;
}

/** The difference between units that stand for each other; `cut` says that a limit was hit. */
export function editOf(
  group: Group,
  base: Unit[],
  revision: Unit[],
  vocabulary: Vocabulary,
  language: string,
): { edit: Edit; cut: boolean } {
  const a = base.flatMap((u) => [...u.words]);
  const b = revision.flatMap((u) => [...u.words]);
  const { runs, cut } = diffWordIds(a, b);
  const baseWords = a.map((w) => vocabulary.words[w]!);
  const revisionWords = b.map((w) => vocabulary.words[w]!);
  return {
    edit: { group, base, revision, baseWords, revisionWords, runs, cls: 'content', language, claimed: false },
    cut,
  };
}

function languageOf(text: DiffText, units: readonly Unit[]): string | undefined {
  const language = units.length > 0 ? text.document.blocks[units[0]!.block]!.language : undefined;
  return language === 'und' ? undefined : language;
}

export interface ChangedRun {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly run: WordRun;
}

const runsOf = new WeakMap<Edit, readonly ChangedRun[]>();

/** The words of each run that changed; every detector asks for them. */
export function changedRuns(edit: Edit): readonly ChangedRun[] {
  let runs = runsOf.get(edit);
  if (!runs)
    runsOf.set(
      edit,
      (runs = edit.runs
        .filter((run) => !run.same)
        .map((run) => ({
          removed: edit.baseWords.slice(...run.base),
          added: edit.revisionWords.slice(...run.revision),
          run,
        }))),
    );
  return runs;
}

const RANK: EditClass[] = ['none', 'wording', 'link', 'date', 'content'];

function classOf(edit: Edit, months: Months): EditClass {
  let worst: EditClass = 'none';
  for (const { removed, added } of changedRuns(edit)) {
    const cls = runClass(removed, added, edit, months);
    if (RANK.indexOf(cls) > RANK.indexOf(worst)) worst = cls;
  }
  return worst === 'wording' && changesRoles(edit, changedRuns(edit)) ? 'content' : worst;
}

function runClass(removed: readonly string[], added: readonly string[], edit: Edit, months: Months): EditClass {
  const { language } = edit;
  const links = (words: readonly string[]) => words.filter((w) => !w.startsWith(LINK));
  const a = links(removed);
  const b = links(added);
  if (a.length === 0 && b.length === 0) return 'link';
  if (letters(removed) === letters(added)) return 'none';
  if (joined(a) === joined(b)) return a.length === removed.length && b.length === added.length ? 'none' : 'link';
  const all = [...a, ...b];
  if (isDateLine(edit) && all.every((w) => isDatePart(w, months))) return 'date';
  const hasContent = (w: string) => !isWord(w, 'function', language) || isWeighty(w, language);
  const x = a.filter(hasContent);
  const y = b.filter(hasContent);
  if (x.length === y.length && x.every((w, i) => sameWord(w, y[i]!, language))) return 'wording';
  return 'content';
}

/** Letters and digits alone: "example. com" and a link to example.com are the same text. */
function letters(words: readonly string[]): string {
  return words.map((w) => (w.startsWith(LINK) ? w.slice(LINK.length) : w).replace(/[^\p{L}\p{N}]+/gu, '')).join('');
}

function joined(words: readonly string[]): string {
  return words.join('').replace(/'/g, '');
}

function isDatePart(word: string, months: Months): boolean {
  return (
    /^\d{1,4}(?:[.,]\d{1,4})*\.?(?:st|nd|rd|th)?$/.test(word) ||
    monthOf(word, months) !== undefined ||
    isVersionWord(word) ||
    word === 'gada' ||
    word === 'of'
  );
}

const MAX_DATE_LINE = 40;

/** A short text that names a year, a month or a version. */
function isDateLine(edit: Edit): boolean {
  const isDated = (words: readonly string[]) =>
    words.length <= MAX_DATE_LINE &&
    words.some(
      (w) => /^(?:19|20)\d\d$/.test(w) || /^\d{1,2}[.,]\d{1,2}[.,](?:19|20)?\d\d$/.test(w) || isVersionWord(w),
    );
  return (
    (edit.baseWords.length === 0 || isDated(edit.baseWords)) &&
    (edit.revisionWords.length === 0 || isDated(edit.revisionWords))
  );
}

/** Plain-text span over units of one side; undefined when there are none. */
export function spanOf(units: readonly Unit[]): Span | undefined {
  if (units.length === 0) return undefined;
  return { start: units[0]!.span.start, end: units[units.length - 1]!.span.end };
}
