import type { DiffSide } from '../model.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';
import { changeAt, wordsOf } from './regions.ts';
import type { Detector } from './types.ts';

const RULES = new Set(['draft/placeholder', 'draft/marker', 'draft/stub', 'draft/truncated']);

interface Draft {
  text: string;
  unit: Unit;
}

const known = new WeakMap<DiffSide, Map<number, Draft[]>>();

/** What the lint calls unfinished in one version, by unit. */
function draftsOf(side: DiffSide): Map<number, Draft[]> {
  let drafts = known.get(side);
  if (drafts) return drafts;
  drafts = new Map();
  known.set(side, drafts);
  const { document, units } = side;
  const at = units.map((u) => document.sourceSpan(u.span));
  for (const finding of side.findings) {
    if (!RULES.has(finding.rule)) continue;
    const { start, end } = finding.position;
    const i = at.findIndex((span) => start.offset < span.end && span.start < end.offset);
    if (i < 0) continue;
    const draft = { text: document.source.slice(start.offset, end.offset), unit: units[i]! };
    drafts.set(i, [...(drafts.get(i) ?? []), draft]);
  }
  return drafts;
}

function drafts(side: DiffSide, units: readonly Unit[]): Draft[] {
  const all = draftsOf(side);
  return all.size === 0 ? [] : units.flatMap((u) => all.get(u.index) ?? []);
}

/** Unfinished passages that were completed, or that came in. */
export const placeholders: Detector = (region, model) => {
  const before = drafts(model.base, region.base);
  const after = drafts(model.revision, region.revision);
  const left = (list: Draft[], other: Draft[]) => list.filter((d) => !other.some((o) => o.text === d.text));
  const changes: RawChange[] = [];
  for (const { text, unit } of left(before, after))
    changes.push(changeAt('placeholder-filled', { old: text }, unit, region.revision[0]));
  for (const { text, unit } of left(after, before))
    changes.push(changeAt('placeholder-added', { new: text }, undefined, unit));
  const words = changes.flatMap((c) => wordsOf(`${c.args.old ?? ''} ${c.args.new ?? ''}`));
  return changes.length > 0 ? { changes, words } : undefined;
};
