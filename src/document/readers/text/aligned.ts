import type { Span } from '../../types.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { wordCount } from './words.ts';

/** A row of a table whose columns stand below one another; a cell is in as many parts as it has lines. */
export interface AlignedRow {
  /** Lines: `[first, last)`. */
  first: number;
  last: number;
  cells: Span[][];
}

const MOST_COLUMNS = 8;
const MOST_LINES = 400;
const LONG = 20;
const LONGEST_TITLE = 40;
const MOST_WORDS = 6;

interface Gutter {
  from: number;
  to: number;
}

/** Rows of the tables that a text sets in columns with spaces, by their first line. */
export function findAlignedRows(lines: readonly Line[]): Map<number, AlignedRow> {
  const found = new Map<number, AlignedRow>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const { rows, last } = tableAt(lines, i);
    for (const row of rows) found.set(row.first, row);
    // What was looked at for long is not looked at again: keeps the search linear.
    if (rows.length > 0 || last - i > LONG) i = last - 1;
  }
  return found;
}

function tableAt(lines: readonly Line[], at: number): { rows: AlignedRow[]; last: number } {
  const none = (last: number) => ({ rows: [], last });
  const wide = guttersOf(lines[at]!);
  if (wide.length === 0 || !isApart(lines, at, wide)) return none(at + 1);
  const blanks = wide.map(({ from, to }) => new Set(Array.from({ length: to - from }, (_, n) => from + n)));
  let last = at + 1;
  for (; last < Math.min(lines.length, at + MOST_LINES); last++) {
    const line = lines[last]!;
    if ((line.gap > 0 && !(last === at + 1 && line.ruled)) || line.text.includes('\t')) break;
    const kept = blanks.map((columns) => [...columns].filter((column) => isBlankAt(line, column)));
    if (kept.some((columns) => columns.length === 0)) break;
    kept.forEach((columns, g) => (blanks[g] = new Set(columns)));
  }
  const body = lines.slice(at + 1, last);
  const cuts = blanks.map((columns) => cutAt(columns, body));
  if (body.length < 2 || body.filter((line) => isDivided(line, cuts)).length * 2 < body.length) return none(last);
  const rows = rowsOf(lines, at, last, cuts);
  return rows.length >= (cuts.length === 1 ? 3 : 2) ? { rows, last } : none(last);
}

/** Where the titles of columns leave room between them; none for a line that is no row of titles. */
function guttersOf({ text, indent }: Line): Gutter[] {
  if (text.length > 300 || text.includes('\t') || !/ {2}/.test(text) || markerOf(text)) return [];
  const gutters: Gutter[] = [];
  let from = 0;
  for (const room of text.matchAll(/ {2,}/g)) {
    const title = text.slice(from, room.index);
    if (title.length > LONGEST_TITLE || wordCount(title) > MOST_WORDS || /[.:;,]$/.test(title)) return [];
    from = room.index + room[0].length;
    gutters.push({ from: indent + room.index, to: indent + from });
  }
  const title = text.slice(from);
  const fits = title.length <= LONGEST_TITLE && wordCount(title) <= MOST_WORDS && !/[.;,]$/.test(title);
  return fits && gutters.length < MOST_COLUMNS ? gutters : [];
}

/** Two spaces part sentences as well: without a rule below, some of the room must be wider. */
function isApart(lines: readonly Line[], at: number, gutters: readonly Gutter[]): boolean {
  return lines[at + 1]?.ruled === true || gutters.some(({ from, to }) => to - from > 2);
}

function isBlankAt({ text, indent }: Line, column: number): boolean {
  const char = text[column - indent];
  return char === undefined || char === ' ';
}

/** Of the runs of blank columns the one that most cells begin behind, or the widest of these. */
function cutAt(columns: ReadonlySet<number>, body: readonly Line[]): number {
  let best = { from: 0, begun: -1, length: 0 };
  for (const from of columns) {
    if (columns.has(from - 1)) continue;
    let length = 1;
    while (columns.has(from + length)) length++;
    const begun = body.filter((line) => !isBlankAt(line, from + length)).length;
    if (begun > best.begun || (begun === best.begun && length > best.length)) best = { from, begun, length };
  }
  return best.from;
}

/** Whether a line has more room at one of the cuts than between two words. */
function isDivided(line: Line, cuts: readonly number[]): boolean {
  return cuts.some((cut) => isBlankAt(line, cut) && (isBlankAt(line, cut + 1) || isBlankAt(line, cut - 1)));
}

function rowsOf(lines: readonly Line[], first: number, last: number, cuts: readonly number[]): AlignedRow[] {
  const split = lines.slice(first, last).map((line) => cellsOf(line, cuts));
  const widths = [...cuts, 0].map((_, c) => split.reduce((most, cells) => Math.max(most, lengthOf(cells[c])), 0));
  const rows: AlignedRow[] = [];
  split.forEach((cells, l) => {
    const row = rows.at(-1);
    const goesOn =
      row !== undefined &&
      (!cells[0] || isOpen(cells, lines[first + l]!)) &&
      cells.every((cell, c) => {
        const above = row.cells[c]!.at(-1);
        if (!cell) return true;
        if (!above) return rows.length > 1 && (c > 0 ? !cells[0] : true);
        const word = /^\S*/.exec(lines[first + l]!.text.slice(cell.start - lines[first + l]!.start))![0].length;
        return lengthOf(above) + 1 + word > widths[c]!;
      });
    if (!goesOn) rows.push({ first: first + l, last: first + l, cells: cells.map(() => []) });
    const open = rows.at(-1)!;
    open.last = first + l + 1;
    cells.forEach((cell, c) => {
      if (cell) open.cells[c]!.push(cell);
    });
  });
  return rows;
}

/** Whether half of the cells begin in the middle of a sentence. */
function isOpen(cells: readonly (Span | undefined)[], { text, start }: Line): boolean {
  const filled = cells.filter((cell) => cell !== undefined);
  return filled.filter((cell) => /^[\p{Ll}(]/u.test(text.slice(cell.start - start))).length * 2 >= filled.length;
}

function cellsOf({ text, indent, start }: Line, cuts: readonly number[]): (Span | undefined)[] {
  const edges = [0, ...cuts.map((cut) => Math.max(0, cut - indent)), text.length];
  return edges.slice(1).map((to, c) => {
    const slice = text.slice(edges[c], to);
    const cell = slice.trim();
    const from = start + edges[c]! + slice.indexOf(cell);
    return cell ? { start: from, end: from + cell.length } : undefined;
  });
}

function lengthOf(cell: Span | undefined): number {
  return cell ? cell.end - cell.start : 0;
}
