import type { Unit, Vocabulary } from '../units.ts';
import { pairHeadings } from './headings.ts';
import { pairChanged } from './pair.ts';
import { matchReflowed } from './reflow.ts';
import { longestChain, matchMoved, matchStaying } from './stay.ts';
import type { Alignment, Group } from './types.ts';

/** How much of a free unit's words its neighbour's partner must hold for the two to be one sentence that was cut. */
const CONTAINED = 0.75;
/** The share that will do when these are what the partner has and the neighbour has not. */
const MOSTLY = 0.6;

/** Which units of two texts stand for each other. Cost grows with n log n; nothing is compared with everything. */
export function align(base: readonly Unit[], revision: readonly Unit[], vocabulary: Vocabulary): Alignment {
  const matching = matchStaying(base, revision);
  const groups: Group[] = [];
  const reflowed = matchReflowed(base, revision, matching, vocabulary);
  const inReflow = new Set(reflowed.flatMap((r) => r.base));
  matchMoved(base, revision, matching);
  for (const unit of base) {
    const r = matching.base[unit.index]!;
    if (r !== -1 && !inReflow.has(unit.index))
      groups.push({ base: [unit.index], revision: [r], kind: 'same', moved: false });
  }
  for (const reflow of reflowed) groups.push({ ...reflow, kind: 'same', moved: false });
  for (const { b, r } of [...pairHeadings(base, revision, matching), ...pairChanged(base, revision, matching)])
    groups.push({ base: [b], revision: [r], kind: 'changed', moved: false });
  const ofBase = new Int32Array(base.length).fill(-1);
  const ofRevision = new Int32Array(revision.length).fill(-1);
  groups.forEach((group, g) => {
    for (const b of group.base) ofBase[b] = g;
    for (const r of group.revision) ofRevision[r] = g;
  });
  gather(base, revision, groups, ofBase, ofRevision, 'base');
  gather(revision, base, groups, ofRevision, ofBase, 'revision');
  attach(base, revision, groups, ofBase, 'base');
  attach(revision, base, groups, ofRevision, 'revision');
  for (const unit of base)
    if (ofBase[unit.index] === -1) {
      ofBase[unit.index] = groups.length;
      groups.push({ base: [unit.index], revision: [], kind: 'removed', moved: false });
    }
  for (const unit of revision)
    if (ofRevision[unit.index] === -1) {
      ofRevision[unit.index] = groups.length;
      groups.push({ base: [], revision: [unit.index], kind: 'added', moved: false });
    }
  markMoves(groups);
  return { groups, ofBase, ofRevision, limits: [] };
}

/** Words a unit needs to be looked for in pieces on the other side, and the share of them the pieces must hold. */
const MIN_WHOLE = 8;
const COVERED = 0.7;
/** Pieces in between that have a partner of their own. */
const MAX_SKIPPED = 12;

/**
 * A free unit whose words lie in several free units next to each other on the other side was cut into them (a line of
 * links, a paragraph that became a list) and edited on the way.
 */
function gather(
  wholes: readonly Unit[],
  pieces: readonly Unit[],
  groups: Group[],
  ofWhole: Int32Array,
  ofPiece: Int32Array,
  side: 'base' | 'revision',
): void {
  const far = side === 'base' ? 'revision' : 'base';
  const starts = new Map<number, number[]>();
  for (const unit of pieces)
    if (ofPiece[unit.index] === -1 && unit.words.length > 0) {
      const list = starts.get(unit.words[0]!) ?? [];
      if (list.length < 8) starts.set(unit.words[0]!, [...list, unit.index]);
    }
  for (const unit of wholes) {
    if (ofWhole[unit.index] !== -1 || unit.words.length < MIN_WHOLE) continue;
    const tried = new Set<number>();
    for (const word of unit.words.subarray(0, MIN_WHOLE)) {
      for (const start of starts.get(word) ?? []) tried.add(start);
    }
    for (const start of tried) {
      if (ofPiece[start] !== -1) continue;
      const found = piecesFrom(unit, pieces, start, ofPiece);
      if (!found) continue;
      const g = groups.length;
      groups.push({ [side]: [unit.index], [far]: found, kind: 'changed', moved: false } as unknown as Group);
      ofWhole[unit.index] = g;
      for (const i of found) ofPiece[i] = g;
      break;
    }
  }
}

function piecesFrom(unit: Unit, pieces: readonly Unit[], start: number, ofPiece: Int32Array): number[] | undefined {
  const left = new Map<number, number>();
  for (const word of unit.words) left.set(word, (left.get(word) ?? 0) + 1);
  const found: number[] = [];
  let held = 0;
  let skipped = 0;
  for (let i = start; i < pieces.length && skipped <= MAX_SKIPPED; i++) {
    if (ofPiece[i] !== -1) {
      skipped++;
      continue;
    }
    let here = 0;
    for (const word of pieces[i]!.words) {
      const count = left.get(word) ?? 0;
      if (count > 0) {
        left.set(word, count - 1);
        here++;
      }
    }
    if (here / pieces[i]!.words.length < CONTAINED) {
      if (i === start) return undefined;
      skipped++;
      continue;
    }
    held += here;
    found.push(i);
  }
  return held / unit.words.length >= COVERED ? found : undefined;
}

/** Gives a free unit to its neighbour's group when that group's other side holds its words: a sentence that was cut or joined. */
function attach(
  units: readonly Unit[],
  others: readonly Unit[],
  groups: Group[],
  of: Int32Array,
  side: 'base' | 'revision',
): void {
  const far = side === 'base' ? 'revision' : 'base';
  for (const unit of units) {
    if (of[unit.index] !== -1) continue;
    for (const neighbour of [unit.index - 1, unit.index + 1]) {
      const g = of[neighbour] ?? -1;
      const group = groups[g];
      if (!group || group.kind !== 'changed') continue;
      const left = new Map<number, number>();
      for (const i of group[far]) for (const word of others[i]!.words) left.set(word, (left.get(word) ?? 0) + 1);
      for (const i of group[side]) for (const word of units[i]!.words) left.set(word, (left.get(word) ?? 0) - 1);
      let held = 0;
      for (const word of unit.words) {
        const count = left.get(word) ?? 0;
        if (count <= 0) continue;
        left.set(word, count - 1);
        held++;
      }
      const loose = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), held);
      const isRest = held / unit.words.length >= MOSTLY && held / loose >= CONTAINED;
      if (held / unit.words.length < CONTAINED && !isRest) continue;
      group[side].push(unit.index);
      group[side].sort((a, b) => a - b);
      of[unit.index] = g;
      break;
    }
  }
}

function markMoves(groups: Group[]): void {
  const paired = groups.filter((g) => g.base.length > 0 && g.revision.length > 0);
  const pairs = paired
    .map((g): [number, number] => [g.base[0]!, g.revision[0]!])
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const stayed = new Set(longestChain(pairs).map(([b]) => b));
  for (const group of paired) group.moved = !stayed.has(group.base[0]!);
}
