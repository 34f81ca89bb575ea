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

/** What the lint calls unfinished in some units of one version. */
function drafts(side: DiffSide, units: readonly Unit[]): Draft[] {
  const { document } = side;
  const found: Draft[] = [];
  for (const finding of side.findings) {
    if (!RULES.has(finding.rule)) continue;
    const { start, end } = finding.position;
    const unit = units.find((u) => {
      const span = document.sourceSpan(u.span);
      return start.offset < span.end && span.start < end.offset;
    });
    if (unit) found.push({ text: document.source.slice(start.offset, end.offset), unit });
  }
  return found;
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
