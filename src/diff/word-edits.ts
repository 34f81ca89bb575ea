import { diffWordIds } from './align/words.ts';
import { unitsIn, type DiffModel, type DiffSide } from './model.ts';
import type { RawChange, WordEdit } from './types.ts';
import type { Span } from '../document/types.ts';

/** The two texts of a change word by word, as written; empty when one side has none or nothing is to be shown. */
export function wordEdits(model: DiffModel, change: Pick<RawChange, 'base' | 'revision'>): WordEdit[] {
  if (!change.base || !change.revision) return [];
  const left = wordsIn(model.base, change.base);
  const right = wordsIn(model.revision, change.revision);
  const { runs } = diffWordIds(left.ids, right.ids);
  const edits: WordEdit[] = [];
  const push = (kind: WordEdit['kind'], text: string) => {
    if (text !== '') edits.push({ kind, text: text.replace(/[^\S\n]+/g, ' ') });
  };
  runs.forEach((run, i) => {
    const last = i === runs.length - 1;
    if (!run.same) push('removed', slice(model.base, left, run.base, change.base!, last, i === 0));
    push(run.same ? 'same' : 'added', slice(model.revision, right, run.revision, change.revision!, last, i === 0));
  });
  return edits;
}

interface Words {
  ids: number[];
  starts: number[];
  ends: number[];
}

function wordsIn(side: DiffSide, span: Span): Words {
  const words: Words = { ids: [], starts: [], ends: [] };
  for (const unit of unitsIn(side, span)) {
    for (let i = 0; i < unit.words.length; i++) {
      if (unit.starts[i]! < span.start || unit.ends[i]! > span.end) continue;
      words.ids.push(unit.words[i]!);
      words.starts.push(unit.starts[i]!);
      words.ends.push(unit.ends[i]!);
    }
  }
  return words;
}

/** The text of words `[from, to)` with the punctuation and space behind each. */
function slice(
  side: DiffSide,
  words: Words,
  [from, to]: readonly [number, number],
  span: Span,
  last: boolean,
  first: boolean,
): string {
  if (from === to) return '';
  const start = first ? span.start : words.starts[from]!;
  const end = last ? span.end : (words.starts[to] ?? span.end);
  return side.document.text.slice(start, end);
}
