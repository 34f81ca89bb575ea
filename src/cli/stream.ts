import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/types.ts';
import type { Args } from './args.ts';
import type { Configs } from './configs.ts';
import type { Context } from './context.ts';
import { collectInputs, type Input } from './inputs.ts';
import type { Destination } from './outputs.ts';
import { Progress, wantsProgress } from './progress.ts';
import type { Lint } from './pipeline.ts';
import { type Io, readLines } from './io.ts';
import type { LintResult } from './linter.ts';
import { appender, earlierLines } from './results-file.ts';

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
  if (earlier && earlier.failed > 0) await complain(`${resume} has ${earlier.failed} files that could not be read`);
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
  if (args.flag('ndjson')) {
    const limit = await lineLimit(configs);
    return [ndjsonInputs(context.io, limit, complain), undefined];
  }
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

/** Characters of a line in which a document of the largest size fits, whatever of it is escaped (`\\u001f`). */
export async function lineLimit(configs: Configs): Promise<number> {
  return Math.ceil((await configs.maxMegabytes()) * 6_000_000) + 100_000;
}

/** One `{"path", "text"}` a line; a line that is not, is told and passed over. */
async function* ndjsonInputs(
  io: Io,
  limit: number,
  onBad: (message: string) => void | Promise<void>,
): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of readLines(io.stdin, limit)) {
    number++;
    if (line?.trim() === '') continue;
    const input = line === undefined ? undefined : inputOf(line, io.cwd);
    if (input) yield input;
    else if (line === undefined)
      await onBad(`line ${number} of standard input is too long (--max-size raises the limit)`);
    else await onBad(`line ${number} of standard input is not {"path": …, "text": …}`);
  }
}

function inputOf(line: string, cwd: string): Input | undefined {
  try {
    return toInput(JSON.parse(line), cwd);
  } catch {
    return undefined;
  }
}

/** A path, or `{"path", "text"}`; undefined for anything else. */
export function toInput(value: unknown, cwd: string): Input | undefined {
  const { path, text } = (typeof value === 'string' ? { path: value } : (value ?? {})) as Record<string, unknown>;
  if (typeof path !== 'string' || (text !== undefined && typeof text !== 'string')) return undefined;
  return text === undefined ? { path, file: resolve(cwd, path) } : { path, text };
}

/** What an earlier run wrote: paths, and how many findings of each severity they had. */
export interface Earlier {
  paths: Set<string>;
  errors: number;
  warnings: number;
  failed: number;
}

async function earlierResults(file: string, shown: string): Promise<Earlier> {
  const earlier: Earlier = { paths: new Set(), errors: 0, warnings: 0, failed: 0 };
  await earlierLines(file, shown, (line) => {
    const { path, findings = [], error } = line as { path: string; findings?: Finding[]; error?: string };
    if (error !== undefined) earlier.failed++;
    earlier.paths.add(path);
    for (const { severity } of findings) {
      if (severity === 'error') earlier.errors++;
      else if (severity === 'warning') earlier.warnings++;
    }
  });
  return earlier;
}
