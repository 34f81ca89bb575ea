import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Change, Level } from '../diff/types.ts';
import { UserError } from '../errors.ts';
import { atLeast } from '../report/diff/reporter.ts';
import type { Locale } from '../rules/engine.ts';
import type { Args } from './args.ts';
import { exitCodeOf, type Pair } from './compare.ts';
import { Configs } from './configs.ts';
import type { Context } from './context.ts';
import { statOf } from './files.ts';
import { readLines } from './io.ts';
import { compareAll } from './pipeline.ts';
import { Progress, wantsProgress } from './progress.ts';
import { appender, earlierLines } from './results-file.ts';
import { settingsOf } from './settings.ts';
import { lineLimit, toInput } from './stream.ts';
import { threadsOf } from './threads.ts';

/** `diff --batch FILE`: a line of json-lines for every pair, in their order; memory holds a window of pairs. */
export async function compareBatch(args: Args, context: Context): Promise<number> {
  checkOptions(args);
  const { io } = context;
  const settings = await settingsOf(args, context);
  const resume = args.text('resume');
  const target = resume ?? args.text('output-file');
  let code = 0;
  const count = (changes: readonly Change[]) => {
    code = Math.max(code, exitCodeOf(changes, shownOf(changes, args), args));
  };
  const complain = async (message: string) => {
    code = 2;
    await io.stderr.write(`policylint: ${message}\n`);
  };
  const done = new Set<string>();
  let failed = 0;
  if (resume !== undefined)
    await earlierLines(resolve(io.cwd, resume), resume, (line) => {
      const { base, revision, changes = [], error } = line as Line;
      done.add(keyOf(pathOf(base), pathOf(revision)));
      count(changes);
      if (error !== undefined) failed++;
    });
  if (failed > 0) await complain(`${resume} has ${failed} pairs that could not be compared`);
  const total = await linesOf(args, context);
  const limit = 2 * (await lineLimit(new Configs(settings)));
  const pairs = pairsOf(args, context, limit, done, complain);
  const locale = (args.text('lang') as Locale | undefined) ?? context.locale;
  const progress = new Progress(io.stderr, total, wantsProgress(args, io));
  const output =
    target === undefined ? undefined : await appender(resolve(io.cwd, target), target, resume !== undefined);
  const write = output?.write ?? ((text: string) => io.stdout.write(text));
  try {
    for await (const result of compareAll(pairs, settings, locale, threadsOf(args, total ?? Infinity))) {
      await progress.step(result.revision);
      if ('error' in result) {
        await progress.clear();
        await complain(result.error);
      } else {
        count(result.changelog.changes);
        result.changelog.changes = writtenOf(result.changelog.changes, args);
      }
      const line = `${JSON.stringify('error' in result ? result : result.changelog)}\n`;
      await write(line);
    }
  } finally {
    await output?.close();
  }
  await progress.clear();
  return code;
}

/** A line of a changelog, or of a pair that could not be compared. */
interface Line {
  base: string | { path: string };
  revision: string | { path: string };
  changes?: Change[];
  error?: string;
}

function pathOf(side: Line['base']): string {
  return typeof side === 'string' ? side : side.path;
}

function keyOf(base: string, revision: string): string {
  return `${base}\0${revision}`;
}

function checkOptions(args: Args): void {
  if (args.positionals.length > 0) throw new UserError('diff --batch takes its pairs from the file, name no others');
  if (args.list('format').some((format) => format !== 'json-lines' && format !== 'json'))
    throw new UserError('diff --batch writes json-lines only');
  for (const name of ['template', 'staged'])
    if (args.text(name) !== undefined || args.flag(name) === true)
      throw new UserError(`--${name} does not go with --batch`);
  if (args.text('resume') !== undefined && args.text('output-file') !== undefined)
    throw new UserError('--resume is the output file: leave --output-file out');
}

function shownOf(changes: readonly Change[], args: Args): Change[] {
  return atLeast(changes, (args.text('level') as Level | undefined) ?? 'substantive');
}

/** Machines get everything unless they ask for less. */
function writtenOf(changes: readonly Change[], args: Args): Change[] {
  return args.text('level') === undefined ? [...changes] : shownOf(changes, args);
}

/** How many lines the batch has; undefined on standard input. */
async function linesOf(args: Args, { io }: Context): Promise<number | undefined> {
  const batch = args.text('batch') ?? '-';
  if (batch === '-') return undefined;
  const file = resolve(io.cwd, batch);
  if (!statOf(file)?.isFile()) throw new UserError(`${batch}: no such file`);
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return lines + 1;
}

/** Pairs of the batch that are not done yet; a line that is none is told and passed over. */
async function* pairsOf(
  args: Args,
  { io }: Context,
  limit: number,
  done: ReadonlySet<string>,
  onBad: (message: string) => Promise<void>,
): AsyncGenerator<Pair> {
  const batch = args.text('batch') ?? '-';
  const bytes = batch === '-' ? io.stdin : createReadStream(resolve(io.cwd, batch));
  let number = 0;
  for await (const line of readLines(bytes, limit)) {
    number++;
    if (line?.trim() === '') continue;
    const pair = line === undefined ? undefined : pairOf(line, io.cwd);
    if (!pair) await onBad(`${batch}:${number}: ${line === undefined ? 'the line is too long' : NOT_A_PAIR}`);
    else if (!done.has(keyOf(pair.base.path, pair.revision.path))) yield pair;
  }
}

const NOT_A_PAIR = 'not two files with a tab between them, nor {"base": …, "revision": …}';

function pairOf(line: string, cwd: string): Pair | undefined {
  const sides = line.trimStart().startsWith('{') ? sidesOf(line) : line.split('\t');
  if (sides?.length !== 2 || sides.includes('')) return undefined;
  const [base, revision] = sides.map((side) => toInput(side, cwd));
  return base && revision ? { base, revision } : undefined;
}

function sidesOf(line: string): unknown[] | undefined {
  try {
    const { base, revision } = JSON.parse(line) as Record<string, unknown>;
    return [base, revision];
  } catch {
    return undefined;
  }
}
