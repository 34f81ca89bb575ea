import type { Position } from '../document/types.ts';
import type { Severity } from '../packs/types.ts';
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
  let rolledUp = false;
  for (const severity of ['error', 'warning', 'info'] as const) {
    const all = entries(report, severity);
    const shown = all.length > SHOWN_PER_KIND ? perRuleAndFile(all) : all;
    rolledUp ||= shown.length < all.length || shown.length > SHOWN_PER_KIND;
    for (const entry of shown.slice(0, SHOWN_PER_KIND)) yield annotation(entry, context);
  }
  if (!rolledUp) return;
  yield '::group::policylint\n';
  for (const piece of stylish(report, context)) yield guarded(piece);
  yield '::endgroup::\n';
};

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
  if (end.line <= start.line)
    return { line: start.line, col: start.column, endColumn: Math.max(start.column, end.column) };
  return { line: start.line, endLine: end.line };
}

/** Text of a policy that would read as a command is kept from being one. */
function guarded(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::');
}
