import type { FastInline } from './inline.ts';
import { atxLevel, fenceLength, type Lines, skipBlanks, trimBlanks } from './lines.ts';
import type { Session } from './session.ts';

/** First characters of a line that may begin another block than a row. */
const OTHER_BLOCK = new Set([...'>~`<-*_+=#0123456789[:'].map((c) => c.charCodeAt(0)));

/** Cells of a row, as flat `[bar, start, end, …]`: the bar in front, and the trimmed text. */
export function cellsOf(source: string, from: number, end: number): number[] {
  const cells: number[] = [];
  let at = from;
  if (source.charCodeAt(at) === 124) at++;
  let start = at;
  let bar = from;
  for (; at <= end; at++) {
    const code = at < end ? source.charCodeAt(at) : 124;
    if (code === 92) {
      const next = source.charCodeAt(at + 1);
      if (next === 92 || next === 124) at++;
    } else if (code === 124) {
      const text = skipBlanks(source, start, at);
      if (at < end || text < at) cells.push(bar, text, trimBlanks(source, text, Math.max(at, text)));
      bar = at;
      start = at + 1;
    }
  }
  return cells;
}

const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

function isDelimiterRow(line: string): boolean {
  return line.includes('|') && DELIMITER_ROW.test(line);
}

/**
 * Reads the table whose header is `line`; the line behind it, or -1 when there is no table of the plain kind: then
 * nothing is written and the parser must look.
 */
export function readTable(session: Session, lines: Lines, inline: FastInline, line: number): number {
  const { source } = session;
  const ruler = rowAt(lines, line + 1);
  const header = rowAt(lines, line);
  if (!ruler || !header || !isDelimiterRow(source.slice(ruler.start, ruler.end))) return -1;
  const columns = cellsOf(source, ruler.start, ruler.end).length;
  const rows = [{ ...header, cells: cellsOf(source, header.start, header.end) }];
  if (rows[0]!.cells.length !== columns) return -1;
  let next = line + 2;
  for (; next < lines.count; next++) {
    const row = rowAt(lines, next);
    if (!row) {
      if (skipBlanks(source, lines.start(next), lines.end(next)) === lines.end(next)) break;
      return -1;
    }
    if (OTHER_BLOCK.has(source.charCodeAt(row.start))) {
      if (atxLevel(source, row.start, row.end) || fenceLength(source, row.start, row.end)) break;
      return -1;
    }
    rows.push({ ...row, cells: cellsOf(source, row.start, row.end) });
  }
  for (const { cells } of rows) {
    if (cells.length === 0) return -1;
    for (let c = 0; c < cells.length; c += 3) if (!inline.read(source, cells[c + 1]!, cells[c + 2]!, true)) return -1;
  }
  writeRows(session, inline, rows);
  return next;
}

function writeRows(
  session: Session,
  inline: FastInline,
  rows: { start: number; end: number; cells: number[] }[],
): void {
  const { out, source } = session;
  session.flush();
  const group = out.newGroup();
  rows.forEach((row, r) => {
    for (let c = 0; c < row.cells.length; c += 3) {
      if (c > 0) out.text('\t', row.cells[c]!, row.cells[c]!);
      const from = out.length;
      inline.read(source, row.cells[c + 1]!, row.cells[c + 2]!, true);
      inline.write(out, session.html);
      out.cell(from);
    }
    out.close({ kind: 'row', level: 0, source: { start: row.start, end: row.end }, header: r === 0, group });
  });
}

/** The characters of a line that may be a row: indented by fewer than four blanks, not empty. */
function rowAt(lines: Lines, line: number): { start: number; end: number } | undefined {
  if (line >= lines.count) return undefined;
  const { source } = lines;
  const end = trimBlanks(source, lines.start(line), lines.end(line));
  const start = skipBlanks(source, lines.start(line), end);
  const indent = source.slice(lines.start(line), start);
  return start < end && indent.length < 4 && !indent.includes('\t') ? { start, end } : undefined;
}
