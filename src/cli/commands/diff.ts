import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compareContexts, type Comparison } from '../../diff/diff.ts';
import { redline } from '../../diff/redline.ts';
import type { Change, Level } from '../../diff/types.ts';
import { causeOf, UserError } from '../../errors.ts';
import { DIFF_REPORTERS } from '../../report/diff/index.ts';
import { atLeast, type DiffReport, type DiffReporter } from '../../report/diff/reporter.ts';
import type { Locale } from '../../rules/engine.ts';
import type { Args } from '../args.ts';
import { exitCodeOf } from '../compare.ts';
import type { Configs } from '../configs.ts';
import type { Context } from '../context.ts';
import { EXTENSIONS } from '../files.ts';
import { asRevisionPath, readAtRevision } from '../git/git.ts';
import { fromStdin, type Input } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { deliver, destinations, type Destination } from '../outputs.ts';
import { renderContext } from '../render.ts';
import { settingsOf } from '../settings.ts';
import { stagedPairs } from '../git/staged.ts';

/** `policylint diff OLD NEW`: what a new version changes in law. */
export async function run(args: Args, context: Context): Promise<number> {
  if (args.text('batch') !== undefined || args.flag('ndjson') === true)
    return (await import('../batch.ts')).compareBatch(args, context);
  if (args.text('resume') !== undefined) throw new UserError('diff --resume goes with --batch or --ndjson');
  const linter = new Linter(await settingsOf(args, context));
  if (args.flag('staged') === true) return compareStaged(linter, args, context);
  const [base, revision, driver] = await inputsOf(args, context, linter.configs);
  const code = await compare(base, revision, linter, args, context);
  // Git takes another exit code than 0 of its driver for a crash.
  return driver ? 0 : code;
}

/** Every staged file in turn, as a hook names them. */
async function compareStaged(linter: Linter, args: Args, context: Context): Promise<number> {
  const pairs = await stagedPairs(args.positionals, context);
  const formats = args.list('format');
  const intoOne = args.text('output-file') !== undefined || formats.some((f) => !/^(?:text|markdown|github)$/.test(f));
  if (pairs.length > 1 && intoOne)
    throw new UserError('diff --staged of several files writes text, markdown or github to standard output only');
  let code = 0;
  for (const [base, revision] of pairs) {
    if (pairs.length > 1 && !formats.includes('github')) await context.io.stdout.write(`${revision.path}\n\n`);
    code = Math.max(code, await compare(base, revision, linter, args, context));
  }
  return code;
}

async function compare(base: Input, revision: Input, linter: Linter, args: Args, context: Context): Promise<number> {
  const analyzed = [];
  for (const input of [base, revision]) analyzed.push((await linter.analyze(input, await linter.read(input))).context);
  const locale = (args.text('lang') as Locale | undefined) ?? context.locale;
  const comparison = compareContexts(analyzed[0]!, analyzed[1]!, { locale });
  const shown = await write(comparison, args, { ...context, locale });
  return exitCodeOf(comparison.changelog.changes, shown, args);
}

/** Formats for machines and for archives: they get everything unless they ask for less. */
const WHOLE = new Set(['json', 'html']);

function toReport(comparison: Comparison, format: string, args: Args): DiffReport {
  const { changelog } = comparison;
  const asked = args.text('level') as Level | undefined;
  const least: Level = asked ?? (WHOLE.has(format) ? 'editorial' : 'substantive');
  const shown = atLeast(changelog.changes, least);
  return { changelog, shown, level: asked ?? 'substantive', redline: () => redline(comparison) };
}

/** Writes every asked format; answers the changes that the one with the most of them shows. */
async function write(comparison: Comparison, args: Args, context: Context): Promise<readonly Change[]> {
  let most: readonly Change[] = [];
  for (const { format, file, reporter } of await outputsOf(args, context)) {
    const target = file === undefined ? context.io.stdout : undefined;
    const rendering = await renderContext(target, context, args.flag('color'), {
      rules: () => [],
      source: () => undefined,
    });
    const report = toReport(comparison, format, args);
    await deliver(reporter(report, rendering), file, context);
    if (report.shown.length > most.length) most = report.shown;
  }
  return most;
}

async function outputsOf(args: Args, context: Context): Promise<Destination<DiffReporter>[]> {
  const template = args.text('template');
  if (template === undefined) return destinations(args, 'text', DIFF_REPORTERS);
  if (args.list('format').length > 0) throw new UserError('--template is the format: leave --format out');
  const reporter = await templateReporter(template, context);
  return [{ format: 'template', file: args.text('output-file'), reporter }];
}

async function templateReporter(path: string, context: Context): Promise<DiffReporter> {
  const [{ fromTemplate }, template] = await Promise.all([
    import('../../report/diff/template.ts'),
    readFile(resolve(context.io.cwd, path), 'utf8').catch((error: unknown) => {
      throw new UserError(`${path}: ${causeOf(error)}`);
    }),
  ]);
  return fromTemplate(template, path);
}

/** Arguments git gives a diff driver: path old-file old-hex old-mode new-file new-hex new-mode. */
const DRIVER_ARGUMENTS = 7;

/** The two versions the command line names; true when git called us as a diff driver. */
async function inputsOf(args: Args, context: Context, configs: Configs): Promise<[Input, Input, boolean]> {
  const { positionals } = args;
  const { cwd } = context.io;
  if (positionals.length >= DRIVER_ARGUMENTS) {
    const [path, old, , , now] = positionals as [string, string, string, string, string];
    return [driverInput(path, old), driverInput(path, now), true];
  }
  if (positionals.length === 3) {
    const [from, to, path] = positionals as [string, string, string];
    const at = async (revision: string): Promise<Input> => ({
      path: `${revision}:${path}`,
      file: resolve(cwd, path),
      bytes: await readAtRevision(cwd, revision, relative(path)),
    });
    return [await at(from), await at(to), false];
  }
  const [base, revision] = positionals;
  if (base === undefined || revision === undefined || positionals.length !== 2)
    throw new UserError(
      'diff needs two versions: policylint diff OLD NEW, policylint diff REV1 REV2 -- FILE or policylint diff --staged FILE',
    );
  if (isRevisionAlone(base, revision, cwd))
    throw new UserError(`${base}: no such file or folder; for git: policylint diff ${base}:${revision} ${revision}`);
  if (base === '-' && revision === '-') throw new UserError('only one of the versions can be standard input (-)');
  return [await inputOf(base, context, configs), await inputOf(revision, context, configs), false];
}

/** `diff HEAD -- privacy.md`, as git takes it: the first names no file, nor looks like the name of one. */
function isRevisionAlone(base: string, revision: string, cwd: string): boolean {
  const isFileName =
    base === '-' || asRevisionPath(base) !== undefined || EXTENSIONS.some((e) => base.endsWith(`.${e}`));
  return !isFileName && !existsSync(resolve(cwd, base)) && existsSync(resolve(cwd, revision));
}

/** As git sees it from the working folder. */
function relative(path: string): string {
  return `./${path.split('\\').join('/')}`;
}

function driverInput(path: string, file: string): Input {
  return file === '/dev/null' || file === 'nul' ? { path, bytes: new Uint8Array() } : { path, file: resolve(file) };
}

async function inputOf(name: string, { io }: Context, configs: Configs): Promise<Input> {
  if (name === '-') return { path: '-', bytes: await fromStdin(io, configs) };
  const file = resolve(io.cwd, name);
  const at = existsSync(file) ? undefined : asRevisionPath(name);
  if (!at) return { path: name, file };
  return { path: name, file: resolve(io.cwd, at.path), bytes: await readAtRevision(io.cwd, at.revision, at.path) };
}
