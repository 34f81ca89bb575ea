import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '../../config/nearest.ts';
import { packsOf } from '../../config/packs.ts';
import { ruleInfos } from '../../report/rule-info.ts';
import { emptyReport, summarize } from '../../report/summary.ts';
import type { DocumentReport } from '../../report/types.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { UserError } from '../../errors.ts';
import { ruleIds } from '../../rules/directives.ts';
import { Linter } from '../linter.ts';
import { destinations, writeReport } from '../outputs.ts';
import { settingsOf } from '../settings.ts';

const SUPPRESSIONS_FILE = 'policylint-suppressions.json';

/** `policylint lint`: what the laws require and the texts do not give, and what is unfinished in them. */
export async function run(args: Args, { io, locale: environment, debug }: Context): Promise<number> {
  const outputs = await destinations(args, 'stylish');
  const settings = await settingsOf(args, { io, locale: environment, debug });
  const linter = new Linter(settings);
  const config = await linter.configs.inFolder(io.cwd);
  const context = { io, debug, locale: settings.locale ?? config.locale ?? environment };
  if (args.flag('print-config')) return printConfig(args, context, linter);
  const { inputs, failed } = await collectInputs(args, context, linter.configs);
  let couldNotRun = failed;
  const report = emptyReport();
  const sources = new Map<string, string>();
  for (const input of inputs) {
    const result = await linter.lint(input);
    if ('error' in result) {
      couldNotRun = true;
      await context.io.stderr.write(`policylint: ${result.error}\n`);
    } else {
      couldNotRun ||= result.crashed;
      report.documents.push(result.document);
      sources.set(result.document.path, result.source);
    }
  }
  const stale = await withSuppressions(report.documents, args, context, linter);
  if (stale !== undefined) {
    couldNotRun = true;
    await context.io.stderr.write(`policylint: ${stale}\n`);
  }
  const { errors, warnings } = summarize(report.documents);
  if (args.flag('quiet'))
    for (const document of report.documents)
      document.findings = document.findings.filter((f) => f.severity === 'error');
  report.summary = summarize(report.documents);
  const packs = await packsOf(config, []);
  await writeReport(report, outputs, args, context, {
    rules: () => ruleInfos(packs.rules),
    source: (path) => sources.get(path),
  });
  if (couldNotRun) return 2;
  const limit = args.number('max-warnings') ?? config.maxWarnings;
  return errors > 0 || (limit !== undefined && warnings > limit) ? 1 : 0;
}

/** The suppressions file is read only where there is one or one is asked for. */
async function withSuppressions(
  documents: DocumentReport[],
  args: Args,
  context: Context,
  linter: Linter,
): Promise<string | undefined> {
  const asked = ['suppress-all', 'prune-suppressions'].some((name) => args.flag(name));
  const named = args.list('suppress-rule').length > 0 || args.text('suppressions-location') !== undefined;
  if (!asked && !named && !existsSync(join(context.io.cwd, SUPPRESSIONS_FILE))) return undefined;
  const { applySuppressions, suppressionOptions } = await import('../suppressions.ts');
  const known = ruleIds((await packsOf(await linter.configs.inFolder(context.io.cwd), [])).rules);
  for (const rule of args.list('suppress-rule'))
    if (!known.has(rule)) throw new UserError(`--suppress-rule: unknown rule ${rule}${didYouMean(rule, [...known])}`);
  return applySuppressions(documents, suppressionOptions(args, context), context.io.cwd);
}

/** What holds for a file (or for the working folder), as JSON. */
async function printConfig(args: Args, context: Context, linter: Linter): Promise<number> {
  const path = resolve(context.io.cwd, args.positionals[0] ?? 'policy.md');
  const { config, file } = await linter.configs.ofFile(path);
  const { plugins, overrides: _, ...rest } = config;
  const shown = { ...rest, ...file, plugins: plugins.map((plugin) => plugin.name) };
  await context.io.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  return 0;
}
