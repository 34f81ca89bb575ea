import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { printable } from '../../report/escape.ts';
import { type FactsDocument, factsDocument } from '../../report/facts/json.ts';
import type { Style } from '../../report/reporter.ts';
import { VERSION } from '../../version.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { destinations, writeTexts } from '../outputs.ts';
import { settingsOf } from '../settings.ts';

type Documents = readonly (FactsDocument & { hash: string })[];
type FactsReporter = (documents: Documents, now: string, style: Style) => string;

const FORMATS: Readonly<Record<string, () => Promise<FactsReporter>>> = {
  text: async () => text,
  json: async () => report,
  tilt: async () => {
    const { toTilt } = await import('../../report/facts/tilt.ts');
    return (documents, now) => json(documents.map((d) => toTilt(d, { hash: d.hash, now })));
  },
  dpv: async () => {
    const { toDpv } = await import('../../report/facts/dpv.ts');
    return (documents) => json(documents.map((d) => toDpv(d)));
  },
};

/** `policylint facts`: what a policy states, normalised. */
export async function run(args: Args, context: Context): Promise<number> {
  const outputs = await destinations(args, 'text', FORMATS);
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
  await writeTexts(outputs, (reporter, style) => reporter(documents, settings.now, style), args, context);
  return couldNotRun ? 2 : 0;
}

function report(documents: Documents): string {
  const shown = documents.map(({ hash: _, ...document }) => document);
  return `${JSON.stringify({ version: 1, tool: { name: 'policylint', version: VERSION }, documents: shown })}\n`;
}

/** One line per fact, aligned: where, what kind, the value and what belongs to it. */
function text(documents: Documents, _now: string, style: Style): string {
  return documents.map(({ path, facts }) => `${style.underline(printable(path))}\n${table(facts, style)}\n`).join('');
}

function table(facts: FactsDocument['facts'], style: Style): string {
  const rows = facts.map((f) => [`${f.position.start.line}:${f.position.start.column}`, f.type, detailed(f)] as const);
  const width = (column: 0 | 1) => rows.reduce((most, row) => Math.max(most, row[column].length), 0);
  const [places, types] = [width(0), width(1)];
  return rows
    .map(([place, type, value]) => `  ${style.dim(place.padStart(places))}  ${type.padEnd(types)}  ${value}\n`)
    .join('');
}

/** The value, then the further keys of the fact that are short enough for a line. */
function detailed({ type: _, value, text: __, position: ___, ...rest }: FactsDocument['facts'][number]): string {
  const more = Object.entries(rest).flatMap(([key, entry]) =>
    typeof entry === 'string' && entry !== value && entry !== 'affirmed' ? [`${key}: ${entry}`] : [],
  );
  return printable([value, ...more].join('  ')).replace(/\s*\n\s*/g, ' ');
}

/** One policy is one document of the format; several are a list. */
function json(documents: readonly unknown[]): string {
  return `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;
}
