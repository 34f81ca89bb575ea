import type { Change, WordEdit } from '../../diff/types.ts';
import type { RenderContext, Style } from '../reporter.ts';
import { printable } from '../escape.ts';
import { wrap } from '../wrap.ts';
import { LEVELS, type DiffReporter } from './reporter.ts';
import { diffWordsOf, emptyMessage } from './words.ts';

/** Unchanged words shown on either side of a change. */
const CONTEXT = 60;

/** For terminals: by level, with the section, the articles and the words that changed. */
export const text: DiffReporter = function* (report, context) {
  const { style, locale } = context;
  const words = diffWordsOf(locale);
  const { changelog, shown } = report;
  const empty = emptyMessage(report, words);
  if (empty !== undefined) yield `${printable(empty)}\n`;
  for (const level of LEVELS) {
    const changes = shown.filter((change) => change.level === level);
    if (changes.length === 0) continue;
    const paint = level === 'material' ? style.red : level === 'substantive' ? style.yellow : style.dim;
    yield `${style.bold(paint(words.level[level]))} ${style.dim(`— ${words.levelNote[level]}`)}\n\n`;
    for (const change of changes) yield* one(change, context);
  }
  if (shown.length > 0) {
    const { material, substantive, editorial } = changelog.summary;
    yield `${words.counts(material, substantive, editorial)}\n`;
  }
  const { introduced, resolved } = changelog.findings;
  for (const [list, label, sign] of [
    [introduced, words.introduced(introduced.length), '+'],
    [resolved, words.resolved(resolved.length), '-'],
  ] as const) {
    if (list.length === 0) continue;
    yield `\n${label}\n`;
    for (const finding of list)
      yield indented(wrap(`${sign} ${printable(finding.message)} ${style.dim(finding.rule)}`, context.width - 4), 2);
  }
  if (changelog.limits.length > 0) yield `\n${style.yellow(words.limits)}\n`;
};

function* one(change: Change, { style, width }: RenderContext): Generator<string> {
  const side = change.revision ?? change.base;
  const place = side
    ? `${side.section.join(' › ')}${side.section.length > 0 ? ':' : ''}${side.position.start.line}`
    : '';
  yield indented(
    wrap(printable(change.summary), width - 4).map((line) => style.bold(line)),
    2,
  );
  const law = change.citations.map((c) => c.cite).join(', ');
  yield indented(
    wrap(printable([change.id, place, law].filter(Boolean).join(' · ')), width - 6).map((line) => style.dim(line)),
    4,
  );
  const shown = change.words.length > 0 ? painted(change.words, style) : '';
  if (shown) yield indented(wrap(shown, width - 6), 4);
  yield '\n';
}

/** Words that changed, in colours where there are any, else in {+ +} and [- -]; long unchanged stretches cut. */
export function painted(words: readonly WordEdit[], style: Style): string {
  return words
    .map(({ kind, text: piece }, i) => {
      const flat = printable(piece).replace(/\s+/g, ' ');
      if (kind === 'same') return cut(flat, i === 0, i === words.length - 1);
      const plain = style.red('x') === 'x';
      if (plain) return kind === 'removed' ? `[-${flat.trim()}-] ` : `{+${flat.trim()}+} `;
      // Word by word: a colour that went on over the end of a line would paint the indent of the next.
      const paint = kind === 'removed' ? style.red : style.green;
      return flat.replace(/\S+/g, (word) => paint(word));
    })
    .join('')
    .trim();
}

function cut(piece: string, first: boolean, last: boolean): string {
  if (first) return piece.length > CONTEXT ? `…${endOf(piece)}` : piece;
  if (last) return piece.length > CONTEXT ? `${startOf(piece)}…` : piece;
  return piece.length > 2 * CONTEXT ? `${startOf(piece)} … ${endOf(piece)}` : piece;
}

/** Whole words: half of one reads as another. */
function startOf(piece: string): string {
  return piece.slice(0, CONTEXT + 1).replace(/\s\S*$/, '');
}

function endOf(piece: string): string {
  return piece.slice(-CONTEXT - 1).replace(/^\S*\s/, '');
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}\n`).join('');
}
