import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packsOf } from '../../config/packs.ts';
import type { ResolvedConfig } from '../../config/types.ts';
import { UserError } from '../../errors.ts';
import { ruleInfos } from '../../report/rule-info.ts';
import { emptyReport, summarize } from '../../report/summary.ts';
import type { DocumentReport } from '../../report/types.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { type Destination, destinations, writeReport } from '../outputs.ts';
import { lintAll } from '../pipeline.ts';
import { FEW, Progress, wantsProgress } from '../progress.ts';
import { type Settings, settingsOf } from '../settings.ts';
import { suppress, SUPPRESSIONS_FILE } from '../suppress.ts';
import { threadsOf } from '../threads.ts';
import { Timing } from '../timing.ts';

/** `policylint lint`: what the laws require and the texts do not give, and what is unfinished in them. */
export async function run(args: Args, { io, locale: environment, debug }: Context): Promise<number> {
  const streamed = args.flag('ndjson') === true || args.text('resume') !== undefined;
  const outputs = await destinations(args, streamed ? 'json-lines' : 'stylish');
  const settings = await settingsOf(args, { io, locale: environment, debug });
  if (outputs.some(({ format }) => format === 'rdjson'))
    Object.assign(settings, { keepSource: true, cache: undefined });
  const timing = io.env.TIMING ? new Timing() : undefined;
  const linter = new Linter(settings, timing);
  const config = await linter.configs.inFolder(io.cwd);
  const context = { io, debug, locale: settings.locale ?? config.locale ?? environment };
  if (args.flag('print-config')) return printConfig(args, context, linter);
  const job: Job = { args, context, outputs, settings, linter, config, single: timing !== undefined };
  const outcome = await (canStream(job, streamed) ? streamLines(job) : collect(job));
  if (timing) await io.stderr.write(timing.table(io.env.TIMING === 'all'));
  if (outcome.couldNotRun) return 2;
  const limit = args.number('max-warnings') ?? config.maxWarnings;
  return outcome.errors > 0 || (limit !== undefined && outcome.warnings > limit) ? 1 : 0;
}

interface Job {
  args: Args;
  context: Context;
  outputs: Destination[];
  settings: Settings;
  linter: Linter;
  config: ResolvedConfig;
  /** One thread whatever is asked: times are measured. */
  single: boolean;
}

interface Outcome {
  errors: number;
  warnings: number;
  couldNotRun: boolean;
}

/** Lines go out as they are made when they are all that is asked for; then memory does not grow with the files. */
function canStream({ args, outputs, context }: Job, asked: boolean): boolean {
  const lines = outputs.length === 1 && outputs[0]!.format === 'json-lines';
  if (asked && !lines) throw new UserError('--ndjson and --resume go with --format json-lines alone');
  const suppressing = ['suppress-all', 'prune-suppressions'].some((name) => args.flag(name));
  if (asked && (suppressing || args.list('suppress-rule').length > 0))
    throw new UserError('--ndjson and --resume do not go with suppressions');
  return asked || (lines && !suppressing && !existsSync(join(context.io.cwd, SUPPRESSIONS_FILE)));
}

async function streamLines(job: Job): Promise<Outcome> {
  const { stream } = await import('../stream.ts');
  const { args, context, settings, linter, single } = job;
  return stream(
    args,
    context,
    job.outputs[0]!,
    async (inputs, files) => lintAll(inputs, settings, single ? 1 : threadsOf(args, files), linter),
    linter.configs,
  );
}

async function collect(job: Job): Promise<Outcome> {
  const { args, context, settings, linter, config, outputs } = job;
  const { io } = context;
  const { inputs, failed } = await collectInputs(args, context, linter.configs);
  const count = job.single ? 1 : threadsOf(args, inputs.length);
  if (context.debug)
    await io.stderr.write(
      `policylint: configuration ${config.path ?? 'none'}, ${inputs.length} files, ${count} threads\n`,
    );
  const progress = new Progress(io.stderr, inputs.length, inputs.length >= FEW && wantsProgress(args, io));
  const report = emptyReport();
  const sources = new Map<string, string>();
  let couldNotRun = failed;
  for await (const result of lintAll(inputs, settings, count, linter)) {
    await progress.step(result.path);
    if ('error' in result) {
      couldNotRun = true;
      await progress.clear();
      await io.stderr.write(`policylint: ${result.error}\n`);
      continue;
    }
    couldNotRun ||= result.crashed;
    report.documents.push(result.document);
    if (result.source !== undefined) sources.set(result.path, result.source);
  }
  await progress.clear();
  const packs = await packsOf(config, []);
  const stale = await suppress(report.documents, args, context, packs);
  if (stale !== undefined) {
    couldNotRun = true;
    await io.stderr.write(`policylint: ${stale}\n`);
  }
  const { errors, warnings } = summarize(report.documents);
  if (args.flag('quiet')) for (const document of report.documents) keepErrors(document);
  report.summary = summarize(report.documents);
  const rules = () => ruleInfos(packs.rules);
  // Where nothing could be read, "no problems" would be a lie; other programs still get a valid report.
  const shown = report.documents.length === 0 && couldNotRun ? outputs.filter((o) => o.format !== 'stylish') : outputs;
  await writeReport(report, shown, args, context, { rules, source: (path) => sources.get(path) });
  return { errors, warnings, couldNotRun };
}

function keepErrors(document: DocumentReport): void {
  document.findings = document.findings.filter((f) => f.severity === 'error');
}

/** What holds for a file (or for the working folder), as JSON. */
async function printConfig(args: Args, { io }: Context, linter: Linter): Promise<number> {
  const path = resolve(io.cwd, args.positionals[0] ?? 'policy.md');
  const { config, file } = await linter.configs.ofFile(path);
  const { plugins, overrides: _, sources: __, ...rest } = config;
  const shown = { ...rest, ...file, plugins: plugins.map((plugin) => plugin.name) };
  await io.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  return 0;
}
