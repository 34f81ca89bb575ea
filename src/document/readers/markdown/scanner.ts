import { longBlockEnd, nextCut } from './cuts.ts';
import { FastInline } from './inline.ts';
import {
  atxLevel,
  fenceLength,
  isThematicBreak,
  type Lines,
  listMarkerAt,
  looksLikeDelimiterRow,
  setextLevel,
  skipBlanks,
  trimBlanks,
} from './lines.ts';
import { isOtherBlock, mayBeHtml, readList } from './lists.ts';
import type { Session } from './session.ts';
import { readTable } from './tables.ts';

/**
 * Finds blocks line by line and takes their text straight from the source: headings, paragraphs, lists of paragraphs,
 * tables. What is of another kind, or not certain, goes to the parser: the whole stretch up to a safe cut.
 */
export function readFast(session: Session, from = 0, to = session.lines.count): void {
  new Scanner(session, session.lines.upTo(to)).read(from);
}

class Scanner {
  readonly #inline: FastInline;

  constructor(
    readonly session: Session,
    readonly lines: Lines,
  ) {
    this.#inline = new FastInline(session.hasLabels);
  }

  read(first: number): void {
    const { lines } = this;
    let line = first;
    while (line < lines.count) line = this.#block(line);
    this.session.flush();
  }

  /** Reads the block that begins at a line, or steps over a blank line; returns the line behind. */
  #block(line: number): number {
    const { lines } = this;
    const { source } = this.session;
    const start = lines.start(line);
    const end = trimBlanks(source, start, lines.end(line));
    let at = start;
    while (at < end && source.charCodeAt(at) === 32) at++;
    if (at >= end) return line + 1;
    if (at - start >= 4 || source.charCodeAt(at) === 9) return this.#uncertain(line);
    const code = source.charCodeAt(at);
    if (code === 35) {
      const level = atxLevel(source, at, end);
      if (level) return this.#heading(line, at, end, level);
    }
    if (isThematicBreak(source, at, end)) return line + 1;
    if (listMarkerAt(source, at, end)) {
      const next = readList(this.session, lines, this.#inline, line);
      return next < 0 ? this.#uncertain(line) : next;
    }
    if (code === 60 && mayBeHtml(source, at, end)) return this.#html(line, at, end);
    if (code === 62) return this.#quote(line);
    if ((code === 96 || code === 126) && fenceLength(source, at, end))
      return this.#pass(line, longBlockEnd(lines, line, at, end)!);
    if (code === 91 && isOtherBlock(source, at, end)) return this.#uncertain(line);
    return this.#paragraph(line, at, end);
  }

  /** Gives lines to the parser. */
  #pass(from: number, to: number): number {
    this.session.leave(from, to);
    return to;
  }

  #uncertain(line: number): number {
    return this.#pass(line, nextCut(this.lines, line, line + 1));
  }

  #html(line: number, at: number, end: number): number {
    const long = longBlockEnd(this.lines, line, at, end);
    return long === undefined ? this.#uncertain(line) : this.#pass(line, long);
  }

  /** A quote whose every line is marked ends at the blank line behind it. */
  #quote(line: number): number {
    const { lines } = this;
    const { source } = this.session;
    let next = line;
    for (; next < lines.count; next++) {
      const end = lines.end(next);
      const at = skipBlanks(source, lines.start(next), end);
      if (at >= end) return this.#pass(line, next);
      if (source.charCodeAt(at) !== 62 || at - lines.start(next) > 3) return this.#uncertain(line);
    }
    return this.#pass(line, next);
  }

  #heading(line: number, at: number, end: number, level: number): number {
    const { source, out, html } = this.session;
    const from = skipBlanks(source, at + level, end);
    let to = end;
    while (to > from && source.charCodeAt(to - 1) === 35) to--;
    if (to > from && !isBlank(source.charCodeAt(to - 1))) to = end;
    to = trimBlanks(source, from, to);
    if (!this.#inline.read(source, from, to)) return this.#pass(line, line + 1);
    this.session.flush();
    this.#inline.write(out, html);
    out.close({ kind: 'heading', level, source: { start: at, end } });
    return line + 1;
  }

  #paragraph(line: number, start: number, firstEnd: number): number {
    const { lines } = this;
    const { source, out, html } = this.session;
    let end = firstEnd;
    let next = line + 1;
    let setext: 0 | 1 | 2 = 0;
    for (; next < lines.count; next++) {
      const lineStart = lines.start(next);
      const stop = trimBlanks(source, lineStart, lines.end(next));
      const at = skipBlanks(source, lineStart, stop);
      if (at >= stop) break;
      const indent = at - lineStart;
      const tabbed = indent > 0 && source.slice(lineStart, at).includes('\t');
      if (tabbed || indent >= 4) {
        if (looksLikeDelimiterRow(source, at, stop)) return this.#uncertain(line);
        end = stop;
        continue;
      }
      if (looksLikeDelimiterRow(source, at, stop)) {
        const isRow = next === line + 1 && !listMarkerAt(source, at, stop);
        const behind = isRow ? readTable(this.session, lines, this.#inline, line) : -1;
        return behind < 0 ? this.#uncertain(line) : behind;
      }
      setext = setextLevel(source, at, stop);
      if (setext) {
        if (source.slice(lines.start(next - 1), lines.end(next - 1)).includes('|')) return this.#uncertain(line);
        end = stop;
        next++;
        break;
      }
      const kind = this.#interrupts(at, stop);
      if (kind === 'unknown') return this.#uncertain(line);
      if (kind === 'yes') break;
      end = stop;
    }
    const textEnd = setext ? trimBlanks(source, start, lines.end(next - 2)) : end;
    if (!this.#inline.read(source, start, textEnd)) return this.#pass(line, next);
    this.session.flush();
    this.#inline.write(out, html);
    const span = { start, end };
    if (setext) out.close({ kind: 'heading', level: setext, source: span });
    else out.close({ kind: 'paragraph', level: 0, source: span, mayBeBoldHeading: true });
    return next;
  }

  /** Does a line end the paragraph above it? */
  #interrupts(at: number, end: number): 'yes' | 'no' | 'unknown' {
    const { source } = this.session;
    const code = source.charCodeAt(at);
    if (code === 35) return atxLevel(source, at, end) ? 'yes' : 'no';
    if (code === 62) return 'unknown';
    if (code === 96 || code === 126) return fenceLength(source, at, end) ? 'yes' : 'no';
    if (code === 60) return mayBeHtml(source, at, end) ? 'unknown' : 'no';
    if (code === 91) return source.charCodeAt(at + 1) === 94 ? 'unknown' : 'no';
    if (isThematicBreak(source, at, end)) return 'yes';
    const marker = listMarkerAt(source, at, end);
    if (!marker?.first || marker.gap === 0) return 'no';
    // Whether a marker in the item counts depends, in micromark, on the paragraph the list interrupts.
    const text = at + marker.width + marker.gap;
    return source.charCodeAt(text) === 62 || listMarkerAt(source, text, end) ? 'unknown' : 'yes';
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
