import { spanOf, type Edit } from '../edits.ts';
import { changeOf, quote, type DiffModel } from '../model.ts';
import { rejoined } from '../rejoined.ts';
import { isReworded } from '../reworded.ts';
import type { RawChange } from '../types.ts';
import { hierarchyChanges, partedSection } from './sections.ts';

/** Headings and column titles: renamed, added, removed, split, merged; what stands under them is judged by itself. */
export function headingChanges(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  for (const edit of model.edits) {
    const isHeading = [...edit.base, ...edit.revision].every((u) => u.heading);
    if (edit.claimed || !(isHeading || isColumnTitle(model, edit))) continue;
    edit.claimed = true;
    if (edit.cls === 'none') continue;
    const parted = isHeading ? partedSection(model, edit) : undefined;
    const args = { old: quote(model.base, spanOf(edit.base)), new: quote(model.revision, spanOf(edit.revision)) };
    if (edit.group.kind === 'changed') changes.push({ ...changeOf(model, 'section-renamed', edit), args });
    else if (edit.group.kind === 'added')
      changes.push({
        ...changeOf(model, parted ? 'section-split' : 'heading-added', edit),
        args: { ...args, old: parted?.whole ?? '' },
      });
    else
      changes.push({
        ...changeOf(model, parted ? 'section-merged' : 'heading-removed', edit),
        args: { ...args, new: parted?.whole ?? '' },
      });
  }
  return [...changes, ...hierarchyChanges(model)];
}

/** A column title that came or went with its table: the rows are told by themselves. */
function isColumnTitle(model: DiffModel, { group, base, revision }: Edit): boolean {
  if (group.kind !== 'added' && group.kind !== 'removed') return false;
  const { blocks } = (group.kind === 'added' ? model.revision : model.base).document;
  return [...base, ...revision].every((unit) => {
    const block = blocks[unit.block]!;
    return block.kind === 'row' && block.header === true;
  });
}

/** Text that stands elsewhere: one change for a run of moved units, `section-moved` when it starts with a heading. */
export function moves(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  const moved = model.alignment.groups
    .filter((g) => g.moved && g.kind === 'same')
    .sort((a, b) => a.revision[0]! - b.revision[0]!);
  for (let i = 0; i < moved.length;) {
    let last = i;
    while (
      last + 1 < moved.length &&
      moved[last + 1]!.revision[0]! === moved[last]!.revision.at(-1)! + 1 &&
      moved[last + 1]!.base[0]! === moved[last]!.base.at(-1)! + 1
    )
      last++;
    const run = moved.slice(i, last + 1);
    i = last + 1;
    const base = run.flatMap((g) => g.base.map((b) => model.base.units[b]!));
    const revision = run.flatMap((g) => g.revision.map((r) => model.revision.units[r]!));
    const heading = revision[0]!.heading;
    changes.push({
      id: heading ? 'section-moved' : 'text-moved',
      args: { new: quote(model.revision, spanOf(heading ? revision.slice(0, 1) : revision)) },
      base: spanOf(base),
      revision: spanOf(revision),
    });
  }
  return changes;
}

/** What changes nothing that is said: wording, links. Claims every edit below content. */
export function editorialEdits(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  const content: Edit[] = [];
  for (const edit of model.edits) {
    if (edit.claimed || edit.cls === 'date') continue;
    if (edit.cls === 'content' && !isReworded(edit, model)) {
      content.push(edit);
      continue;
    }
    edit.claimed = true;
    if (edit.cls === 'none') continue;
    changes.push(changeOf(model, edit.cls === 'link' ? 'link-changed' : 'wording-changed', edit));
  }
  for (const { edits, whole } of rejoined(content, model)) {
    for (const edit of edits) edit.claimed = true;
    changes.push(changeOf(model, 'wording-changed', whole));
  }
  return changes;
}
