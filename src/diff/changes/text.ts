import { changeOf, type DiffModel } from '../model.ts';
import type { RawChange } from '../types.ts';

/** What no topic explains. */
export function textChanges(model: DiffModel): RawChange[] {
  const changes: RawChange[] = [];
  for (const edit of model.edits) {
    if (edit.claimed) continue;
    edit.claimed = true;
    const id = { changed: 'text-changed', added: 'text-added', removed: 'text-removed', same: 'text-changed' }[
      edit.group.kind
    ];
    changes.push(changeOf(model, id, edit));
  }
  return changes;
}
