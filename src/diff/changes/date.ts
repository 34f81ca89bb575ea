import { isMonth } from '../lexicon/lexicon.ts';
import type { Edit } from '../edits.ts';
import { changeOf, quote, type DiffModel } from '../model.ts';
import { spanOf } from '../edits.ts';
import { CHANGES } from '../registry.ts';
import type { RawChange } from '../types.ts';

/** The date or version line: editorial, and reported once however often the text repeats it. */
export function dateChanges(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  for (const edit of model.edits) {
    if (edit.claimed || (edit.cls !== 'date' && !isDateUnit(edit))) continue;
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

/** A short unit of its own with a full date in it: "Last updated: 3 May 2024". */
function isDateUnit(edit: Edit): boolean {
  if (edit.group.kind === 'changed') return false;
  const words = [...edit.baseWords, ...edit.revisionWords];
  if (words.length > MAX_WORDS) return false;
  const year = words.some((w) => /^(?:19|20)\d\d$/.test(w));
  const dotted = words.some((w) => /^\d{1,2}[.,]\d{1,2}[.,](?:19|20)\d\d$/.test(w));
  const month = words.some((w) => isMonth(w, edit.language) || /^(?:0?[1-9]|1[0-2])$/.test(w));
  return dotted || (year && month);
}

/** Remarks that something material changed while every date of the notice stayed. Runs last: it judges the others. */
export function withoutNewDate(model: DiffModel, changes: readonly RawChange[]): RawChange[] {
  const material = changes.some((c) => CHANGES.get(c.id)?.level === 'material');
  if (!material || changes.some((c) => c.id.startsWith('date-'))) return [];
  for (const unit of model.revision.units) {
    const words = [...unit.words].map((w) => model.vocabulary.words[w]!);
    if (words.length > MAX_WORDS || unit.heading) continue;
    const year = words.some((w) => /^(?:19|20)\d\d$/.test(w));
    const language = model.revision.document.language;
    if (!year || !words.some((w) => isMonth(w, language) || /^\d{1,2}$/.test(w))) continue;
    const span = spanOf([unit])!;
    return [{ id: 'material-change-without-new-date', args: { old: quote(model.revision, span) }, revision: span }];
  }
  return [];
}
