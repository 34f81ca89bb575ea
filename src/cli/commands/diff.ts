import { resolve } from 'node:path';
import { diffContexts } from '../../diff/diff.ts';
import { UserError } from '../../errors.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { Linter } from '../linter.ts';
import { settingsOf } from '../settings.ts';

/** `policylint diff OLD NEW`: what a new version changes in law. */
export async function run(args: Args, context: Context): Promise<number> {
  const [base, revision] = args.positionals;
  if (base === undefined || revision === undefined)
    throw new UserError('diff needs two versions: policylint diff OLD NEW');
  const linter = new Linter(await settingsOf(args, context));
  const analyzed = [];
  for (const path of [base, revision])
    analyzed.push(await linter.analyze(path, await linter.read({ path, file: resolve(context.io.cwd, path) })));
  const changelog = diffContexts(analyzed[0]!, analyzed[1]!, { locale: context.locale });
  await context.io.stdout.write(`${JSON.stringify(changelog)}\n`);
  return 0;
}
