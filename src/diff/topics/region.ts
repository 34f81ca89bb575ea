import type { Edit } from '../edits.ts';
import type { DiffModel } from '../model.ts';
import type { Unit } from '../units.ts';

/** Edits that are told together: one changed unit, or neighbours that were added or removed. */
export interface Region {
  kind: 'changed' | 'added' | 'removed';
  edits: Edit[];
  base: Unit[];
  revision: Unit[];
}

/** Content edits nobody claimed, put together as they are told. */
export function toRegions(model: DiffModel): Region[] {
  const regions: Region[] = [];
  const loose = { added: [] as Edit[], removed: [] as Edit[] };
  for (const edit of model.edits) {
    if (edit.claimed) continue;
    const { kind } = edit.group;
    if (kind === 'added' || kind === 'removed') loose[kind].push(edit);
    else regions.push({ kind: 'changed', edits: [edit], base: edit.base, revision: edit.revision });
  }
  for (const kind of ['removed', 'added'] as const) {
    const unitOf = (edit: Edit) => (kind === 'removed' ? edit.base[0]! : edit.revision[0]!);
    loose[kind].sort((a, b) => unitOf(a).index - unitOf(b).index);
    let open: Region | undefined;
    let last: Unit | undefined;
    for (const edit of loose[kind]) {
      const unit = unitOf(edit);
      if (!open || !last || unit.section !== last.section || !follows(model, last, unit, kind)) {
        open = { kind, edits: [], base: [], revision: [] };
        regions.push(open);
      }
      open.edits.push(edit);
      open.base.push(...edit.base);
      open.revision.push(...edit.revision);
      last = unit;
    }
  }
  return regions;
}

/** Neighbours, or with nothing but claimed units of the same kind in between. */
function follows(model: DiffModel, a: Unit, b: Unit, kind: 'added' | 'removed'): boolean {
  const of = kind === 'removed' ? model.alignment.ofBase : model.alignment.ofRevision;
  for (let i = a.index + 1; i < b.index; i++) if (model.alignment.groups[of[i]!]!.kind !== kind) return false;
  return true;
}
