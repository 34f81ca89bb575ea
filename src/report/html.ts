import { escapeHtml, safeUrl } from './escape.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import { countsLine } from './summary.ts';
import type { DocumentReport, Finding } from './types.ts';
import { wordsOf } from './words.ts';

const CSS = `:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#b26a00;--info:#1565c0}
@media(prefers-color-scheme:dark){:root{--error:#ff8a80;--warning:#ffcc80;--info:#90caf9}}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}h2 small{font-weight:normal;opacity:.7}
ol{list-style:none;padding:0;margin:0}li{border-top:1px solid var(--line);padding:.6rem 0 .6rem 1rem;border-left:4px solid}
li.error{border-left-color:var(--error)}li.warning{border-left-color:var(--warning)}li.info{border-left-color:var(--info)}
p{margin:.2rem 0}.meta{font-size:.85rem;opacity:.8}b.error{color:var(--error)}b.warning{color:var(--warning)}b.info{color:var(--info)}`;

/** One page that stands alone: no script, nothing loaded, everything a policy says escaped. */
export const html: Reporter = function* (report, context) {
  const words = wordsOf(context.locale);
  const title = escapeHtml(words.title);
  yield `<!doctype html>\n<html lang="${context.locale}">\n<meta charset="utf-8">\n`;
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n<style>${CSS}</style>\n`;
  yield `<h1>${title}</h1>\n<p>${escapeHtml(countsLine(report, words))}</p>\n`;
  for (const document of report.documents) yield* section(document, context);
  yield `<p class="meta">policylint ${escapeHtml(report.tool.version)}</p>\n</html>\n`;
};

function* section(document: DocumentReport, context: RenderContext): Iterable<string> {
  const about = [document.kind, document.language, ...document.laws].join(', ');
  yield `<h2>${escapeHtml(context.relative(document.path))} <small>(${escapeHtml(about)})</small></h2>\n`;
  if (document.findings.length === 0) {
    yield `<p>✔</p>\n`;
    return;
  }
  yield '<ol>\n';
  for (const finding of document.findings) yield item(finding, context);
  yield '</ol>\n';
}

function item(f: Finding, { locale }: RenderContext): string {
  const words = wordsOf(locale);
  const cites = f.citations.map((c) => {
    const url = safeUrl(c.url);
    return url ? `<a href="${escapeHtml(url)}">${escapeHtml(c.cite)}</a>` : escapeHtml(c.cite);
  });
  const { line, column } = f.position.start;
  const place = [`${line}:${column}`, ...f.section.map(escapeHtml)].join(' › ');
  return (
    `<li class="${f.severity}"><p><b class="${f.severity}">${escapeHtml(words.severity[f.severity])}</b> ${escapeHtml(f.message)}</p>\n` +
    (f.help ? `<p>${escapeHtml(f.help)}</p>\n` : '') +
    `<p class="meta">${[place, `<code>${escapeHtml(f.rule)}</code>`, ...cites].join(' · ')}</p></li>\n`
  );
}
