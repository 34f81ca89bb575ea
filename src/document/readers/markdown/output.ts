import { TextBuilder } from '../../text-builder.ts';
import type { BlockKind, Comment, Link, RawBlock, ReadProblem, ReadResult, Span } from '../../types.ts';
import { BOLD_HEADING, mayBeHeading } from '../bold-heading.ts';
import { notProse } from './not-prose.ts';

export interface BlockRole {
  kind: BlockKind;
  level: number;
  source: Span;
  group?: number;
  marker?: string;
  header?: boolean;
  /** A paragraph that holds nothing but bold text reads as a heading. */
  mayBeBoldHeading?: boolean;
}

/**
 * Collects what a Markdown file says, block by block. Every way of reading (the reference parser, the scanner, the
 * plain reading of what a guard stopped) writes here, so that they cannot differ in what they make of a block.
 */
export class Output {
  readonly #out = new TextBuilder();
  readonly #blocks: RawBlock[] = [];
  readonly #links: Link[] = [];
  readonly #comments: Comment[] = [];
  readonly problems: ReadProblem[] = [];
  frontMatter: Span | undefined;
  title: string | undefined;
  language: string | undefined;
  #groups = 0;
  #closed = 0;

  #parts: string[] = [];
  /** Source start and end of each part. */
  #at: number[] = [];
  #length = 0;
  #braces = false;
  #ownLinks: { source: Span; from: number; to: number; url: string }[] = [];
  #bold: number[] = [];
  #plainOnly = true;
  #cells: number[] = [];

  constructor(readonly source: string) {}

  /** A new identity for a list or a table. */
  newGroup(): number {
    return ++this.#groups;
  }

  /** Number of blocks closed so far: what is open belongs to the same block while it stays the same. */
  get closed(): number {
    return this.#closed;
  }

  /** Length of the open block so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds text to the open block; it stands at `[start, end)` of the source. */
  text(text: string, start: number, end: number): void {
    if (text.length === 0) return;
    this.#parts.push(text);
    this.#at.push(start, end);
    this.#length += text.length;
    if (text.includes('{')) this.#braces = true;
  }

  /** A line break that is meant (`<br>`, two blanks at the end of a line). */
  lineBreak(start: number, end: number): void {
    this.#plainOnly = false;
    this.text('\n', start, end);
  }

  /** Says that the open block holds more than text and emphasis, so that it cannot be a heading in bold. */
  notOnlyText(): void {
    this.#plainOnly = false;
  }

  /** The text of the open block from `from` on is strong. */
  strong(from: number, to = this.#length): void {
    this.#bold.push(from, to);
  }

  /** The text of the open block from `from` on is a link. */
  link(source: Span, from: number, url: string, to = this.#length): void {
    this.#plainOnly = false;
    this.#ownLinks.push({ source, from, to, url });
  }

  comment(source: Span, value: string): void {
    this.#comments.push({ source, value });
  }

  /** Closes a table cell that began at `from`. */
  cell(from: number): void {
    let to = this.#length;
    for (let p = this.#parts.length - 1; p >= 0 && to > from; p--) {
      const part = this.#parts[p]!;
      const kept = part.trimEnd().length;
      to -= part.length - kept;
      if (kept > 0) break;
    }
    this.#cells.push(from, Math.max(from, to));
  }

  /** True when the open block ends in a blank, or has nothing yet. */
  get endsBlank(): boolean {
    const last = this.#parts[this.#parts.length - 1];
    return last === undefined || isBlank(last.charCodeAt(last.length - 1));
  }

  #trimmed(source: Span): Span {
    let { end } = source;
    while (end > source.start && isBlank(this.source.charCodeAt(end - 1))) end--;
    return end === source.end ? source : { start: source.start, end };
  }

  /** Ends the open block. A block without any text is dropped, unless it is a heading or a row of a table. */
  close(role: BlockRole): void {
    const { kind } = role;
    const source = this.#trimmed(role.source);
    const removed = this.#removed(kind);
    const keeps = kind === 'heading' || kind === 'row';
    if (this.#length - sum(removed) > 0 || keeps) {
      if (this.#out.length > 0) this.#out.gap('\n', source.start);
      const start = this.#out.length;
      this.#write(removed);
      const boldUntil = this.#bold.length > 0 ? this.#boldUntil(removed) : 0;
      const bold = role.mayBeBoldHeading === true && this.#isBold(removed, boldUntil);
      const block: RawBlock = {
        kind: bold ? 'heading' : kind,
        level: bold ? BOLD_HEADING : role.level,
        start,
        end: this.#out.length,
        source,
      };
      if (role.group !== undefined) block.group = role.group;
      if (role.marker !== undefined) block.marker = role.marker;
      if (role.header !== undefined) block.header = role.header;
      if (boldUntil > 0) block.boldUntil = placed(removed, start, [0, boldUntil]).end;
      if (kind === 'row') block.cells = pairs(this.#cells).map((cell) => placed(removed, start, cell));
      this.#blocks.push(block);
      this.#placeLinks((link) => placed(removed, start, [link.from, link.to]));
    } else this.#placeLinks(() => ({ start: this.#out.length, end: this.#out.length }));
    this.#closed++;
    this.#parts = [];
    this.#at = [];
    this.#length = 0;
    this.#braces = false;
    this.#ownLinks = [];
    this.#bold = [];
    this.#plainOnly = true;
    this.#cells = [];
  }

  result(): ReadResult {
    return {
      text: this.#out.text(),
      map: this.#out.map(),
      blocks: this.#blocks,
      links: this.#links,
      comments: this.#comments,
      frontMatter: this.frontMatter,
      title: this.title,
      declaredLanguage: this.language,
      problems: this.problems,
    };
  }

  /** What of the open block is not prose, as local spans in order: blanks around it, attribute lists, template tags. */
  #removed(kind: BlockKind): number[] {
    if (kind === 'code') return [];
    const first = this.#parts[0];
    const last = this.#parts[this.#parts.length - 1];
    if (first === undefined) return [];
    const trims = kind !== 'row' && (isBlank(first.charCodeAt(0)) || isBlank(last!.charCodeAt(last!.length - 1)));
    if (!this.#braces && !trims) return [];
    const whole = this.#parts.join('');
    const removed = this.#braces ? notProse(whole, kind === 'heading') : [];
    return kind === 'row' ? removed : withBlankEdges(whole, removed);
  }

  #placeLinks(textOf: (link: { from: number; to: number }) => Span): void {
    for (const link of this.#ownLinks) this.#links.push({ source: link.source, text: textOf(link), url: link.url });
  }

  #write(removed: readonly number[]): void {
    let r = 0;
    let at = 0;
    for (let p = 0; p < this.#parts.length; p++) {
      const part = this.#parts[p]!;
      const source = { start: this.#at[2 * p]!, end: this.#at[2 * p + 1]! };
      const end = at + part.length;
      if (r >= removed.length || removed[r]! >= end) this.#out.push(part, source);
      else {
        let from = at;
        while (r < removed.length && removed[r]! < end) {
          this.#piece(part, source, from - at, removed[r]! - at);
          from = Math.min(removed[r + 1]!, end);
          if (removed[r + 1]! > end) break;
          r += 2;
        }
        this.#piece(part, source, from - at, part.length);
      }
      at = end;
    }
  }

  #piece(part: string, source: Span, from: number, to: number): void {
    if (from >= to) return;
    const exact = part.length === source.end - source.start;
    this.#out.push(part.slice(from, to), exact ? { start: source.start + from, end: source.start + to } : source);
  }

  /** Where the bold words end that the open block opens with, as a local offset; 0 where it opens with others. */
  #boldUntil(removed: readonly number[]): number {
    const whole = this.#parts.join('');
    const start = removed[0] === 0 ? removed[1]! : 0;
    let at = start;
    for (const [from, to] of pairs(this.#bold).sort((a, b) => a[0] - b[0])) {
      if (whole.slice(at, from).trim() !== '') break;
      at = Math.max(at, to);
    }
    return at > start ? at : 0;
  }

  #isBold(removed: readonly number[], until: number): boolean {
    if (!this.#plainOnly || until === 0) return false;
    const isTrimmed = removed.length > 0 && removed[removed.length - 1] === this.#length;
    const end = isTrimmed ? removed[removed.length - 2]! : this.#length;
    const start = removed[0] === 0 ? removed[1]! : 0;
    const text = this.#parts.join('').slice(start, end);
    return text.slice(until - start).trim() === '' && mayBeHeading(text) && !text.includes('\n');
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Adds the blanks at the edges of what is left to the removed spans. */
function withBlankEdges(text: string, removed: readonly number[]): number[] {
  let start = 0;
  let first = 0;
  for (;;) {
    while (start < text.length && isBlank(text.charCodeAt(start))) start++;
    if (first >= removed.length || removed[first]! > start) break;
    start = Math.max(start, removed[first + 1]!);
    first += 2;
  }
  let end = text.length;
  let last = removed.length;
  for (;;) {
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (last <= first || removed[last - 1]! < end) break;
    end = Math.max(start, Math.min(end, removed[last - 2]!));
    last -= 2;
  }
  const result = start > 0 ? [0, start] : [];
  result.push(...removed.slice(first, last));
  if (end < text.length && end >= start) result.push(end, text.length);
  return result;
}

function pairs(flat: readonly number[]): [number, number][] {
  const result: [number, number][] = [];
  for (let i = 0; i < flat.length; i += 2) result.push([flat[i]!, flat[i + 1]!]);
  return result;
}

function sum(removed: readonly number[]): number {
  let total = 0;
  for (let r = 0; r < removed.length; r += 2) total += removed[r + 1]! - removed[r]!;
  return total;
}

/** A local span of the open block as a span of the plain text. */
function placed(removed: readonly number[], start: number, [from, to]: readonly [number, number]): Span {
  return { start: start + from - before(removed, from), end: start + to - before(removed, to) };
}

/** How much of what is removed stands before a local offset. */
function before(removed: readonly number[], local: number): number {
  let total = 0;
  for (let r = 0; r < removed.length && removed[r]! < local; r += 2)
    total += Math.min(removed[r + 1]!, local) - removed[r]!;
  return total;
}
