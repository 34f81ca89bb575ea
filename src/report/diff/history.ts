import type { Change, Changelog } from '../../diff/types.ts';
import type { Locale } from '../../rules/engine.ts';
import { escapeMarkdown } from '../escape.ts';
import { body } from './markdown.ts';
import { diffWordsOf } from './words.ts';

/** One version of a policy against the one before it. */
export interface HistoryEntry {
  /** Undefined for the file as it lies in the working folder. */
  commit?: string;
  /** `YYYY-MM-DD`; undefined for what is not committed. */
  date?: string;
  subject?: string;
  path: string;
  summary: Changelog['summary'];
  /** Changes at the asked level and above. */
  changes: readonly Change[];
}

/** `policylint changelog --format json`. Newest version first; versions without a change that is shown are kept. */
export interface History {
  version: 1;
  tool: Changelog['tool'];
  path: string;
  /** The oldest version that was looked at: the others are told against it. */
  first: { commit: string; date: string; subject: string } | null;
  versions: HistoryEntry[];
}

/** The history as Markdown: a heading per version, versions in which nothing changed folded into a line. */
export function* historyMarkdown(history: History, locale: Locale): Generator<string> {
  const words = diffWordsOf(locale);
  yield `# ${words.title}\n`;
  let quiet: HistoryEntry[] = [];
  const fold = (): string => {
    const n = quiet.length;
    quiet = [];
    return n > 0 ? `\n_${words.noise(n)}_\n` : '';
  };
  for (const entry of history.versions) {
    if (entry.changes.length === 0) {
      quiet.push(entry);
      continue;
    }
    yield fold();
    const title = entry.commit === undefined ? words.unreleased : `${entry.date} (${entry.commit.slice(0, 8)})`;
    yield `\n## ${title}\n\n`;
    if (entry.subject) yield `${escapeMarkdown(entry.subject)}\n\n`;
    yield* body(entry.changes, words, '###');
  }
  yield fold();
  if (history.first) yield `\n## ${history.first.date} (${history.first.commit.slice(0, 8)})\n\n${words.first}\n`;
}
