import type { Position } from '../document/types.ts';
import type { Severity } from '../packs/types.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import { command } from './github-commands.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import { stylish } from './stylish.ts';
import type { Finding, Report } from './types.ts';
import { wordsOf } from './words.ts';

/** GitHub shows ten of each kind per step and drops the rest without a word. */
const SHOWN_PER_KIND = 10;
const KINDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow annotations. Over the limit: one per rule and file, the rest rolled up into its text and listed in the log. */
export const github: Reporter = function* (report, context) {
  for (const severity of ['error', 'warning', 'info'] as const)
    for (const entry of shownOf(report, severity)) yield annotation(entry, context);
  if (!isRolledUp(report)) return;
  // What a policy says could read as a command: between these lines nothing is one.
  const log = [...stylish(report, context)].join('');
  const token = `policylint-${fingerprint(log)}`;
  yield `::group::policylint\n::stop-commands::${token}\n${log}::${token}::\n::endgroup::\n`;
};

/** True when GitHub would drop some of the annotations: the rest goes to the log and the step summary. */
export function isRolledUp({ documents }: Report): boolean {
  const counts = new Map<Severity, number>();
  for (const { findings } of documents)
    for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return [...counts.values()].some((n) => n > SHOWN_PER_KIND);
}

function shownOf(report: Report, severity: Severity): Entry[] {
  const all = entries(report, severity);
  return all.length > SHOWN_PER_KIND ? perRuleAndFile(all).slice(0, SHOWN_PER_KIND) : all;
}

interface Entry {
  path: string;
  finding: Finding;
  /** Further findings of the same rule in the same file. */
  more: number;
}

function entries({ documents }: Report, severity: Severity): Entry[] {
  return documents.flatMap(({ path, findings }) =>
    findings.filter((f) => f.severity === severity).map((finding) => ({ path, finding, more: 0 })),
  );
}

function perRuleAndFile(all: readonly Entry[]): Entry[] {
  const byRule = new Map<string, Entry>();
  for (const entry of all) {
    const key = `${entry.path}\0${entry.finding.rule}`;
    const first = byRule.get(key);
    if (first) first.more++;
    else byRule.set(key, { ...entry });
  }
  return [...byRule.values()];
}

function annotation({ path, finding, more }: Entry, context: RenderContext): string {
  const words = wordsOf(context.locale);
  const cites = finding.citations.map((c) => c.cite).join(', ');
  const message = [finding.message, finding.help, cites, more > 0 ? `(+${words.more(more)})` : '']
    .filter(Boolean)
    .join('\n');
  const where = { file: context.relative(path), ...region(finding.position), title: finding.rule };
  return command(KINDS[finding.severity], where, message);
}

/** Columns only where the finding stands on one line: GitHub refuses them otherwise. */
function region({ start, end }: Position): Record<string, number | undefined> {
  if (end.line <= start.line) return { line: start.line, col: start.column, endColumn: end.column };
  return { line: start.line, endLine: end.line };
}
