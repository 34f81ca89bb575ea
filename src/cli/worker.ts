import type { Input } from './inputs.ts';
import { Linter, type LintResult } from './linter.ts';
import type { Settings } from './settings.ts';

export interface Task {
  settings: Settings;
  inputs: Input[];
}

let linter: Linter | undefined;

/** Lints a batch in a worker; the settings are the same for all batches of a run. */
export default async function work({ settings, inputs }: Task): Promise<LintResult[]> {
  linter ??= new Linter(settings);
  const results: LintResult[] = [];
  for (const input of inputs) results.push(await linter.lint(input));
  return results;
}
