import { resolve } from 'node:path';
import { diffContexts } from '../../diff/diff.ts';
import { UserError } from '../../errors.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import type { Input } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { settingsOf } from '../settings.ts';

/** `policylint diff OLD NEW`: what a new version changes in law. */
export async function run(args: Args, context: Context): Promise<number> {
  const [base, revision] = args.positionals;
  if (base === undefined || revision === undefined)
    throw new UserError('diff needs two versions: policylint diff OLD NEW');
  const settings = await settingsOf(args, context);
  const linter = new Linter(settings);
  const analyzed = [];
  for (const path of [base, revision]) {
    const input: Input = { path, file: resolve(settings.cwd, path) };
    analyzed.push((await linter.analyze(input, await linter.read(input))).context);
  }
  const changelog = diffContexts(analyzed[0]!, analyzed[1]!, { locale: context.locale });
  await context.io.stdout.write(`${JSON.stringify(changelog)}\n`);
  return 0;
}
