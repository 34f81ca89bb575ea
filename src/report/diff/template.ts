import Mustache from 'mustache';
import type { Change } from '../../diff/types.ts';
import { UserError } from '../../errors.ts';
import { escapeHtml, escapeMarkdown } from '../escape.ts';
import { LEVELS, type DiffReporter } from './reporter.ts';
import { diffWordsOf, emptyMessage } from './words.ts';

/**
 * A user's own Mustache template. `{{x}}` is escaped for HTML in `.html` templates, for Markdown in others; `{{{x}}}` is
 * not. Data: `title`, `counts`, `empty` (a sentence, or nothing), `base.path`, `revision.path`, `summary.material` …,
 * `levels` (`id`, `title`, `note`, `changes`), `changes`; of a change everything the JSON format gives, and
 * `citationList`, `section`, `isMaterial`.
 */
export function fromTemplate(template: string, path: string): DiffReporter {
  const escape = /\.html?(?:\.|$)/i.test(path) ? escapeHtml : escapeMarkdown;
  return function* (report, { locale }) {
    const words = diffWordsOf(locale);
    const { changelog, shown } = report;
    const { material, substantive, editorial } = changelog.summary;
    const view = (change: Change) => ({
      ...change,
      citationList: change.citations.map((c) => c.cite).join(', '),
      section: (change.revision ?? change.base)?.section.join(' › ') ?? '',
      isMaterial: change.level === 'material',
    });
    const levels = LEVELS.map((id) => ({
      id,
      title: words.level[id],
      note: words.levelNote[id],
      changes: shown.filter((change) => change.level === id).map(view),
    })).filter((level) => level.changes.length > 0);
    const data = {
      title: words.title,
      counts: words.counts(material, substantive, editorial),
      empty: emptyMessage(report, words),
      base: changelog.base,
      revision: changelog.revision,
      summary: changelog.summary,
      findings: changelog.findings,
      levels,
      changes: shown.map(view),
    };
    try {
      yield Mustache.render(template, data, {}, { escape: (value: unknown) => escape(String(value)) });
    } catch (error) {
      throw new UserError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
