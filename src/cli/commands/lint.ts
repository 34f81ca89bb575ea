import { resolve } from 'node:path';
import { builtinPacks } from '../../packs/builtin.ts';
import { ruleInfos } from '../../report/rule-info.ts';
import { emptyReport, summarize } from '../../report/summary.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { collectInputs } from '../inputs.ts';
import { Linter } from '../linter.ts';
import { destinations, writeReport } from '../outputs.ts';
import { settingsOf } from '../settings.ts';

/** `policylint lint`: what the laws require and the texts do not give, and what is unfinished in them. */
export async function run(args: Args, context: Context): Promise<number> {
  const outputs = await destinations(args, 'stylish');
  const linter = new Linter(await settingsOf(args, context));
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
  if (args.flag('quiet'))
    for (const document of report.documents)
      document.findings = document.findings.filter((f) => f.severity === 'error');
  report.summary = summarize(report.documents);
  const packs = await builtinPacks([]);
  await writeReport(report, outputs, args, context, {
    rules: () => ruleInfos(packs.rules),
    source: (path) => sources.get(path),
  });
  const { maxWarnings } = await linter.configs.inFolder(context.io.cwd);
  return couldNotRun ? 2 : exitCode(report.summary, args.number('max-warnings') ?? maxWarnings);
}

function exitCode(summary: { errors: number; warnings: number }, maxWarnings: number | undefined): number {
  return summary.errors > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings) ? 1 : 0;
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
