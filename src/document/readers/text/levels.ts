import type { Role } from './headings.ts';
import type { Series } from './series.ts';
import { isUpperCase } from './shape.ts';
import type { Unit } from './units.ts';

/** Headings of one look, in order. */
interface Rank {
  members: number[];
  startsAtOne: boolean;
  numbered: boolean;
}

/**
 * Levels of the headings: the title 1, then one deeper for each look of headings another look encloses. `2.1` lies one
 * below `2`.
 */
export function levelsOf(
  units: readonly Unit[],
  roles: readonly (Role | undefined)[],
  series: readonly Series[],
  title: number,
): Map<number, number> {
  const top = title >= 0 ? 2 : 1;
  const levels = new Map<number, number>();
  const ranks: Rank[] = [];
  for (const one of series) {
    const members = one.members.filter((i) => roles[i] === 'heading');
    if (members.length) ranks.push({ members, startsAtOne: one.values[0] === 1, numbered: true });
  }
  const headings = units.flatMap((_, i) => (roles[i] === 'heading' && i !== title ? [i] : []));
  const plain = headings.filter((i) => !units[i]!.marker);
  const upper = plain.filter((i) => isUpperCase(units[i]!.text));
  const mixed = plain.filter((i) => !isUpperCase(units[i]!.text));
  if (upper.length > 1 || mixed.length === 0) ranks.push({ members: upper, startsAtOne: true, numbered: false });
  else mixed.push(...upper);
  mixed.sort((a, b) => a - b);
  ranks.push({ members: mixed, startsAtOne: true, numbered: false });

  for (const rank of ranks) {
    if (rank.numbered) {
      const level = top + ranks.filter((other) => other !== rank && encloses(other, rank, headings.length)).length;
      for (const i of rank.members) levels.set(i, level);
    } else
      for (const i of rank.members) {
        const outer = ranks.filter(
          (other) => other !== rank && surrounds(other, i) && (other.numbered || rank.members === mixed),
        );
        levels.set(i, top + outer.length);
      }
  }
  let above = top;
  for (const i of headings) {
    const marker = units[i]!.marker;
    if (marker?.kind === 'multi') levels.set(i, Math.min(6, above + marker.depth - 1));
    else if (marker) above = levels.get(i) ?? top;
  }
  if (title >= 0) levels.set(title, 1);
  return levels;
}

/** A series lies between two headings of another look, or below its last one, and is not the main numbering itself. */
function encloses(outer: Rank, inner: Rank, headings: number): boolean {
  const first = inner.members[0]!;
  const last = inner.members.at(-1)!;
  const before = outer.members.findLast((i) => i < first);
  if (before === undefined || !inner.startsAtOne) return false;
  // "CHAPTER ONE" right above "Article 1".
  if (before === first - 1 && !outer.numbered) return true;
  if (inner.members.length < 2 || inner.members.length * 5 >= headings * 3) return false;
  const after = outer.members.find((i) => i > first);
  return after === undefined ? outer.members.length > 1 : after > last;
}

function surrounds(outer: Rank, i: number): boolean {
  return outer.members[0]! < i && outer.members.at(-1)! > i;
}
