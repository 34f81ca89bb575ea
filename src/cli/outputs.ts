import { promises } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../text/nearest.ts';
import { causeOf, UserError } from '../errors.ts';
import { REPORTERS } from '../report/index.ts';
import { PLAIN, type Reporter, type Style } from '../report/reporter.ts';
import type { Report } from '../report/types.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';
import { renderContext, type RenderSources, styleFor } from './render.ts';

export interface Destination<R = Reporter> {
  format: string;
  /** Undefined: standard output. */
  file: string | undefined;
  reporter: R;
}

/** Where each asked format goes: `-f stylish -f sarif=out.sarif`; `-o` is the file of a single one. */
export async function destinations(args: Args, fallback: string): Promise<Destination[]>;
export async function destinations<R>(
  args: Args,
  fallback: string,
  table: Readonly<Record<string, () => Promise<R>>>,
): Promise<Destination<R>[]>;
export async function destinations<R>(
  args: Args,
  fallback: string,
  table = REPORTERS as unknown as Readonly<Record<string, () => Promise<R>>>,
): Promise<Destination<R>[]> {
  const asked = args.list('format').length > 0 ? args.list('format') : [fallback];
  const output = args.text('output-file');
  const all: Destination<R>[] = [];
  for (const item of asked) {
    const at = item.indexOf('=');
    const format = at < 0 ? item : item.slice(0, at);
    const load = Object.hasOwn(table, format) ? table[format] : undefined;
    if (!load)
      throw new UserError(
        `unknown format ${format}${didYouMean(format, Object.keys(table))} (formats: ${Object.keys(table).join(', ')})`,
      );
    if (at >= 0 && at === item.length - 1) throw new UserError(`--format ${item} needs a file after =`);
    all.push({ format, file: at < 0 ? undefined : item.slice(at + 1), reporter: await load() });
  }
  const open = all.filter((d) => d.file === undefined);
  if (output !== undefined) {
    if (open.length !== 1) throw new UserError('--output-file goes with one --format without a file of its own');
    open[0]!.file = output;
  } else if (open.length > 1) {
    throw new UserError(
      `only one format can go to standard output: give the others a file (--format ${open[1]!.format}=FILE)`,
    );
  }
  checkFiles(all);
  return all;
}

/** The second would overwrite the first. */
function checkFiles(all: readonly Destination<unknown>[]): void {
  const files = all.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = all.find(({ file }) => file !== undefined && files.filter((f) => f === resolve(file)).length > 1);
  if (twice) throw new UserError(`two formats cannot go to one file: ${twice.file}`);
}

/** Writes the report in every asked format. */
export async function writeReport(
  report: Report,
  all: readonly Destination[],
  args: Args,
  context: Context,
  sources: RenderSources,
): Promise<void> {
  for (const { format, file, reporter } of all) {
    const target = file === undefined ? context.io.stdout : undefined;
    const rendering = await renderContext(target, context, args.flag('color'), sources);
    const pieces = reporter(report, rendering);
    if (format === 'github' && file === undefined)
      await (await import('./step-summary.ts')).listRolledUp(context.io.env, report, rendering);
    await deliver(pieces, file, context);
  }
}

/** Writes the text of each asked format; colours only where a person looks. */
export async function writeTexts<R>(
  all: readonly Destination<R>[],
  textOf: (reporter: R, style: Style) => string | Promise<string>,
  args: Args,
  context: Context,
): Promise<void> {
  const { io } = context;
  for (const { reporter, file } of all) {
    const style = file === undefined ? await styleFor(io.stdout, args.flag('color'), io.env) : PLAIN;
    await deliver([await textOf(reporter, style)], file, context);
  }
}

/** Writes pieces of text to a file, or to standard output where none is named. */
export async function deliver(pieces: Iterable<string>, file: string | undefined, { io }: Context): Promise<void> {
  if (file === undefined) await writePieces(pieces, (text) => io.stdout.write(text));
  else await writeOut(resolve(io.cwd, file), file, pieces);
}

async function writePieces(pieces: Iterable<string>, write: (text: string) => void | Promise<void>): Promise<void> {
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length < 65_536) continue;
    await write(buffer);
    buffer = '';
  }
  if (buffer !== '') await write(buffer);
}

async function writeOut(absolute: string, shown: string, pieces: Iterable<string>): Promise<void> {
  try {
    await promises.writeFile(absolute, pieces);
  } catch (error) {
    throw new UserError(`cannot write ${shown}: ${causeOf(error)}`);
  }
}
