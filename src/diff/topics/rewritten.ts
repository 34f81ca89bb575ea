import type { Group } from '../align/types.ts';
import { editOf, type Edit } from '../edits.ts';
import type { DiffModel, DiffSide } from '../model.ts';
import type { Unit } from '../units.ts';
import type { TopicFinder } from './finder.ts';
import type { Region } from './region.ts';

/** Sentences, or lists and tables, either side of a rewritten passage may have. */
const MAX_REWRITTEN = 2;

/**
 * A short passage removed where a short one on the same topic was added is one passage in other words: it has a
 * direction, two separate changes would not.
 */
export function joinRewritten(regions: readonly Region[], model: DiffModel, topics: TopicFinder): Region[] {
  const joined: Region[] = [];
  const gone = new Set<Region>();
  const { ofBase, ofRevision, groups } = model.alignment;
  const added = regions.filter((r) => r.kind === 'added' && isShort(model.revision, r.revision));
  // The groups of the units around a passage say where it stands; either neighbour will do, the other may have moved.
  const behind = new Map<number, Region>();
  const ahead = new Map<number, Region>();
  const settled = (of: Int32Array, from: number, step: 1 | -1): number => {
    let i = from + step;
    while (i >= 0 && i < of.length && isLoose(groups[of[i]!]!)) i += step;
    return of[i] ?? -1;
  };
  for (const r of added) {
    behind.set(settled(ofRevision, r.revision[0]!.index, -1), r);
    ahead.set(settled(ofRevision, r.revision.at(-1)!.index, 1), r);
  }
  for (const r of regions) {
    if (r.kind !== 'removed' || !isShort(model.base, r.base)) continue;
    const other =
      behind.get(settled(ofBase, r.base[0]!.index, -1)) ?? ahead.get(settled(ofBase, r.base.at(-1)!.index, 1));
    if (!other || gone.has(other)) continue;
    const topic = topics.topicOf(r);
    if (topic === 'text' || topics.topicOf(other) !== topic) continue;
    gone.add(r).add(other);
    const edit = rewritten(r, other, model);
    joined.push({ kind: 'changed', edits: [edit], base: r.base, revision: other.revision });
  }
  for (const r of gone) for (const edit of r.edits) edit.claimed = true;
  return [...regions.filter((r) => !gone.has(r)), ...joined];
}

function isShort(side: DiffSide, units: readonly Unit[]): boolean {
  const { blocks } = side.document;
  const pieces = units.map((unit) => {
    const { kind, group } = blocks[unit.block]!;
    return kind === 'item' || kind === 'row' ? `group ${group}` : unit.index;
  });
  return new Set(pieces).size <= MAX_REWRITTEN;
}

function isLoose({ base, revision }: Group): boolean {
  return base.length === 0 || revision.length === 0;
}

function rewritten({ base }: Region, { revision, edits }: Region, model: DiffModel): Edit {
  const group: Group = {
    base: base.map((u) => u.index),
    revision: revision.map((u) => u.index),
    kind: 'changed',
    moved: false,
  };
  const { edit, cut } = editOf(group, base, revision, model.vocabulary, edits[0]!.language);
  if (cut) model.alignment.limits.push('word-limit');
  return edit;
}
