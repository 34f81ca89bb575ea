import { UserError } from '../../errors.ts';
import { VERSION } from '../../version.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { settingsOf } from '../settings.ts';

/** `policylint facts`: what a policy states, normalised. */
export async function run(args: Args, context: Context): Promise<number> {
  const format = args.list('format').at(-1) ?? 'text';
  if (format !== 'json' && format !== 'text') throw new UserError(`facts has the formats text and json, not ${format}`);
  const linter = new Linter(await settingsOf(args, context));
  const { inputs, failed } = await collectInputs(args, context, linter.configs);
  let couldNotRun = failed;
  const documents = [];
  for (const input of inputs) {
    try {
      const document = await linter.read(input);
      const { facts } = (await linter.analyze(input, document)).context;
      documents.push({
        path: input.path,
        language: document.language,
        facts: facts.map(({ source, sentence: _, ...fact }) => ({
          ...fact,
          text: document.source.slice(source.start, source.end),
          position: document.position(source),
        })),
      });
    } catch (error) {
      couldNotRun = true;
      await context.io.stderr.write(
        `policylint: ${error instanceof UserError ? error.message : `${input.path}: ${String(error)}`}\n`,
      );
    }
  }
  if (format === 'json') {
    await context.io.stdout.write(
      `${JSON.stringify({ version: 1, tool: { name: 'policylint', version: VERSION }, documents })}\n`,
    );
  } else {
    for (const { path, facts } of documents) {
      await context.io.stdout.write(`${path}\n`);
      for (const f of facts)
        await context.io.stdout.write(`  ${f.position.start.line}:${f.position.start.column}  ${f.type}  ${f.value}\n`);
    }
  }
  return couldNotRun ? 2 : 0;
}
