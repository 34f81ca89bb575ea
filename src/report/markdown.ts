import { escapeMarkdown, safeUrl } from './escape.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import { countsLine } from './summary.ts';
import type { Finding } from './types.ts';
import { wordsOf } from './words.ts';

const SIGN = { error: '🔴', warning: '🟡', info: '🔵' };

/** Markdown for step summaries, comments and wikis: a table per file. */
export const markdown: Reporter = function* (report, context) {
  const words = wordsOf(context.locale);
  yield `## ${words.title}\n\n${countsLine(report, words)}\n`;
  const { place, severity, message, rule } = words.columns;
  for (const { path, findings } of report.documents) {
    if (findings.length === 0) continue;
    yield `\n### ${escapeMarkdown(context.relative(path))}\n\n`;
    yield `| ${place} | ${severity} | ${message} | ${rule} |\n| ---: | --- | --- | --- |\n`;
    for (const finding of findings) yield row(finding, context);
  }
};

function row(f: Finding, { locale }: RenderContext): string {
  const words = wordsOf(locale);
  const cites = f.citations.map((c) => {
    const url = safeUrl(c.url);
    return url ? `[${escapeMarkdown(c.cite)}](${url})` : escapeMarkdown(c.cite);
  });
  const text = [`**${escapeMarkdown(f.message)}**`, escapeMarkdown(f.help)].filter((part) => part !== '').join('<br>');
  const rule = ['`' + f.rule + '`', ...cites].join('<br>');
  return `| ${f.position.start.line} | ${SIGN[f.severity]} ${words.severity[f.severity]} | ${text} | ${rule} |\n`;
}
