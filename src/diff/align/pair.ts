import type { Unit } from '../units.ts';
import type { Matching } from './types.ts';

/** A word in more units than this says too little to look a partner up by it. */
const MAX_POSTINGS = 24;
/** Candidates scored for one unit. */
const MAX_CANDIDATES = 40;
/** Units in the same gap that are candidates without a rare word in common. */
const NEAR = 6;
/** How alike two units must be to be one that changed; less when they stand in the same place. */
const ALIKE = 0.62;
const ALIKE_IN_PLACE = 0.36;

interface Candidate {
  b: number;
  r: number;
  score: number;
}

/**
 * Pairs what is left by the words both have, rare words counting most. Each unit is compared with few others: those that
 * share a rare word, and those that stand in the same gap between units that stayed.
 */
export function pairChanged(base: readonly Unit[], revision: readonly Unit[], matching: Matching): Candidate[] {
  const leftB = base.filter((u) => matching.base[u.index] === -1);
  const leftR = revision.filter((u) => matching.revision[u.index] === -1);
  if (leftB.length === 0 || leftR.length === 0) return [];
  const weight = weights(leftB, leftR);
  const gapB = gaps(base, matching.base);
  const gapR = gapsOf(revision, matching.revision, gapB.after);
  const held = new Int32Array(weight.length);
  const postings = new Map<number, number[]>();
  const byGap = new Map<number, number[]>();
  leftR.forEach((unit, i) => {
    for (const word of new Set(unit.words)) {
      const list = postings.get(word);
      if (list) list.push(i);
      else postings.set(word, [i]);
    }
    const gap = gapR[unit.index]!;
    const list = byGap.get(gap);
    if (list) list.push(i);
    else byGap.set(gap, [i]);
  });
  const candidates: Candidate[] = [];
  const placeInGap = new Map<number, number>();
  for (const unit of leftB) {
    const near = new Map<number, number>();
    for (const word of new Set(unit.words)) {
      const list = postings.get(word);
      if (!list || list.length > MAX_POSTINGS) continue;
      for (const i of list) near.set(i, (near.get(i) ?? 0) + weight[word]!);
    }
    const gap = gapB.of[unit.index]!;
    const place = placeInGap.get(gap) ?? 0;
    placeInGap.set(gap, place + 1);
    const inGap = byGap.get(gap) ?? [];
    for (let i = Math.max(0, place - NEAR); i < Math.min(inGap.length, place + NEAR + 1); i++)
      near.set(inGap[i]!, near.get(inGap[i]!) ?? 0);
    const best = [...near].sort((x, y) => y[1] - x[1]).slice(0, MAX_CANDIDATES);
    const own = hold(unit, held, weight);
    for (const [i] of best) {
      const other = leftR[i]!;
      if (unit.heading !== other.heading) continue;
      const score = alike(own, other, held, weight);
      const inPlace = gapR[other.index] === gap;
      if (score >= (inPlace ? ALIKE_IN_PLACE : ALIKE))
        candidates.push({ b: unit.index, r: other.index, score: score + (inPlace ? 0.15 : 0) });
    }
    for (const word of unit.words) held[word] = 0;
  }
  candidates.sort((x, y) => y.score - x.score || x.b - y.b || x.r - y.r);
  const pairs: Candidate[] = [];
  for (const candidate of candidates) {
    if (matching.base[candidate.b] !== -1 || matching.revision[candidate.r] !== -1) continue;
    matching.base[candidate.b] = candidate.r;
    matching.revision[candidate.r] = candidate.b;
    pairs.push(candidate);
  }
  pairs.push(...pairAlone(base, revision, leftB, leftR, gapB.of, gapR, matching));
  return pairs;
}

/** Words of a unit too short to be recognised by its words: a table cell, a name in a list. */
const SHORT = 4;
/** Words of what may take the place of a short cell. */
const LONG = 16;

/** The only two units left in a place stand for each other when they are headings, or too short to be alike. */
function pairAlone(
  base: readonly Unit[],
  revision: readonly Unit[],
  leftB: readonly Unit[],
  leftR: readonly Unit[],
  gapB: Int32Array,
  gapR: Int32Array,
  matching: Matching,
): Candidate[] {
  const only = (units: readonly Unit[], gaps: Int32Array, partner: Int32Array, heading: boolean) => {
    const found = new Map<number, Unit | undefined>();
    for (const unit of units) {
      if (partner[unit.index] !== -1 || unit.heading !== heading) continue;
      const gap = gaps[unit.index]!;
      found.set(gap, found.has(gap) ? undefined : unit);
    }
    return found;
  };
  const areShort = (b: Unit, r: Unit) => b.words.length <= SHORT && r.words.length <= SHORT;
  // Behind the same label of a row a word stands for the clause that took its place: "Consent".
  const isSameCell = (b: Unit, r: Unit) => {
    const lengths = [b.words.length, r.words.length];
    const [left, right] = [base[b.index - 1], revision[r.index - 1]];
    return (
      Math.min(...lengths) <= SHORT &&
      Math.max(...lengths) <= LONG &&
      left?.block === b.block &&
      right?.block === r.block &&
      matching.base[left.index] === right.index
    );
  };
  const pairs: Candidate[] = [];
  for (const heading of [true, false]) {
    const right = only(leftR, gapR, matching.revision, heading);
    for (const [gap, b] of only(leftB, gapB, matching.base, heading)) {
      const r = right.get(gap);
      if (!b || !r || (!heading && !areShort(b, r) && !isSameCell(b, r))) continue;
      matching.base[b.index] = r.index;
      matching.revision[r.index] = b.index;
      pairs.push({ b: b.index, r: r.index, score: 0 });
    }
  }
  return pairs;
}

/** Weights of words by their number: rare ones weigh more; the scale is that of the units still unpaired. */
function weights(a: readonly Unit[], b: readonly Unit[]): Float64Array {
  const count = new Map<number, number>();
  let last = 0;
  for (const units of [a, b])
    for (const unit of units)
      for (const word of new Set(unit.words)) {
        count.set(word, (count.get(word) ?? 0) + 1);
        if (word > last) last = word;
      }
  const total = a.length + b.length;
  const weight = new Float64Array(last + 1);
  for (const [word, n] of count) weight[word] = Math.log(1 + total / n) + 0.2;
  return weight;
}

/** Counts the words of a unit in `held` and gives their weight. */
function hold(unit: Unit, held: Int32Array, weight: Float64Array): number {
  let sum = 0;
  for (const word of unit.words) {
    held[word]!++;
    sum += weight[word]!;
  }
  return sum;
}

/** Weighted Dice over the words of two units, 0 to 1; of the first its weight and the words held. */
function alike(own: number, other: Unit, held: Int32Array, weight: Float64Array): number {
  let sum = own;
  let shared = 0;
  for (const word of other.words) {
    sum += weight[word]!;
    if (held[word]!-- > 0) shared += weight[word]!;
  }
  for (const word of other.words) held[word]!++;
  return sum === 0 ? 0 : (2 * shared) / sum;
}

/** A gap is named by the revision unit its left neighbour stands for. */
function gaps(units: readonly Unit[], partner: Int32Array): { of: Int32Array; after: Set<number> } {
  const of = new Int32Array(units.length);
  const after = new Set<number>();
  let gap = -1;
  for (const unit of units) {
    const other = partner[unit.index]!;
    if (other !== -1) {
      gap = other;
      after.add(gap);
    }
    of[unit.index] = gap;
  }
  return { of, after };
}

function gapsOf(units: readonly Unit[], partner: Int32Array, known: ReadonlySet<number>): Int32Array {
  const of = new Int32Array(units.length);
  let gap = -1;
  for (const unit of units) {
    if (partner[unit.index] !== -1 && known.has(unit.index)) gap = unit.index;
    of[unit.index] = gap;
  }
  return of;
}
