import { editOf, type Edit } from './edits.ts';
import type { DiffModel } from './model.ts';
import { isReworded } from './reworded.ts';
import type { Unit } from './units.ts';

/** Neighbours looked at together. */
const MAX_JOINED = 6;

/** Several edits that together say the same in other words. */
export interface Rejoined {
  edits: Edit[];
  whole: Edit;
}

/**
 * Sentences cut or joined elsewhere: what one edit lost its neighbour gained, and the passage as a whole says the same.
 */
export function rejoined(edits: readonly Edit[], model: DiffModel): Rejoined[] {
  const found: Rejoined[] = [];
  const taken = new Set<Edit>();
  const at = { base: byUnit(edits, 'base'), revision: byUnit(edits, 'revision') };
  for (const edit of edits) {
    if (taken.has(edit) || edit.group.kind !== 'changed') continue;
    const joined = [edit];
    for (let next = neighbour(joined, at, taken); next; next = neighbour(joined, at, taken)) {
      joined.push(next);
      const whole = wholeOf(joined, model);
      if (isReworded(whole, model)) {
        for (const one of joined) taken.add(one);
        found.push({ edits: joined, whole });
        break;
      }
      if (joined.length === MAX_JOINED) break;
    }
  }
  return found;
}

function byUnit(edits: readonly Edit[], side: 'base' | 'revision'): Map<number, Edit> {
  return new Map(edits.flatMap((edit) => edit[side].map((unit): [number, Edit] => [unit.index, edit])));
}

/** The edit of a unit right behind or in front of those that are joined. */
function neighbour(
  joined: readonly Edit[],
  at: Record<'base' | 'revision', ReadonlyMap<number, Edit>>,
  taken: ReadonlySet<Edit>,
): Edit | undefined {
  for (const step of [1, -1])
    for (const side of ['base', 'revision'] as const)
      for (const edit of joined)
        for (const unit of edit[side]) {
          const other = at[side].get(unit.index + step);
          if (other && !joined.includes(other) && !taken.has(other)) return other;
        }
  return undefined;
}

function wholeOf(joined: readonly Edit[], model: DiffModel): Edit {
  const inOrder = (units: Unit[]) => units.sort((a, b) => a.index - b.index);
  const base = inOrder(joined.flatMap((edit) => edit.base));
  const revision = inOrder(joined.flatMap((edit) => edit.revision));
  const group = {
    base: base.map((unit) => unit.index),
    revision: revision.map((unit) => unit.index),
    kind: 'changed' as const,
    moved: false,
  };
  return editOf(group, base, revision, model.vocabulary, joined[0]!.language).edit;
}
