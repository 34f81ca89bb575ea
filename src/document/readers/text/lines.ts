import type { Span } from '../../types.ts';
import { marginsOf } from '../margins.ts';

/** A line with something on it, trimmed. */
export interface Line extends Span {
  text: string;
  /** Columns of white space in front. */
  indent: number;
  /** Empty lines above it. */
  gap: number;
  /** A rule in parts stands above it: "----- ---", as below the titles of columns. */
  ruled?: boolean;
}

/** Line ends of every kind: CRLF, LF, CR, form feed, vertical tab, NEL, Unicode line and paragraph separators. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const EDGE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Rules of dashes and the like between two parts of a text. */
const SEPARATOR = /^[-_=*~#─━═—–.·•]{3,}$|^(?:[-*_] ){2,}[-*_]$/;

const COLUMN_RULE = /^-{2,}(?: +-{2,})+$/;

/** How an e-mail marks what it quotes. */
const QUOTED = /^[ \t]{0,3}>(?:[ \t]?>)*[ \t]?/;
const QUOTED_SHARE = 0.8;

/**
 * The lines of a text that hold something, with their offsets. Lines of dashes count as empty; of a text in pages the
 * heads, feet and numbers of pages are left out; a text that is a quotation throughout is read without its marks.
 */
export function readLines(source: string): Line[] {
  const quoted = isQuoted(source);
  const lines: Line[] = [];
  const pages: Line[][] = [[]];
  let gap = 0;
  let ruled = false;
  const add = (from: number, to: number): void => {
    if (quoted) from += QUOTED.exec(source.slice(from, Math.min(to, from + 20)))?.[0].length ?? 0;
    let start = from;
    let end = to;
    while (start < end && EDGE.test(source[start]!)) start++;
    while (end > start && EDGE.test(source[end - 1]!)) end--;
    const text = source.slice(start, end);
    const rule = text.length < 400 && COLUMN_RULE.test(text);
    if (text === '' || rule || (text.length < 400 && SEPARATOR.test(text))) {
      gap++;
      ruled = rule || (ruled && text === '');
      return;
    }
    const line: Line = { start, end, text, indent: columns(source, from, start), gap };
    if (ruled) line.ruled = true;
    ruled = false;
    lines.push(line);
    pages.at(-1)!.push(line);
    gap = 0;
  };
  let from = 0;
  for (const match of source.matchAll(LINE_END)) {
    add(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '\f') pages.push([]);
  }
  add(from, source.length);
  return pages.length > 1 ? withoutMargins(pages) : lines;
}

/** Lines of pages without heads and feet; a paragraph that goes on over the page is one. */
function withoutMargins(pages: readonly Line[][]): Line[] {
  const margins = marginsOf(pages.filter((page) => page.length > 0));
  const lines: Line[] = [];
  for (const page of pages) {
    const kept = page.filter((line) => !margins.has(line));
    const above = lines.at(-1);
    const first = kept[0];
    if (above && first)
      first.gap = /[\p{L}\p{N},]$/u.test(above.text) && /^\p{Ll}/u.test(first.text) ? 0 : Math.max(1, first.gap);
    lines.push(...kept);
  }
  return lines;
}

function isQuoted(source: string): boolean {
  if (!/^[ \t]{0,3}>/m.test(source)) return false;
  let lines = 0;
  let quoted = 0;
  for (const line of source.split('\n', MOST_LOOKED_AT)) {
    if (line.trim() === '') continue;
    lines++;
    if (QUOTED.test(line.slice(0, 20))) quoted++;
  }
  return quoted >= 3 && quoted >= lines * QUOTED_SHARE;
}

const MOST_LOOKED_AT = 2000;

function columns(source: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += source[i] === '\t' ? 4 : 1;
  return width;
}
