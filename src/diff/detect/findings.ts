import { firstWhere } from '../../text/search.ts';
import { foldedWords } from '../../text/words.ts';
import type { DiffSide } from '../model.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';
import { changeAt } from './regions.ts';
import type { Detector } from './types.ts';

/** Findings of the lint whose coming and going is a change of its own. */
const CHANGE_IDS: Readonly<Record<string, { added: string; removed: string }>> = {
  'draft/placeholder': { added: 'placeholder-added', removed: 'placeholder-filled' },
  'draft/marker': { added: 'placeholder-added', removed: 'placeholder-filled' },
  'draft/stub': { added: 'placeholder-added', removed: 'placeholder-filled' },
  'draft/truncated': { added: 'placeholder-added', removed: 'placeholder-filled' },
  'wording/consent-by-use': { added: 'consent-by-use-added', removed: 'consent-by-use-removed' },
};

interface Found {
  rule: string;
  text: string;
  unit: Unit;
}

const known = new WeakMap<DiffSide, Map<number, Found[]>>();

/** What the lint says of one version and a change would tell, by unit. */
function findingsOf(side: DiffSide): Map<number, Found[]> {
  let byUnit = known.get(side);
  if (byUnit) return byUnit;
  byUnit = new Map();
  known.set(side, byUnit);
  const { document, units } = side;
  const at = units.map((u) => document.sourceSpan(u.span));
  for (const { rule, position } of side.findings) {
    if (!CHANGE_IDS[rule]) continue;
    const { start, end } = position;
    const i = firstWhere(0, at.length, (u) => at[u]!.end > start.offset);
    const unit = units[i];
    if (!unit || at[i]!.start >= end.offset) continue;
    const found = { rule, text: document.source.slice(start.offset, end.offset), unit };
    const list = byUnit.get(i);
    if (list) list.push(found);
    else byUnit.set(i, [found]);
  }
  return byUnit;
}

function findingsIn(side: DiffSide, units: readonly Unit[]): Found[] {
  const all = findingsOf(side);
  return all.size === 0 ? [] : units.flatMap((u) => all.get(u.index) ?? []);
}

/** What the lint finds in one version of a passage and not in the other. */
export const findings: Detector = (region, model) => {
  const before = findingsIn(model.base, region.base);
  const after = findingsIn(model.revision, region.revision);
  const left = (list: Found[], other: Found[]) =>
    list.filter((f) => !other.some((o) => o.rule === f.rule && o.text === f.text));
  const changes: RawChange[] = [];
  for (const { rule, text, unit } of left(before, after))
    changes.push(changeAt(CHANGE_IDS[rule]!.removed, { old: text }, unit, region.revision[0]));
  for (const { rule, text, unit } of left(after, before))
    changes.push(changeAt(CHANGE_IDS[rule]!.added, { new: text }, undefined, unit));
  const words = changes.flatMap((c) => foldedWords(`${c.args.old ?? ''} ${c.args.new ?? ''}`));
  return changes.length > 0 ? { changes, words } : undefined;
};
