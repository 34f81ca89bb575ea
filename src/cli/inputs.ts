import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';
import type { Configs } from './configs.ts';
import { findFiles } from './files.ts';
import { type Io, readAll } from './io.ts';
import { MEGABYTE } from './read-input.ts';

/** One policy to read: a file, bytes that came in on standard input, or a text out of a line of NDJSON. */
export interface Input {
  /** As the user named it. */
  path: string;
  /** Undefined for standard input. */
  file?: string;
  bytes?: Uint8Array;
  text?: string;
}

/** What comes in on standard input, as far as it is within the limit of size. */
export async function fromStdin({ stdin }: Io, configs: Configs): Promise<Uint8Array> {
  return readAll(stdin, (await configs.maxMegabytes()) * MEGABYTE);
}

/** What the command line names. `failed` is true when something named is not there; the rest is still given. */
export async function collectInputs(
  args: Args,
  context: Context,
  configs: Configs,
): Promise<{ inputs: Input[]; failed: boolean }> {
  const { io } = context;
  const inputs: Input[] = [];
  let failed = false;
  const patterns = [...args.positionals];
  if (args.flag('stdin') && !patterns.includes('-')) patterns.unshift('-');
  let base: string | undefined;
  if (patterns.length === 0) {
    const config = await configs.inFolder(io.cwd);
    patterns.push(...config.files);
    base = config.folder;
  }
  if (patterns.length === 0)
    throw new UserError('no files given: name files or folders, - for standard input, or `files` in the configuration');
  const missing: string[] = [];
  const files = await findFiles(patterns, {
    cwd: io.cwd,
    base,
    ignorePatterns: args.list('ignore-pattern'),
    useIgnoreFile: args.flag('ignore') !== false,
    errorOnUnmatched: args.flag('error-on-unmatched-pattern') !== false,
    ignores: (absolute) => configs.ignores(absolute),
    onMissing: (message) => missing.push(message),
  });
  for (const message of missing) {
    failed = true;
    await io.stderr.write(`policylint: ${message}\n`);
  }
  const revision = args.text('changed-since');
  const changed =
    revision === undefined ? undefined : await (await import('./git/changed.ts')).changedSince(revision, io.cwd);
  for (const path of files) {
    if (changed && path !== '-' && !changed.has(resolve(io.cwd, path))) continue;
    if (path === '-') inputs.push({ path: args.text('stdin-filename') ?? '-', bytes: await fromStdin(io, configs) });
    else inputs.push({ path, file: resolve(io.cwd, path) });
  }
  return { inputs, failed };
}
