import { diffArrays } from 'diff';

/** A run of words: the same on both sides, or what stands on one side for what stands on the other. */
export interface WordRun {
  same: boolean;
  /** Positions `[first, last)` in the words of either side. */
  base: [number, number];
  revision: [number, number];
}

/** Edits one pair may need before it counts as replaced as a whole. A limit of time would tell another thing on a slow day. */
const MAX_EDITS = 600;

/** Word difference of two sequences; `cut` says that a limit was hit and the middle is told as replaced. */
export function diffWordIds(a: readonly number[], b: readonly number[]): { runs: WordRun[]; cut: boolean } {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const runs: WordRun[] = [];
  if (head > 0) runs.push({ same: true, base: [0, head], revision: [0, head] });
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const parts =
    middleA.length === 0 || middleB.length === 0
      ? undefined
      : diffArrays(middleA, middleB, { maxEditLength: MAX_EDITS });
  let cut = false;
  let i = head;
  let j = head;
  if (parts) {
    for (const part of parts) {
      if (!part.added && !part.removed) {
        runs.push({ same: true, base: [i, i + part.count], revision: [j, j + part.count] });
        i += part.count;
        j += part.count;
        continue;
      }
      let open = runs[runs.length - 1];
      if (!open || open.same) runs.push((open = { same: false, base: [i, i], revision: [j, j] }));
      if (part.removed) i += part.count;
      else j += part.count;
      open.base[1] = i;
      open.revision[1] = j;
    }
  } else if (middleA.length + middleB.length > 0) {
    cut = middleA.length > 0 && middleB.length > 0;
    runs.push({ same: false, base: [i, i + middleA.length], revision: [j, j + middleB.length] });
    i += middleA.length;
    j += middleB.length;
  }
  if (tail > 0) runs.push({ same: true, base: [i, i + tail], revision: [j, j + tail] });
  return { runs, cut };
}
