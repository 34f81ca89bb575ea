import { closesFence, fenceLength, type Lines, listMarkerAt, rawHtmlEnd } from './lines.ts';

/**
 * The first line at or after `least` before which Markdown may be cut: the blocks on both sides are then the same as
 * without the cut. `from` begins a block at the top level. A cut stands before a line that follows a blank one and begins
 * in the first column with something other than a list marker: it closes every list, quote and indented code. Code fences
 * and raw HTML that may hold blank lines are stepped over whole; where it cannot be told whether such a block belongs to
 * a list item, there is no cut until the end.
 */
export function nextCut(lines: Lines, from: number, least: number): number {
  const { source } = lines;
  let blank = false;
  /** Column at which the text of the last list item begins; 0 outside of lists. */
  let width = 0;
  let unsure = false;
  let line = from;
  while (line < lines.count) {
    const start = lines.start(line);
    const end = lines.end(line);
    const at = skipSpaces(source, start, end);
    if (isBlankFrom(source, at, end)) {
      blank = true;
      line++;
      continue;
    }
    const indent = at - start;
    const marker = indent < 2 ? listMarkerAt(source, at, end) : undefined;
    if (blank && indent === 0 && source.charCodeAt(at) !== 9 && !marker) {
      if (line >= least) return line;
      width = 0;
      unsure = false;
    } else if (marker) {
      width = indent + marker.width + Math.max(1, marker.gap);
      const tab = source.slice(at, at + marker.width + marker.gap).includes('\t');
      if (tab || (!blank && line > from && (!marker.first || marker.gap === 0))) unsure = true;
    } else if (!blank && width > 0 && indent < width) unsure = true;
    blank = false;
    const long = indent < 4 ? longBlockEnd(lines, line, at, end) : undefined;
    if (long === undefined || (indent > 0 && width > 0 && indent >= width && !unsure)) {
      if (source.charCodeAt(at) === 60) unsure = true;
      line++;
    } else if (unsure || (indent > 0 && width > 0)) return lines.count;
    else line = long;
  }
  return lines.count;
}

/** The first cut that leaves at least so many characters in front of it. */
export function cutBehind(lines: Lines, from: number, characters: number): number {
  const enough = lines.start(from) + characters;
  let least = from + 1;
  while (least < lines.count && lines.start(least) < enough) least++;
  return nextCut(lines, from, least);
}

/** The line behind a code fence or raw HTML that may hold blank lines and begins at `at`; undefined for any other line. */
export function longBlockEnd(lines: Lines, line: number, at: number, end: number): number | undefined {
  const { source } = lines;
  const fence = fenceLength(source, at, end);
  if (fence > 0) {
    const mark = source.charCodeAt(at);
    for (let l = line + 1; l < lines.count; l++) {
      const start = lines.start(l);
      const stop = lines.end(l);
      const from = skipSpaces(source, start, stop);
      if (from - start < 4 && closesFence(source, from, stop, mark, fence)) return l + 1;
    }
    return lines.count;
  }
  const close = rawHtmlEnd(source, at, end);
  if (close === undefined) return undefined;
  for (let l = line; l < lines.count; l++) {
    const text = source.slice(l === line ? at : lines.start(l), lines.end(l));
    if (typeof close === 'string' ? text.includes(close) : close.test(text)) return l + 1;
  }
  return lines.count;
}

function skipSpaces(source: string, at: number, end: number): number {
  while (at < end && source.charCodeAt(at) === 32) at++;
  return at;
}

function isBlankFrom(source: string, at: number, end: number): boolean {
  for (; at < end; at++) if (source.charCodeAt(at) !== 32 && source.charCodeAt(at) !== 9) return false;
  return true;
}
