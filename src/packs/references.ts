import { didYouMean } from '../text/nearest.ts';
import type { RuleFiles } from './build.ts';
import { PackError } from './error.ts';
import type { Concept, Condition, DefectRule, Law, PhraseFile, RulePack } from './types.ts';

/** Checks that the concepts, groups and ids which files name exist and exist once. Pure. @throws PackError */
export function checkReferences(files: RuleFiles, known?: RulePack): void {
  const concepts = new Set(Object.keys(known?.concepts ?? {}));
  const ids = new Map<string, string>();
  const once = (id: string, path: string) => {
    const other = ids.get(id);
    if (other) throw new PackError(path, '', `the id ${id} is used twice${other === path ? '' : `, also in ${other}`}`);
    ids.set(id, path);
  };
  for (const [path, data] of files)
    if (path.startsWith('concepts/'))
      for (const { id } of data as Concept[]) {
        once(id, path);
        concepts.add(id);
      }
  const concept = (id: string, path: string, place: string) => {
    if (!concepts.has(id)) throw new PackError(path, place, `no concept ${id}${didYouMean(id, [...concepts])}`);
  };
  const condition = (when: Condition | undefined, path: string, place: string) => {
    for (const id of conceptsIn(when)) concept(id, path, place);
  };
  for (const [path, data] of files) {
    if (path.startsWith('laws/')) {
      const law = data as Law;
      once(law.id, path);
      for (const id of law.applies?.any ?? []) concept(id, path, 'applies/any');
      for (const row of law.requirements) {
        once(row.id, path);
        if (!row.id.startsWith(`${law.id}/`))
          throw new PackError(path, row.id, `the ids of this law's rows begin with ${law.id}/`);
        for (const id of row.concepts) concept(id, path, `${row.id}/concepts`);
        condition(row.when, path, `${row.id}/when`);
        condition(row.escalate?.when, path, `${row.id}/escalate`);
        const groups = Object.keys(law.groups ?? {});
        if (row.group && !groups.includes(row.group))
          throw new PackError(path, `${row.id}/group`, `no group ${row.group}${didYouMean(row.group, groups)}`);
      }
    } else if (path.startsWith('defects/')) {
      for (const rule of data as DefectRule[]) {
        once(rule.id, path);
        if (rule.concept) concept(rule.concept, path, `${rule.id}/concept`);
        condition(rule.when, path, `${rule.id}/when`);
      }
    } else if (path.startsWith('phrases/') && !/\/_language\.ya?ml$/.test(path))
      concept((data as PhraseFile).concept, path, 'concept');
  }
}

/** Concepts a condition names. */
function* conceptsIn(condition: Condition | string | undefined): Generator<string> {
  if (condition === undefined) return;
  if (typeof condition === 'string') yield condition.replace(/^!/, '');
  else {
    yield* condition.strong ?? [];
    for (const part of [...(condition.any ?? []), ...(condition.all ?? [])]) yield* conceptsIn(part);
  }
}
