import type { Span } from '../../types.ts';

/** A line with something on it, trimmed. */
export interface Line extends Span {
  text: string;
  /** Columns of white space in front. */
  indent: number;
  /** Empty lines above it. */
  gap: number;
}

/** Line ends of every kind: CRLF, LF, CR, form feed, vertical tab, NEL, Unicode line and paragraph separators. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const EDGE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Rules of dashes and the like between two parts of a text. */
const SEPARATOR = /^[-_=*~#─━═—–.·•]{3,}$|^(?:[-*_] ){2,}[-*_]$/;

/** The lines of a text that hold something, with their offsets. Lines of dashes count as empty. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  const add = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && EDGE.test(source[start]!)) start++;
    while (end > start && EDGE.test(source[end - 1]!)) end--;
    const text = source.slice(start, end);
    if (text === '' || (text.length < 400 && SEPARATOR.test(text))) {
      gap++;
      return;
    }
    lines.push({ start, end, text, indent: columns(source, from, start), gap });
    gap = 0;
  };
  let from = 0;
  for (const match of source.matchAll(LINE_END)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, source.length);
  return lines;
}

function columns(source: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += source[i] === '\t' ? 4 : 1;
  return width;
}
