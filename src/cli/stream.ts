import { createReadStream } from 'node:fs';
import { appendFile, open, truncate } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/types.ts';
import { statOf } from './files.ts';
import type { Args } from './args.ts';
import type { Configs } from './configs.ts';
import type { Context } from './context.ts';
import { collectInputs, type Input } from './inputs.ts';
import type { Destination } from './outputs.ts';
import { Progress, wantsProgress } from './progress.ts';
import type { Lint } from './pipeline.ts';
import { type Io, readLines } from './io.ts';
import type { LintResult } from './linter.ts';
import { causeOf } from './read-input.ts';

export interface Streamed {
  errors: number;
  warnings: number;
  couldNotRun: boolean;
}

/** Lints and writes line by line; memory holds a window of documents, however many there are. */
export async function stream(
  args: Args,
  context: Context,
  { file }: Destination,
  lint: Lint,
  configs: Configs,
): Promise<Streamed> {
  const { io } = context;
  const resume = args.text('resume');
  if (resume !== undefined && file !== undefined)
    throw new UserError('--resume is the output file: leave --output-file out');
  const target = resume ?? file;
  const earlier = resume === undefined ? undefined : await earlierResults(resolve(io.cwd, resume), resume);
  const counts: Streamed = { errors: earlier?.errors ?? 0, warnings: earlier?.warnings ?? 0, couldNotRun: false };
  const complain = async (message: string) => {
    counts.couldNotRun = true;
    await io.stderr.write(`policylint: ${message}\n`);
  };
  const [inputs, total] = await inputsOf(args, context, configs, complain, () => (counts.couldNotRun = true));
  const left = earlier ? remaining(inputs, earlier.paths) : inputs;
  const progress = new Progress(io.stderr, total, wantsProgress(args, io));
  const output =
    target === undefined ? undefined : await appender(resolve(io.cwd, target), target, resume !== undefined);
  const write = output?.write ?? ((text: string) => io.stdout.write(text));
  try {
    for await (const result of await lint(left, total ?? Infinity)) {
      await progress.step(result.path);
      if ('error' in result) {
        await progress.clear();
        await complain(result.error);
      } else {
        if (args.flag('quiet'))
          result.document.findings = result.document.findings.filter((f) => f.severity === 'error');
        counts.couldNotRun ||= result.crashed;
        for (const { severity } of result.document.findings)
          if (severity !== 'info') counts[severity === 'error' ? 'errors' : 'warnings']++;
      }
      await write(lineOf(result));
    }
  } finally {
    await output?.close();
  }
  await progress.clear();
  return counts;
}

async function inputsOf(
  args: Args,
  context: Context,
  configs: Configs,
  complain: (message: string) => Promise<void>,
  onFailed: () => void,
): Promise<[Iterable<Input> | AsyncIterable<Input>, number | undefined]> {
  if (args.flag('ndjson')) return [ndjsonInputs(context.io, complain), undefined];
  const { inputs, failed } = await collectInputs(args, context, configs);
  if (failed) onFailed();
  return [inputs, inputs.length];
}

async function* remaining(inputs: Iterable<Input> | AsyncIterable<Input>, done: ReadonlySet<string>) {
  for await (const input of inputs) if (!done.has(input.path)) yield input;
}

/** The line of json-lines for a result; a file that could not be read has its own, so that it is not tried again. */
export function lineOf(result: LintResult): string {
  return `${JSON.stringify('error' in result ? { path: result.path, error: result.error } : result.document)}\n`;
}

/** One `{"path", "text"}` a line; a line that is not, is told and passed over. */
export async function* ndjsonInputs(io: Io, onBad: (message: string) => void | Promise<void>): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of readLines(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const input = inputOf(line, io.cwd);
    if (input) yield input;
    else await onBad(`line ${number} of standard input is not {"path": …, "text": …}`);
  }
}

function inputOf(line: string, cwd: string): Input | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    const { path, text } = (typeof value === 'string' ? { path: value } : value) as { path?: unknown; text?: unknown };
    if (typeof path !== 'string' || (text !== undefined && typeof text !== 'string')) return undefined;
    return text === undefined ? { path, file: resolve(cwd, path) } : { path, text };
  } catch {
    return undefined;
  }
}

/** What an earlier run wrote: paths, and how many findings of each severity they had. */
export interface Earlier {
  paths: Set<string>;
  errors: number;
  warnings: number;
}

/** Reads what an interrupted run wrote, and cuts off the line it was in the middle of. */
export async function earlierResults(file: string, shown: string): Promise<Earlier> {
  const earlier: Earlier = { paths: new Set(), errors: 0, warnings: 0 };
  if (!statOf(file)) return earlier;
  let whole = 0;
  let number = 0;
  let broken: number | undefined;
  for await (const line of readLines(createReadStream(file))) {
    number++;
    try {
      const { path, findings = [] } = JSON.parse(line) as { path: string; findings?: Finding[] };
      earlier.paths.add(path);
      for (const { severity } of findings) {
        if (severity === 'error') earlier.errors++;
        else if (severity === 'warning') earlier.warnings++;
      }
      if (broken !== undefined) throw new UserError(`${shown}:${broken}: not a line of json-lines`);
      whole += Buffer.byteLength(line) + 1;
    } catch (error) {
      if (error instanceof UserError) throw error;
      if (broken !== undefined) throw new UserError(`${shown}:${broken}: not a line of json-lines`);
      broken = number;
    }
  }
  const { size } = statOf(file)!;
  if (whole < size) await truncate(file, whole);
  else if (whole > size) await appendFile(file, '\n');
  return earlier;
}

/** Appends to a file; memory holds one line. */
export async function appender(file: string, shown: string, append: boolean) {
  try {
    const handle = await open(file, append ? 'a' : 'w');
    return {
      write: async (text: string) => void (await handle.write(text)),
      close: () => handle.close(),
    };
  } catch (error) {
    throw new UserError(`cannot write ${shown}: ${causeOf(error)}`);
  }
}
