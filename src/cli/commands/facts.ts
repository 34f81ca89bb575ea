import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { toDpv } from '../../report/facts/dpv.ts';
import { type FactsDocument, factsDocument } from '../../report/facts/json.ts';
import { toTilt } from '../../report/facts/tilt.ts';
import { VERSION } from '../../version.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { settingsOf } from '../settings.ts';

const FORMATS = ['text', 'json', 'tilt', 'dpv'];

/** `policylint facts`: what a policy states, normalised. */
export async function run(args: Args, context: Context): Promise<number> {
  const format = args.list('format').at(-1) ?? 'text';
  if (!FORMATS.includes(format)) throw new UserError(`facts has the formats ${FORMATS.join(', ')}, not ${format}`);
  const settings = await settingsOf(args, context);
  const linter = new Linter(settings);
  const { inputs, failed } = await collectInputs(args, context, linter.configs);
  let couldNotRun = failed;
  const documents: (FactsDocument & { hash: string })[] = [];
  for (const input of inputs) {
    try {
      const document = await linter.read(input);
      const { facts } = (await linter.analyze(input, document)).context;
      const hash = createHash('sha256').update(document.source).digest('hex');
      documents.push({ ...factsDocument(document, facts), path: input.path, hash });
    } catch (error) {
      couldNotRun = true;
      await context.io.stderr.write(
        `policylint: ${error instanceof UserError ? error.message : `${input.path}: ${String(error)}`}\n`,
      );
    }
  }
  await context.io.stdout.write(render(documents, format, settings.now));
  return couldNotRun ? 2 : 0;
}

function render(documents: readonly (FactsDocument & { hash: string })[], format: string, now?: string): string {
  if (format === 'json') {
    const report = {
      version: 1,
      tool: { name: 'policylint', version: VERSION },
      documents: documents.map(({ hash: _, ...document }) => document),
    };
    return `${JSON.stringify(report)}\n`;
  }
  if (format === 'tilt') return json(documents.map((d) => toTilt(d, { hash: d.hash, now })));
  if (format === 'dpv') return json(documents.map((d) => toDpv(d)));
  return documents
    .map(({ path, facts }) =>
      [
        path,
        ...facts.map((f) => `  ${f.position.start.line}:${f.position.start.column}  ${f.type}  ${f.value}`),
        '',
      ].join('\n'),
    )
    .join('');
}

/** One policy is one document of the format; several are a list. */
function json(documents: readonly unknown[]): string {
  return `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;
}
