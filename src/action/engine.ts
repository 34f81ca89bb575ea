import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io, Output } from '../cli/io.ts';
import { run } from '../cli/run.ts';
import type { Changelog } from '../diff/types.ts';
import { UserError } from '../errors.ts';
import type { Report } from '../report/types.ts';
import { message } from './workflow.ts';

/** What every call of the command line is given: options that come before the files. */
export interface Engine {
  io: Io;
  options: readonly string[];
}

/** Lints files, with annotations on standard output. Answers the report and the exit code of `lint`. */
export async function lintFiles(
  { io, options }: Engine,
  files: readonly string[],
  extra: readonly string[],
): Promise<{ report: Report | undefined; code: number }> {
  const folder = await mkdtemp(join(io.env.RUNNER_TEMP || tmpdir(), 'policylint-'));
  const file = join(folder, 'report.json');
  const formats = ['--format', 'github', '--format', `json=${file}`];
  const paths = files.map((path) => `./${path}`);
  try {
    const code = await run(['lint', ...formats, ...options, ...extra, '--', ...paths], quietly(io));
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return { report: text === undefined ? undefined : (JSON.parse(text) as Report), code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Compares a file with what it was at a commit. Throws a `UserError` when that cannot be done. */
export async function compare({ io, options }: Engine, before: string, path: string): Promise<Changelog> {
  let [stdout, stderr] = ['', ''];
  const code = await run(['diff', '--format', 'json', ...options, '--', before, `./${path}`], {
    ...quietly(io),
    stdout: { write: (text) => void (stdout += text), isTTY: false },
    stderr: { write: (text) => void (stderr += text), isTTY: false },
  });
  if (code !== 0) throw new UserError(stderr.trim().replace(/^policylint: /, ''));
  return JSON.parse(stdout) as Changelog;
}

/** Standard error as annotations: raw lines of it, which may quote names of files, could read as commands. */
function quietly(io: Io): Io {
  const { GITHUB_STEP_SUMMARY: _, ...env } = io.env;
  return { ...io, env, stderr: annotated(io.stdout) };
}

function annotated(stdout: Output): Output {
  return {
    isTTY: false,
    write: (text) => stdout.write(message('error', text.trim().replace(/^policylint: /, ''))),
  };
}
