import type { Change, Side } from '../../diff/types.ts';
import { escapeMarkdown, safeUrl } from '../escape.ts';
import { LEVELS, type DiffReporter } from './reporter.ts';
import { diffWordsOf, emptyMessage, type DiffWords } from './words.ts';

/** Keep-a-Changelog style, ready to be pasted into a notice. */
export const markdown: DiffReporter = function* (report, { locale }) {
  const words = diffWordsOf(locale);
  yield `# ${words.title}\n\n`;
  yield* body(report.shown, words, '##');
  const empty = emptyMessage(report, words);
  if (empty !== undefined) yield `${escapeMarkdown(empty)}\n`;
};

export function* body(changes: readonly Change[], words: DiffWords, hashes: string): Generator<string> {
  for (const level of LEVELS) {
    const list = changes.filter((change) => change.level === level);
    if (list.length === 0) continue;
    yield `${hashes} ${words.level[level]}\n\n`;
    for (const change of list) yield entry(change, words);
    yield '\n';
  }
}

function entry(change: Change, words: DiffWords): string {
  const law = change.citations
    .map((c) => (safeUrl(c.url) ? `[${escapeMarkdown(c.cite)}](${c.url})` : escapeMarkdown(c.cite)))
    .join(', ');
  const lines = [`- **${escapeMarkdown(change.summary)}**${law ? ` (${law})` : ''}`];
  if (change.level !== 'editorial') {
    if (change.base) lines.push(quoted(words.before, change.base));
    if (change.revision) lines.push(quoted(words.after, change.revision));
  }
  return `${lines.join('\n')}\n`;
}

function quoted(label: string, side: Side): string {
  const flat = side.text.replace(/\s+/g, ' ').trim();
  return `  - ${label}: “${escapeMarkdown(flat)}”`;
}
