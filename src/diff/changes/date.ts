import { asWritten } from '../detect/regions.ts';
import type { Edit } from '../edits.ts';
import { changeOf, type DiffModel, type DiffSide } from '../model.ts';
import { CHANGES } from '../registry.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';

/** The date or version line: editorial, and reported once however often the text repeats it. */
export function dateChanges(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  for (const edit of model.edits) {
    if (edit.claimed || (edit.cls !== 'date' && !isDateUnit(model, edit))) continue;
    edit.claimed = true;
    const id = { changed: 'date-changed', added: 'date-added', removed: 'date-removed', same: 'date-changed' }[
      edit.group.kind
    ];
    if (!changes.some((c) => c.id === id)) changes.push(changeOf(model, id, edit));
  }
  // A line that was replaced as a whole is one change of the date.
  const added = changes.findIndex((c) => c.id === 'date-added');
  const removed = changes.findIndex((c) => c.id === 'date-removed');
  if (added >= 0 && removed >= 0) {
    const [a, r] = [changes[added]!, changes[removed]!];
    const joined = {
      id: 'date-changed',
      args: { old: r.args.old!, new: a.args.new! },
      base: r.base,
      revision: a.revision,
    };
    return [...changes.filter((c) => c !== a && c !== r), joined];
  }
  return changes;
}

const MAX_WORDS = 14;

/** A short unit of its own with a date in it: "Last updated: 3 May 2024". */
function isDateUnit(model: DiffModel, { group, base, revision }: Edit): boolean {
  if (group.kind === 'changed') return false;
  const hasDate = (side: DiffSide, { index, words }: Unit) =>
    words.length <= MAX_WORDS && (side.entities.get(index) ?? []).some((entity) => entity.name === 'date');
  return base.some((unit) => hasDate(model.base, unit)) || revision.some((unit) => hasDate(model.revision, unit));
}

/** Remarks that something material changed while every date of the notice stayed. Runs last: it judges the others. */
export function withoutNewDate(model: DiffModel, changes: readonly RawChange[]): RawChange[] {
  const material = changes.some((c) => CHANGES.get(c.id)?.level === 'material');
  if (!material || changes.some((c) => c.id.startsWith('date-'))) return [];
  const { revision } = model;
  const date = revision.context.factsOf('last-updated', 'effective-date')[0];
  if (!date) return [];
  const span = revision.units[revision.ofSentence[date.sentence] ?? -1]?.span;
  const old = asWritten(revision, date);
  return [{ id: 'material-change-without-new-date', args: { old }, ...(span ? { revision: span } : {}) }];
}
