import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../text/nearest.ts';
import { UserError } from '../errors.ts';
import type { Packs } from '../packs/types.ts';
import type { DocumentReport } from '../report/types.ts';
import { ruleIds } from '../rules/directives.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';

export const SUPPRESSIONS_FILE = 'policylint-suppressions.json';

/** Applies the suppressions file, which is loaded only where there is one or one is asked for. */
export async function suppress(
  documents: DocumentReport[],
  args: Args,
  context: Context,
  packs: Packs,
): Promise<string | undefined> {
  const rules = args.list('suppress-rule');
  const asked = ['suppress-all', 'prune-suppressions'].some((name) => args.flag(name));
  const named = rules.length > 0 || args.text('suppressions-location') !== undefined;
  if (!asked && !named && !existsSync(join(context.io.cwd, SUPPRESSIONS_FILE))) return undefined;
  const known = ruleIds(packs.rules);
  for (const rule of rules)
    if (!known.has(rule)) throw new UserError(`--suppress-rule: unknown rule ${rule}${didYouMean(rule, [...known])}`);
  const { applySuppressions, suppressionOptions } = await import('./suppressions.ts');
  return applySuppressions(documents, suppressionOptions(args, context), context.io.cwd);
}
