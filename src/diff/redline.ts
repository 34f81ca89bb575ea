import type { Comparison } from './diff.ts';
import { unitsIn } from './model.ts';
import type { WordEdit } from './types.ts';
import type { Unit } from './units.ts';
import { wordEdits } from './word-edits.ts';

/** One line of both texts side by side: a unit, or those of a block that stayed as they were. */
export interface RedlineRow {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** Depth of the heading, 0 for text. */
  heading: number;
  words: WordEdit[];
  /** Changes told here, as indexes into the changelog. */
  changes: number[];
}

/** Both texts in the order of the revision; what was removed stands where it stood. */
export function redline({ model, spans }: Comparison): RedlineRow[] {
  const { base, revision, alignment } = model;
  const told = { base: new Map<number, number[]>(), revision: new Map<number, number[]>() };
  spans.forEach((span, change) => {
    const side = span.revision ? 'revision' : 'base';
    const first = span[side] && unitsIn(model[side], span[side])[0];
    if (!first) return;
    told[side].set(first.index, [...(told[side].get(first.index) ?? []), change]);
  });
  const rows: RedlineRow[] = [];
  let next = 0;
  let block = -1;
  const depth = (unit: Unit, side: 'base' | 'revision') =>
    unit.heading ? Math.max(1, model[side].document.blocks[unit.block]!.level) : 0;
  const text = (unit: Unit, side: 'base' | 'revision') =>
    model[side].document.text.slice(unit.span.start, unit.span.end).replace(/[^\S\n]+/g, ' ');
  const removeUntil = (end: number) => {
    for (; next < end; next++) {
      const group = alignment.groups[alignment.ofBase[next]!]!;
      if (group.kind !== 'removed') continue;
      const unit = base.units[next]!;
      block = -1;
      rows.push({
        kind: 'removed',
        heading: depth(unit, 'base'),
        words: [{ kind: 'removed', text: text(unit, 'base') }],
        changes: told.base.get(next) ?? [],
      });
    }
  };
  const done = new Set<number>();
  for (const unit of revision.units) {
    const g = alignment.ofRevision[unit.index]!;
    const group = alignment.groups[g]!;
    if (group.base.length > 0 && !group.moved) removeUntil(Math.max(next, group.base[0]!));
    if (done.has(g)) continue;
    done.add(g);
    const changes = group.revision.flatMap((r) => told.revision.get(r) ?? []);
    const last = rows[rows.length - 1];
    if (group.kind === 'same' && !group.moved && unit.block === block && last?.kind === 'same') {
      last.words[0]!.text += ` ${text(unit, 'revision')}`;
      last.changes.push(...changes);
      continue;
    }
    block = unit.block;
    const span = (side: 'base' | 'revision') => {
      const units = group[side].map((i) => model[side].units[i]!);
      return units.length > 0 ? { start: units[0]!.span.start, end: units[units.length - 1]!.span.end } : undefined;
    };
    const kind = group.kind === 'same' && group.moved ? 'moved' : group.kind;
    const words: WordEdit[] =
      group.kind === 'changed'
        ? wordEdits(model, { base: span('base'), revision: span('revision') })
        : group.revision.map((r) => ({
            kind: group.kind === 'added' ? 'added' : 'same',
            text: text(revision.units[r]!, 'revision'),
          }));
    rows.push({ kind, heading: depth(unit, 'revision'), words, changes });
  }
  removeUntil(base.units.length);
  return rows;
}
