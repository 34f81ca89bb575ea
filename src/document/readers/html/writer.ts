import type { TextBuilder } from '../../text-builder.ts';
import type { Comment, Link, RawBlock, ReadProblem, Span } from '../../types.ts';
import { BOLD_HEADING, mayBeHeading } from '../bold-heading.ts';
import { markerOf } from '../text/markers.ts';
import type { Run } from './align.ts';

/** Where a reader puts what it reads; shared with the Markdown reader, which meets HTML inside Markdown. */
export interface HtmlSink {
  out: TextBuilder;
  blocks: RawBlock[];
  links: Link[];
  comments: Comment[];
  problems: ReadProblem[];
  /** A new identity for the rows of a table or the items of a list. */
  nextGroup(): number;
}

export type BlockRole = Pick<RawBlock, 'kind' | 'level' | 'group' | 'marker'>;

interface Piece {
  start: number;
  end: number;
  source: Span;
}

/** Joiners and marks that show nothing, and nothing else: paragraphs that page builders keep lines apart with. */
const UNSEEN = /^[\u00ad\u034f\u061c\u115f\u17b4\u180e\u200c-\u200f\u2028-\u202e\u2060-\u2064\u3164\s]*$/u;

/** Collects inline text into blocks: white space collapsed, a block begun by its first word. */
export class BlockWriter {
  #role: BlockRole | undefined;
  #start = 0;
  #pieces: Piece[] = [];
  #space: Run | undefined;
  #plain = 0;
  #bold = 0;
  /** Where the bold words end that the block opens with, from its start. */
  #boldUntil = 0;
  /** The text of the block being written, for its last lines only; blocks are cut out of it when they end. */
  #text = '';

  constructor(readonly sink: HtmlSink) {}

  get isOpen(): boolean {
    return this.#role !== undefined;
  }

  get length(): number {
    return this.sink.out.length;
  }

  /** Whether all of the open block is bold and short enough for a heading. */
  get isBoldLine(): boolean {
    return this.#role?.kind === 'paragraph' && this.#plain === 0 && this.#bold > 2 && mayBeHeading(this.#text);
  }

  /** Adds text to the open block, or opens one in the given role. */
  add(run: Run, role: BlockRole, bold: boolean): void {
    const exact = run.text.length === run.source.end - run.source.start;
    for (const match of run.text.matchAll(/([\s\u200b\ufeff]+)|([^\s\u200b\ufeff]+)/g)) {
      const [text, space] = match;
      const source = exact
        ? { start: run.source.start + match.index, end: run.source.start + match.index + text.length }
        : run.source;
      if (space) this.#pend(space, source);
      else this.#word(text, source, role, bold);
    }
  }

  /** A line break inside a block. */
  lineBreak(source: Span): void {
    if (this.#role && !this.#text.endsWith('\n')) this.#space = { text: '\n', source };
  }

  #pend(text: string, source: Span): void {
    if (!this.#role || this.#space?.text === '\n') return;
    // One character stands for itself (a no-break space is kept); more collapse, as on the page.
    const shown = text.length === 1 && !/[\n\r\t\f\u200b\ufeff]/.test(text) ? text : ' ';
    if (this.#space) this.#space = { text: ' ', source: { start: this.#space.source.start, end: source.end } };
    else this.#space = { text: shown, source };
  }

  #word(text: string, source: Span, role: BlockRole, bold: boolean): void {
    if (!this.#role) this.#open(role, source.start);
    else if (this.#space) this.#push(this.#space.text, this.#space.source);
    this.#space = undefined;
    if (bold) this.#bold += text.length;
    else this.#plain += text.length;
    this.#push(text, source);
    if (this.#plain === 0) this.#boldUntil = this.#text.length;
  }

  #open(role: BlockRole, at: number): void {
    if (this.sink.out.length > 0) this.sink.out.gap('\n', at);
    this.#role = role;
    this.#start = this.sink.out.length;
    this.#pieces = [];
    this.#space = undefined;
    this.#text = '';
    this.#plain = 0;
    this.#bold = 0;
    this.#boldUntil = 0;
  }

  #push(text: string, source: Span): void {
    const start = this.sink.out.length;
    const forward = source.end >= source.start ? source : { start: source.start, end: source.start };
    this.sink.out.push(text, forward);
    this.#pieces.push({ start, end: start + text.length, source: forward });
    this.#text += text;
  }

  /** Ends the open block; undefined when nothing was written. */
  close(): void {
    const role = this.#role;
    if (!role) return;
    const boldHeading = this.isBoldLine;
    this.#role = undefined;
    this.#space = undefined;
    if (UNSEEN.test(this.#text)) return;
    if (role.kind === 'paragraph' && !boldHeading && this.#splitLines()) return;
    const marker = role.kind === 'paragraph' && !boldHeading ? markerOf(this.#text) : undefined;
    const as: BlockRole = boldHeading
      ? { kind: 'heading', level: BOLD_HEADING }
      : marker?.kind === 'bullet'
        ? { kind: 'item', level: 1, marker: marker.written, group: this.#groupAfter() }
        : role;
    const skip = as.kind === 'item' && marker?.kind === 'bullet' ? marker.length : 0;
    this.#emit(0, this.#text.length, skip, as);
  }

  /** "• one<br>• two": a list typed as lines. */
  #splitLines(): boolean {
    if (!this.#text.includes('\n')) return false;
    const lines = this.#text.split('\n');
    const markers = lines.map((line) => markerOf(line));
    const listed = (m: ReturnType<typeof markerOf>): boolean => m?.kind === 'bullet' || m?.kind === 'number';
    if (markers.filter(listed).length < 2) return false;
    let group: number | undefined;
    let from = 0;
    lines.forEach((line, l) => {
      const marker = markers[l];
      if (line && listed(marker)) {
        group ??= this.sink.nextGroup();
        this.#emit(from, from + line.length, marker!.length, {
          kind: 'item',
          level: 1,
          group,
          marker: marker!.written,
        });
      } else if (line) this.#emit(from, from + line.length, 0, { kind: 'paragraph', level: 0 });
      from += line.length + 1;
    });
    return true;
  }

  #groupAfter(): number {
    const last = this.sink.blocks.at(-1);
    return last?.kind === 'item' && last.group !== undefined ? last.group : this.sink.nextGroup();
  }

  /** Writes a block for a stretch of the text just collected. */
  #emit(from: number, to: number, skip: number, as: BlockRole): void {
    const start = this.#start + from;
    const end = this.#start + to;
    const pieces = this.#pieces.filter((p) => p.end > start && p.start < end);
    if (pieces.length === 0) return;
    const source = { start: Infinity, end: 0 };
    for (const piece of pieces) {
      const exact = piece.end - piece.start === piece.source.end - piece.source.start;
      const first = exact ? piece.source.start + Math.max(0, start - piece.start) : piece.source.start;
      const last = exact ? piece.source.end - Math.max(0, piece.end - end) : piece.source.end;
      source.start = Math.min(source.start, first);
      source.end = Math.max(source.end, last);
    }
    const block: RawBlock = { ...as, start: start + skip, end, source };
    const bold = this.#start + this.#boldUntil;
    if (bold > block.start) block.boldUntil = Math.min(bold, end);
    this.sink.blocks.push(block);
  }
}
