import type { Change, Changelog } from '../diff/types.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../rules/engine.ts';
import type { Args } from './args.ts';
import type { Input } from './inputs.ts';
import type { Linter } from './linter.ts';

/** Two versions of a policy. */
export interface Pair {
  base: Input;
  revision: Input;
}

/** `error`: why the pair could not be compared. */
export type PairResult =
  { base: string; revision: string; changelog: Changelog } | { base: string; revision: string; error: string };

/** Compares a pair under the settings of a linter. One pair never hides another. */
export async function comparePair({ base, revision }: Pair, linter: Linter, locale: Locale): Promise<PairResult> {
  const paths = { base: base.path, revision: revision.path };
  try {
    const { diffContexts } = await import('../diff/diff.ts');
    const left = (await linter.analyze(base, await linter.read(base))).context;
    const right = (await linter.analyze(revision, await linter.read(revision))).context;
    return { ...paths, changelog: diffContexts(left, right, { locale }) };
  } catch (error) {
    if (error instanceof UserError) return { ...paths, error: error.message };
    return { ...paths, error: `internal error: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** 1 when the changes are what `--fail-on` or `--exit-code` asks to fail on; `shown` are those at the asked level. */
export function exitCodeOf(changes: readonly Change[], shown: readonly Change[], args: Args): 0 | 1 {
  const failOn = args.text('fail-on');
  const counts = (change: Change): boolean =>
    failOn === 'any' || change.level === failOn || (failOn === 'substantive' && change.level === 'material');
  if (failOn !== undefined && changes.some(counts)) return 1;
  return args.flag('exit-code') === true && shown.length > 0 ? 1 : 0;
}
