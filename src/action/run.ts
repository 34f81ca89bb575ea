import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configs } from '../cli/configs.ts';
import { USUAL_FILES } from '../cli/policy-names.ts';
import { dayOf } from '../cli/settings.ts';
import type { Io } from '../cli/io.ts';
import { fitLines, writeStepSummary } from '../cli/step-summary.ts';
import { UserError } from '../errors.ts';
import { emptyReport } from '../report/summary.ts';
import type { Locale } from '../rules/engine.ts';
import { keepComment } from './comment.ts';
import { changelogMarkdown, type Outcome, reportMarkdown } from './compose.ts';
import { compare, type Engine, lintFiles } from './engine.ts';
import { type PullRequest, pullRequestOf } from './event.ts';
import { type Changes, changesOf } from './git.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { matching, matchingNames } from './select.ts';
import { actionWords } from './words.ts';
import { COMMENT_BYTES, message, writeOutputs } from './workflow.ts';

/**
 * The GitHub Action: lints policies, on a pull request those it changes, and says what it changes in them.
 * Answers the exit code: 0, or 1 when `fail-on` says so or when it could not run. Never ends the process.
 */
export async function runAction(io: Io): Promise<number> {
  try {
    const inputs = inputsOf(io.env);
    const pull = await pullRequestOf(io.env);
    return await act({ ...io, cwd: io.env.GITHUB_WORKSPACE || io.cwd }, inputs, pull);
  } catch (error) {
    const text = error instanceof UserError ? error.message : `internal error: ${(error as Error)?.message ?? error}`;
    await io.stdout.write(message('error', text));
    return 1;
  }
}

async function act(io: Io, inputs: Inputs, pull: PullRequest | undefined): Promise<number> {
  const options = await optionsOf(io, inputs, pull);
  const untrusted = options.includes('--no-config');
  const config = await new Configs({ cwd: io.cwd, config: untrusted ? false : inputs.config || undefined }).inFolder(
    io.cwd,
  );
  const locale = inputs.locale ?? config.locale ?? 'en';
  const globs = inputs.files.length > 0 ? inputs.files : config.files.length > 0 ? config.files : USUAL_FILES;
  const engine: Engine = { io, options: [...options, '--locale', locale] };

  const { changes, notCompared } = pull ? await reachable(io, pull) : { changes: undefined, notCompared: undefined };
  let files = await matching(io.cwd, globs);
  if (changes) files = files.filter((path) => changes.changed.some((change) => change.path === path));
  if (files.length === 0) await io.stdout.write(message('notice', nothing(pull !== undefined, globs)));

  const { report, code } =
    files.length > 0 ? await lintFiles(engine, files, inputs.args) : { report: emptyReport(), code: 0 };
  if (!report) return 1;
  const outcome: Outcome = { report, compared: [], created: [], deleted: [], notCompared };
  if (changes) await compareAll(engine, changes, outcome, globs);

  await publish(io, inputs, pull, outcome, locale);
  return failed(inputs, outcome, code) ? 1 : 0;
}

/** Options of the command line that hold for linting and for comparing. */
async function optionsOf(io: Io, inputs: Inputs, pull: PullRequest | undefined): Promise<string[]> {
  const options = ['--now', dayOf(undefined, io.now()), '--no-color'];
  if (inputs.law) options.push('--law', inputs.law);
  // A configuration can load plugins: that of a stranger must not run with the rights of this repository.
  if (pull?.privileged && pull.fork) {
    await io.stdout.write(message('warning', 'pull_request_target from a fork: its configuration is not used'));
    options.push('--no-config');
  } else if (inputs.config) options.push('--config', inputs.config);
  return options;
}

async function reachable(
  io: Io,
  pull: PullRequest,
): Promise<{ changes: Changes | undefined; notCompared: string | undefined }> {
  try {
    return { changes: await changesOf(io.cwd, pull), notCompared: undefined };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await io.stdout.write(
      message('warning', `${error.message}. Every policy is linted, and none compared with its earlier version.`),
    );
    return { changes: undefined, notCompared: error.message };
  }
}

function nothing(pull: boolean, globs: readonly string[]): string {
  const where = globs === USUAL_FILES ? 'names policies are usually given' : globs.join(' ');
  return pull
    ? `This pull request changes no policy (looked for ${where}; the input files names others).`
    : `No policy found (looked for ${where}; the input files names others). Is the repository checked out?`;
}

async function compareAll(
  engine: Engine,
  { base, changed, deleted }: Changes,
  outcome: Outcome,
  globs: readonly string[],
): Promise<void> {
  // What the report holds was readable and not ignored.
  const read = new Set(outcome.report.documents.map(({ path }) => path.replace(/^\.\//, '')));
  for (const { path, before } of changed) {
    if (!read.has(path)) continue;
    if (before === undefined) outcome.created.push(path);
    else {
      try {
        outcome.compared.push({ path, changelog: await compare(engine, `${base}:./${before}`, path) });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        outcome.notCompared = error.message;
        await engine.io.stdout.write(message('warning', error.message));
      }
    }
  }
  outcome.deleted.push(...(await matchingNames(deleted, globs)));
}

async function publish(
  io: Io,
  inputs: Inputs,
  pull: PullRequest | undefined,
  outcome: Outcome,
  locale: Locale,
): Promise<void> {
  const words = actionWords(locale);
  const changelog = changelogMarkdown(outcome, inputs.changeLevel, locale);
  const quiet = outcome.report.documents.length === 0 && changelog === '';
  const text = quiet && pull ? words.none : reportMarkdown(outcome, changelog, locale);
  if (!quiet) await writeStepSummary(io.env, text, words.cut);
  await writeOutputs(io.env, await outputsOf(io, outcome, changelog));
  if (pull && inputs.comment) {
    const ending = `\n\n${words.at(pull.head.slice(0, 12))}`;
    await comment(io, inputs, pull, fitLines(text, COMMENT_BYTES, words.cut) + ending, quiet);
  }
}

/** Commenting is a courtesy: whatever goes wrong is told, and fails nothing. */
async function comment(io: Io, inputs: Inputs, pull: PullRequest, text: string, quiet: boolean): Promise<void> {
  const repository = io.env.GITHUB_REPOSITORY ?? '';
  const say = (why: string) =>
    io.stdout.write(message('notice', `No comment on the pull request (${why}): the job summary has the report.`));
  if (!inputs.token) return say('no token');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return say('GITHUB_REPOSITORY is not set');
  try {
    await keepComment(
      {
        api: (io.env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
        repository,
        number: pull.number,
        token: inputs.token,
        marker: `<!-- policylint-comment: ${inputs.commentKey} -->`,
      },
      text,
      { ifThere: quiet },
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const hint = /answered (?:401|403|404)/.test(why)
      ? '; the job needs `permissions: pull-requests: write`, which pull requests from forks never get'
      : '';
    await say(`${why}${hint}`);
  }
}

async function outputsOf(io: Io, outcome: Outcome, changelog: string): Promise<Record<string, string | number>> {
  const { errors, warnings, infos } = outcome.report.summary;
  const total = (level: 'material' | 'substantive' | 'editorial') =>
    outcome.compared.reduce((sum, { changelog: { summary } }) => sum + summary[level], 0);
  const folder = join(io.env.RUNNER_TEMP || tmpdir(), 'policylint');
  await mkdir(folder, { recursive: true });
  const paths = { changelog: join(folder, 'changelog.md'), report: join(folder, 'report.json') };
  await writeFile(paths.changelog, changelog);
  await writeFile(paths.report, `${JSON.stringify(outcome.report)}\n`);
  return {
    errors,
    warnings,
    notes: infos,
    material: total('material'),
    substantive: total('substantive'),
    editorial: total('editorial'),
    ...paths,
  };
}

function failed({ failOn, failOnChange }: Inputs, { report, compared }: Outcome, code: number): boolean {
  const { errors, warnings, infos } = report.summary;
  // 2: something could not be read; 1 beside errors: more warnings than --max-warnings.
  if (code === 2 || (failOn !== 'never' && code === 1)) return true;
  if (failOn === 'warning' && errors + warnings > 0) return true;
  if (failOn === 'note' && errors + warnings + infos > 0) return true;
  return compared.some(
    ({ changelog: { summary: s } }) =>
      (failOnChange !== 'never' && s.material > 0) ||
      (failOnChange === 'substantive' && s.substantive > 0) ||
      (failOnChange === 'any' && s.substantive + s.editorial > 0),
  );
}
