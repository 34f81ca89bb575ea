import type { Unit } from '../units.ts';
import type { Matching } from './types.ts';

/** Depth of the search for keys that are unique between two anchors; beyond it repeats are paired in order. */
const MAX_DEPTH = 12;

/**
 * Pairs units that say the same and kept their order: keys that occur once on both sides hold the longest increasing
 * chain, repeats (boilerplate) are paired by their neighbours, then the same again inside every gap.
 */
export function matchStaying(base: readonly Unit[], revision: readonly Unit[]): Matching {
  const matching: Matching = {
    base: new Int32Array(base.length).fill(-1),
    revision: new Int32Array(revision.length).fill(-1),
  };
  const stack: [b0: number, b1: number, r0: number, r1: number, depth: number][] = [
    [0, base.length, 0, revision.length, 0],
  ];
  while (stack.length > 0) {
    const top = stack.pop()!;
    let [b0, b1, r0, r1] = top;
    const depth = top[4];
    const link = (b: number, r: number) => {
      matching.base[b] = r;
      matching.revision[r] = b;
    };
    while (b0 < b1 && r0 < r1 && base[b0]!.key === revision[r0]!.key) link(b0++, r0++);
    while (b0 < b1 && r0 < r1 && base[b1 - 1]!.key === revision[r1 - 1]!.key) link(--b1, --r1);
    if (b0 >= b1 || r0 >= r1) continue;
    const anchors = longestChain(uniqueInBoth(base, revision, b0, b1, r0, r1));
    if (anchors.length === 0 || depth >= MAX_DEPTH) {
      inOrder(base, revision, b0, b1, r0, r1, link);
      continue;
    }
    let fromB = b0;
    let fromR = r0;
    for (const [b, r] of anchors) {
      if (b < fromB || r < fromR) continue;
      link(b, r);
      stack.push([fromB, b, fromR, r, depth + 1]);
      fromB = b + 1;
      fromR = r + 1;
    }
    stack.push([fromB, b1, fromR, r1, depth + 1]);
  }
  return matching;
}

function uniqueInBoth(
  base: readonly Unit[],
  revision: readonly Unit[],
  b0: number,
  b1: number,
  r0: number,
  r1: number,
): [number, number][] {
  const MANY = -2;
  const at = new Map<number, { b: number; r: number }>();
  for (let b = b0; b < b1; b++) {
    const known = at.get(base[b]!.key);
    if (known) known.b = MANY;
    else at.set(base[b]!.key, { b, r: -1 });
  }
  for (let r = r0; r < r1; r++) {
    const known = at.get(revision[r]!.key);
    if (known) known.r = known.r === -1 ? r : MANY;
  }
  const pairs: [number, number][] = [];
  for (const { b, r } of at.values()) if (b >= 0 && r >= 0) pairs.push([b, r]);
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** Longest subsequence of pairs that rises on both sides; O(n log n). */
export function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[i]![1]) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1]!;
    tails[low] = i;
  }
  const chain: [number, number][] = [];
  for (let i = tails.length > 0 ? tails[tails.length - 1]! : -1; i >= 0; i = before[i]!) chain.push(pairs[i]!);
  return chain.reverse();
}

/** Repeats without a unique neighbour: each base unit takes the next equal revision unit. */
function inOrder(
  base: readonly Unit[],
  revision: readonly Unit[],
  b0: number,
  b1: number,
  r0: number,
  r1: number,
  link: (b: number, r: number) => void,
): void {
  const places = new Map<number, number[]>();
  for (let r = r1 - 1; r >= r0; r--) {
    const list = places.get(revision[r]!.key);
    if (list) list.push(r);
    else places.set(revision[r]!.key, [r]);
  }
  let from = r0;
  for (let b = b0; b < b1; b++) {
    const list = places.get(base[b]!.key);
    while (list && list.length > 0 && list[list.length - 1]! < from) list.pop();
    const r = list?.pop();
    if (r === undefined) continue;
    // A far jump would cut off everything between: leave it to the search for moved text.
    if (r - from > 2 * (b1 - b) + 8) {
      list!.push(r);
      continue;
    }
    link(b, r);
    from = r + 1;
  }
}

/**
 * Pairs what is left of equal units: moved text. A unit first follows a neighbour that moved as well, so that a moved
 * passage with boilerplate in it stays one passage.
 */
export function matchMoved(base: readonly Unit[], revision: readonly Unit[], matching: Matching): void {
  const free = new Map<number, number[]>();
  for (let r = revision.length - 1; r >= 0; r--) {
    if (matching.revision[r] !== -1) continue;
    const list = free.get(revision[r]!.key);
    if (list) list.push(r);
    else free.set(revision[r]!.key, [r]);
  }
  const link = (b: number, r: number) => {
    matching.base[b] = r;
    matching.revision[r] = b;
  };
  const follow = (b: number, r: number) => {
    for (let i = 1; isFreePair(b + i, r + i); i++) link(b + i, r + i);
    for (let i = 1; isFreePair(b - i, r - i); i++) link(b - i, r - i);
  };
  const isFreePair = (b: number, r: number) =>
    b >= 0 &&
    r >= 0 &&
    b < base.length &&
    r < revision.length &&
    matching.base[b] === -1 &&
    matching.revision[r] === -1 &&
    base[b]!.key === revision[r]!.key;
  for (let b = 0; b < base.length; b++) {
    if (matching.base[b] !== -1) continue;
    const list = free.get(base[b]!.key);
    if (list?.length !== 1) continue;
    const r = list[0]!;
    if (matching.revision[r] !== -1) continue;
    link(b, r);
    follow(b, r);
  }
  for (let b = 0; b < base.length; b++) {
    if (matching.base[b] !== -1) continue;
    const list = free.get(base[b]!.key);
    while (list && list.length > 0 && matching.revision[list[list.length - 1]!] !== -1) list.pop();
    const r = list?.pop();
    if (r !== undefined) {
      link(b, r);
      follow(b, r);
    }
  }
}
