import type { Severity } from '../packs/types.ts';
import { NOTICES } from '../rules/requirements.ts';
import { printable } from './escape.ts';
import { RANK } from './order.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import { countsLine } from './summary.ts';
import type { DocumentReport, Finding, Report } from './types.ts';
import { wordsOf } from './words.ts';
import { wrap } from './wrap.ts';

/** For people at a terminal: grouped by file, aligned, wrapped, with what to do and the article. */
export const stylish: Reporter = function* (report, context) {
  for (const document of report.documents) if (document.findings.length > 0) yield* fileBlock(document, context);
  yield summary(report, context);
  const lawless = report.documents.filter((document) => document.laws.length === 0 && NOTICES.includes(document.kind));
  const told = wordsOf(context.locale).noLaw(lawless.map(({ path }) => printable(path)));
  if (lawless.length > 0) yield `${wrap(told, context.width).join('\n')}\n`;
  const first = report.documents.flatMap((d) => byLine(d.findings))[0];
  if (context.terminal && first) yield context.style.dim(wordsOf(context.locale).explain(first.rule)) + '\n';
};

function* fileBlock(document: DocumentReport, context: RenderContext): Iterable<string> {
  const { style } = context;
  const about = [document.kind, document.language, ...document.laws].join(', ');
  yield `${style.underline(printable(document.path))}  ${style.dim(`(${about})`)}\n`;
  const findings = byLine(document.findings);
  const words = wordsOf(context.locale);
  const placeWidth = widest(findings, (f) => placeOf(f).length);
  const severityWidth = widest(findings, (f) => words.severity[f.severity].length);
  const indent = 2 + placeWidth + 2 + severityWidth + 2;
  const margin = ' '.repeat(indent);
  for (const finding of findings) {
    const severity = paint(finding.severity, context)(words.severity[finding.severity].padEnd(severityWidth));
    const message = style.bold(hang(printable(finding.message), indent, context));
    yield `  ${style.dim(placeOf(finding).padStart(placeWidth))}  ${severity}  ${message}\n`;
    if (finding.help) yield `${margin}${hang(printable(finding.help), indent, context)}\n`;
    yield `${margin}${style.dim(hang(reference(finding, context), indent, context))}\n`;
  }
  yield '\n';
}

function placeOf({ position: { start } }: Finding): string {
  return `${start.line}:${start.column}`;
}

/** By place; what stands at the same place, worst first. */
function byLine(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => a.position.start.offset - b.position.start.offset || RANK[a.severity] - RANK[b.severity],
  );
}

function widest(findings: readonly Finding[], width: (finding: Finding) => number): number {
  return findings.reduce((most, finding) => Math.max(most, width(finding)), 0);
}

function reference(finding: Finding, context: RenderContext): string {
  const link = (text: string, url: string) =>
    context.links && url ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text;
  return [finding.rule, ...finding.citations.map((c) => link(c.cite, c.url))].join(' · ');
}

function hang(text: string, indent: number, { width }: RenderContext): string {
  const room = Math.max(30, width - indent);
  return wrap(text, room).join(`\n${' '.repeat(indent)}`);
}

function paint(severity: Severity, { style }: RenderContext) {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
}

function summary(report: Report, { style, locale }: RenderContext): string {
  const { errors, warnings, infos } = report.summary;
  const line = countsLine(report, wordsOf(locale));
  if (errors + warnings + infos === 0) return style.green(`✔ ${line}`) + '\n';
  const color = errors > 0 ? style.red : warnings > 0 ? style.yellow : style.blue;
  return color(style.bold(`✖ ${line}`)) + '\n';
}
