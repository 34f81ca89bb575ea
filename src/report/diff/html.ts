import type { RedlineRow } from '../../diff/redline.ts';
import type { Change, WordEdit } from '../../diff/types.ts';
import { escapeHtml, safeUrl } from '../escape.ts';
import { SCRIPT, STYLE } from './html-assets.ts';
import { LEVELS, type DiffReport, type DiffReporter } from './reporter.ts';
import { diffWordsOf, emptyMessage, type DiffWords } from './words.ts';

/** One self-contained file: summary, changelog, redline. Every text of a policy is escaped; nothing is loaded. */
export const html: DiffReporter = function* (report, { locale }) {
  const words = diffWordsOf(locale);
  const { changelog, shown } = report;
  const { material, substantive, editorial } = changelog.summary;
  const title = `${words.title}: ${changelog.base.path} → ${changelog.revision.path}`;
  yield `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">\n`;
  yield `<title>${escapeHtml(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
  yield `<header><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(changelog.base.path)} → ${escapeHtml(changelog.revision.path)}</p>`;
  yield `<p class="counts">${escapeHtml(words.counts(material, substantive, editorial))}</p>`;
  yield `<nav aria-label="${escapeHtml(words.contents)}"><a href="#changes">${escapeHtml(words.changes)}</a> <a href="#redline">${escapeHtml(words.redline)}</a></nav></header>\n`;
  yield `<main>\n<section id="changes"><h2>${escapeHtml(words.changes)}</h2>\n`;
  const empty = emptyMessage(report, words);
  if (empty !== undefined) yield `<p>${escapeHtml(empty)}</p>\n`;
  yield* changesByLevel(shown, words);
  yield '</section>\n';
  yield* redlineSection(report, words);
  yield `</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
};

function* changesByLevel(shown: readonly Change[], words: DiffWords): Generator<string> {
  for (const level of LEVELS) {
    const changes = shown.map((change, i) => ({ change, i })).filter(({ change }) => change.level === level);
    if (changes.length === 0) continue;
    yield `<h3 class="${level}">${escapeHtml(words.level[level])} <small>${escapeHtml(words.levelNote[level])}</small></h3>\n<ol>\n`;
    for (const { change, i } of changes) {
      const law = change.citations
        .map((c) => (safeUrl(c.url) ? `<a href="${escapeHtml(c.url)}">${escapeHtml(c.cite)}</a>` : escapeHtml(c.cite)))
        .join(', ');
      const section = (change.revision ?? change.base)?.section.join(' › ') ?? '';
      yield `<li id="change-${i}" class="${level}"><p><a href="#row-${i}">${escapeHtml(change.summary)}</a></p>`;
      yield `<p class="meta">${[escapeHtml(change.id), escapeHtml(section), law].filter(Boolean).join(' · ')}</p>`;
      if (change.words.length > 0) yield `<blockquote>${painted(change.words)}</blockquote>`;
      else {
        if (change.base) yield `<blockquote><del>${escapeHtml(change.base.text)}</del></blockquote>`;
        if (change.revision) yield `<blockquote><ins>${escapeHtml(change.revision.text)}</ins></blockquote>`;
      }
      yield '</li>\n';
    }
    yield '</ol>\n';
  }
}

function* redlineSection(report: DiffReport, words: DiffWords): Generator<string> {
  yield `<section id="redline"><h2>${escapeHtml(words.redline)}</h2>\n`;
  yield `<p class="switch"><label><input type="radio" name="view" value="side" checked> ${escapeHtml(words.sideBySide)}</label> `;
  yield `<label><input type="radio" name="view" value="inline"> ${escapeHtml(words.inline)}</label></p>\n`;
  yield `<table class="side"><thead><tr><th scope="col">${escapeHtml(words.before)}</th><th scope="col">${escapeHtml(words.after)}</th></tr></thead><tbody>\n`;
  const anchored = new Set<number>();
  for (const row of report.redline()) {
    const fresh = row.changes.filter((change) => !anchored.has(change));
    for (const change of fresh) anchored.add(change);
    for (const change of fresh) yield `<tr id="row-${change}" class="at"></tr>`;
    const links = fresh.map((change) => `<a href="#change-${change}" class="to">↑</a>`).join('');
    yield rowHtml(row, links);
  }
  yield '</tbody></table>\n</section>\n';
}

function rowHtml(row: RedlineRow, links: string): string {
  const of = (kind: 'removed' | 'added') => painted(row.words.filter((w) => w.kind === 'same' || w.kind === kind));
  const wrap = (content: string) =>
    row.heading > 0 && content !== '' ? `<strong class="h${row.heading}">${content}</strong>` : content;
  const before = wrap(of('removed'));
  const after = wrap(of('added'));
  return `<tr class="${row.kind}"><td class="before">${before}</td><td class="after">${links}${after}</td><td class="both">${links}${wrap(painted(row.words))}</td></tr>\n`;
}

function painted(words: readonly WordEdit[]): string {
  return words
    .map(({ kind, text }) => {
      const safe = escapeHtml(text);
      return kind === 'removed' ? `<del>${safe}</del>` : kind === 'added' ? `<ins>${safe}</ins>` : safe;
    })
    .join('');
}
