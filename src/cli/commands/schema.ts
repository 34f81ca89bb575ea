import { readFile } from 'node:fs/promises';
import { didYouMean } from '../../text/nearest.ts';
import { UserError } from '../../errors.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';

const NAMES = ['config', 'report', 'changelog'];

/** `policylint schema NAME`: the JSON Schema of the configuration, the report or the changelog. */
export async function run(args: Args, { io }: Context): Promise<number> {
  const name = args.positionals[0] ?? 'config';
  if (!NAMES.includes(name))
    throw new UserError(`no schema ${name}${didYouMean(name, NAMES)} (schemas: ${NAMES.join(', ')})`);
  await io.stdout.write(await readFile(await schemaFile(name), 'utf8'));
  return 0;
}

/** `schema/` stands beside the bundle's folder and, in the sources, three folders up. */
async function schemaFile(name: string): Promise<URL> {
  for (const up of ['../schema/', '../../schema/', '../../../schema/']) {
    const url = new URL(`${up}${name}.schema.json`, import.meta.url);
    if (
      await readFile(url).then(
        () => true,
        () => false,
      )
    )
      return url;
  }
  throw new UserError(`the schema ${name} is not part of this installation`);
}
