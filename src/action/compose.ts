import type { Changelog, Level } from '../diff/types.ts';
import { body } from '../report/diff/markdown.ts';
import { atLeast } from '../report/diff/reporter.ts';
import { diffWordsOf, emptyMessage } from '../report/diff/words.ts';
import { escapeMarkdown } from '../report/escape.ts';
import { markdown } from '../report/markdown.ts';
import { PLAIN } from '../report/reporter.ts';
import type { Report } from '../report/types.ts';
import type { Locale } from '../rules/engine.ts';
import { actionWords } from './words.ts';

export interface Compared {
  path: string;
  changelog: Changelog;
}

export interface Outcome {
  report: Report;
  compared: Compared[];
  created: string[];
  deleted: string[];
  /** Why nothing was compared, where something should have been. */
  notCompared: string | undefined;
}

/** The changes of every policy, as Markdown. Empty when there is nothing to tell. */
export function changelogMarkdown(outcome: Outcome, level: Level, locale: Locale): string {
  const words = actionWords(locale);
  const parts = outcome.compared.map(({ path, changelog }) => {
    const shown = atLeast(changelog.changes, level);
    const empty = emptyMessage({ changelog, shown, level, redline: () => [] }, diffWordsOf(locale));
    const text = empty === undefined ? [...body(shown, diffWordsOf(locale), '####')].join('') : `${words.noChange}\n`;
    return `### ${words.changesIn(escapeMarkdown(path))}\n\n${text.trimEnd()}\n`;
  });
  const notes = [
    ...outcome.created.map((path) => words.created(escapeMarkdown(path))),
    ...outcome.deleted.map((path) => words.deleted(escapeMarkdown(path))),
    ...(outcome.notCompared === undefined ? [] : [words.notCompared(escapeMarkdown(outcome.notCompared))]),
  ];
  return withoutMentions([...parts, ...notes.map((note) => `- ${note}\n`)].join('\n'));
}

/** Counts, changes, findings: what the summary and the comment hold. */
export function reportMarkdown(outcome: Outcome, changelog: string, locale: Locale): string {
  const [title = '', ...tables] = splitTitle([...markdown(outcome.report, contextOf(locale))].join(''));
  const findings = tables.join('').trim();
  return [title.trim(), changelog.trim(), findings && `### ${actionWords(locale).findings}\n\n${deeper(findings)}`]
    .filter(Boolean)
    .join('\n\n');
}

/** The heading with the counts, and the tables behind it. */
function splitTitle(text: string): string[] {
  const at = text.indexOf('\n### ');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function deeper(text: string): string {
  return text.replace(/^### /gm, '#### ');
}

/** A policy's "@team" or "privacy@example.com" must call nobody. */
function withoutMentions(text: string): string {
  return text.replace(/@(?!\u200b)/g, '@\u200b');
}

function contextOf(locale: Locale) {
  return {
    locale,
    style: PLAIN,
    width: 100,
    links: false,
    terminal: false,
    rules: () => [],
    relative: (path: string) => path.replace(/^\.\//, ''),
    byteColumn: (_path: string, point: { column: number }) => point.column,
  };
}
