import wrapAnsi from 'wrap-ansi';
import type { Severity } from '../packs/types.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import { countsLine } from './summary.ts';
import type { DocumentReport, Finding, Report } from './types.ts';
import { wordsOf } from './words.ts';

/** For people at a terminal: grouped by file, aligned, wrapped, with what to do and the article. */
export const stylish: Reporter = function* (report, context) {
  for (const document of report.documents) if (document.findings.length > 0) yield* fileBlock(document, context);
  yield summary(report, context);
};

function* fileBlock(document: DocumentReport, context: RenderContext): Iterable<string> {
  const { style } = context;
  const about = [document.kind, document.language, ...document.laws].join(', ');
  yield `${style.underline(document.path)}  ${style.dim(`(${about})`)}\n`;
  const places = document.findings.map((f) => `${f.position.start.line}:${f.position.start.column}`);
  const placeWidth = Math.max(...places.map((p) => p.length));
  const words = wordsOf(context.locale);
  const severityWidth = Math.max(...document.findings.map((f) => words.severity[f.severity].length));
  for (const [i, finding] of document.findings.entries()) {
    const indent = 2 + placeWidth + 2 + severityWidth + 2;
    const severity = paint(finding.severity, context)(words.severity[finding.severity].padEnd(severityWidth));
    yield `  ${style.dim(places[i]!.padStart(placeWidth))}  ${severity}  ${hang(finding.message, indent, context)}\n`;
    if (finding.help) yield `${' '.repeat(indent)}${hang(finding.help, indent, context)}\n`;
    yield `${' '.repeat(indent)}${style.dim(hang(reference(finding, context), indent, context))}\n`;
  }
  yield '\n';
}

function reference(finding: Finding, context: RenderContext): string {
  const link = (text: string, url: string) =>
    context.links && url ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text;
  return [finding.rule, ...finding.citations.map((c) => link(c.cite, c.url))].join(' · ');
}

function hang(text: string, indent: number, { width }: RenderContext): string {
  const room = Math.max(30, width - indent);
  return wrapAnsi(text.replace(/\s+/g, ' ').trim(), room)
    .split('\n')
    .join(`\n${' '.repeat(indent)}`);
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
