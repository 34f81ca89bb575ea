import { keyOf, type Unit, type Vocabulary } from '../units.ts';
import type { Matching } from './types.ts';

/** Units one side may spread over. */
const MAX_PIECES = 60;
/** Units at which a reflow may start in the other text, by its first word. */
const MAX_STARTS = 12;

export interface Reflow {
  base: number[];
  revision: number[];
}

/**
 * Finds text that was only cut differently: a paragraph turned into a list or a table, sentences joined by a lost full
 * stop. Both sides are read word by word from a common beginning until both end a unit at the same place.
 */
export function matchReflowed(
  base: readonly Unit[],
  revision: readonly Unit[],
  matching: Matching,
  vocabulary: Vocabulary,
): Reflow[] {
  const starts = new Map<number, number[]>();
  for (const unit of revision) {
    if (matching.revision[unit.index] !== -1) continue;
    const list = starts.get(unit.words[0]!);
    if (!list) starts.set(unit.words[0]!, [unit.index]);
    else if (list.length < MAX_STARTS) list.push(unit.index);
  }
  const found: Reflow[] = [];
  for (const unit of base) {
    if (matching.base[unit.index] !== -1) continue;
    for (const r of starts.get(unit.words[0]!) ?? []) {
      if (matching.revision[r] !== -1) continue;
      const reflow = readTogether(base, revision, unit.index, r, matching);
      if (!reflow || keysDiffer(reflow, base, revision, vocabulary)) continue;
      for (const b of reflow.base) matching.base[b] = reflow.revision[0]!;
      for (const i of reflow.revision) matching.revision[i] = reflow.base[0]!;
      found.push(reflow);
      break;
    }
  }
  return found;
}

function readTogether(
  base: readonly Unit[],
  revision: readonly Unit[],
  b: number,
  r: number,
  matching: Matching,
): Reflow | undefined {
  const reflow: Reflow = { base: [b], revision: [r] };
  let i = 0;
  let j = 0;
  for (;;) {
    const left = base[b]!.words;
    const right = revision[r]!.words;
    while (i < left.length && j < right.length) if (left[i++] !== right[j++]) return undefined;
    if (i === left.length && j === right.length) return reflow;
    if (i === left.length) {
      b++;
      i = 0;
      if (b >= base.length || matching.base[b] !== -1 || reflow.base.length >= MAX_PIECES) return undefined;
      reflow.base.push(b);
    } else {
      r++;
      j = 0;
      if (r >= revision.length || matching.revision[r] !== -1 || reflow.revision.length >= MAX_PIECES) return undefined;
      reflow.revision.push(r);
    }
  }
}

function keysDiffer(reflow: Reflow, base: readonly Unit[], revision: readonly Unit[], vocabulary: Vocabulary): boolean {
  const words = (units: readonly Unit[], indexes: readonly number[]) => indexes.flatMap((i) => [...units[i]!.words]);
  return keyOf(words(base, reflow.base), vocabulary) !== keyOf(words(revision, reflow.revision), vocabulary);
}
