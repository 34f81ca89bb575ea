import type { Span } from '../document/types.ts';
import type { Edit } from './edits.ts';
import type { Unit } from './units.ts';

/** Where a word stands in the plain text, counted over all units. */
export function wordAt(units: readonly Unit[], word: number): Span | undefined {
  let left = word;
  for (const { words, starts, ends } of units) {
    if (left < words.length) return left < 0 ? undefined : { start: starts[left]!, end: ends[left]! };
    left -= words.length;
  }
  return undefined;
}

interface ChangedSpans {
  readonly base: readonly Span[];
  readonly revision: readonly Span[];
}

const spansOf = new WeakMap<Edit, ChangedSpans>();

/** Plain-text spans of the changed words of an edit. */
export function changedSpans(edit: Edit): ChangedSpans {
  let spans = spansOf.get(edit);
  if (!spans)
    spansOf.set(
      edit,
      (spans = { base: spansIn(edit.base, edit, 'base'), revision: spansIn(edit.revision, edit, 'revision') }),
    );
  return spans;
}

function spansIn(units: readonly Unit[], edit: Edit, side: 'base' | 'revision'): Span[] {
  const spans: Span[] = [];
  let u = 0;
  let before = 0;
  for (const run of edit.runs) {
    if (run.same) continue;
    for (let word = run[side][0]; word < run[side][1]; word++) {
      while (word - before >= units[u]!.words.length) before += units[u++]!.words.length;
      spans.push({ start: units[u]!.starts[word - before]!, end: units[u]!.ends[word - before]! });
    }
  }
  return spans;
}
