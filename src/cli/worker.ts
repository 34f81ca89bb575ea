import type { Locale } from '../rules/engine.ts';
import { comparePair, type Pair, type PairResult } from './compare.ts';
import type { Input } from './inputs.ts';
import { Linter, type LintResult } from './linter.ts';
import type { Settings } from './settings.ts';

/** A batch of policies to lint, or of pairs to compare. */
export type Task = { settings: Settings } & ({ inputs: Input[] } | { pairs: Pair[]; locale: Locale });

let linter: Linter | undefined;

/** Does a batch in a worker; the settings are the same for all batches of a run. */
export default async function work(task: Task): Promise<LintResult[] | PairResult[]> {
  linter ??= new Linter(task.settings);
  if ('pairs' in task) {
    const compared: PairResult[] = [];
    for (const pair of task.pairs) compared.push(await comparePair(pair, linter, task.locale));
    return compared;
  }
  const results: LintResult[] = [];
  for (const input of task.inputs) results.push(await linter.lint(input));
  return results;
}
