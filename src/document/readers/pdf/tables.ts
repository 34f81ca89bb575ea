import type { Hyphens } from '../hyphens.ts';
import { joined, type PdfLine } from './layout.ts';

interface Row {
  cells: PdfLine[][];
  first: number;
}

const MOST_COLUMNS = 8;
/** How far from the start of its column a cell may begin, in points. */
const AWAY = 4;
/** Two columns are also a name with its value; only more rows make a table of them. */
const FEWEST_ROWS = { two: 3, more: 2 };

/** Lines whose parts stand below one another in columns made rows of a table. */
export function withTables(lines: readonly PdfLine[], hyphens: Hyphens): PdfLine[] {
  const result: PdfLine[] = [];
  for (let i = 0; i < lines.length;) {
    const { rows, end } = tableAt(lines, i) ?? { rows: [], end: i };
    if (rows.length < (rows[0]?.cells.length === 2 ? FEWEST_ROWS.two : FEWEST_ROWS.more)) {
      result.push(lines[i]!);
      i++;
      continue;
    }
    const [header, ...others] = rows.map((row) => asLine(row, hyphens));
    // A header stands again at the head of each page.
    result.push(header!, ...others.filter((row) => row.page === header!.page || row.text !== header!.text));
    i = end;
  }
  return result;
}

/** The table whose first row begins at the line at `at`: its rows, and the line behind it. */
function tableAt(lines: readonly PdfLine[], at: number): { rows: Row[]; end: number } | undefined {
  const starts = columnsAt(lines, at);
  if (starts.length < 2) return undefined;
  const height = lines[at]!.height;
  const rows: Row[] = [];
  let column = starts.length;
  let above: PdfLine | undefined;
  let i = at;
  for (; i < lines.length; i++) {
    const line = lines[i]!;
    const parts = partsAt(line, starts);
    const places = parts.map((part) => columnOf(part, starts));
    if (places.includes(-1) || Math.abs(line.height - height) > height * 0.2) break;
    const turned = above !== undefined && line.page !== above.page;
    const row = rows.at(-1);
    if (row && !turned && lowest(row) - line.y > height * 4) break;
    parts.forEach((part, p) => {
      const here = places[p]!;
      if (here < column || (turned && here === 0)) rows.push({ cells: starts.map(() => []), first: i });
      rows.at(-1)!.cells[here]!.push(part);
      column = here;
    });
    above = line;
  }
  while (rows.length > 0 && rows.at(-1)!.cells.filter((cell) => cell.length > 0).length < 2) i = rows.pop()!.first;
  return { rows, end: i };
}

/** Where the columns begin of a row whose first cell is the line at `at`: each beside the one before, some in two lines. */
function columnsAt(lines: readonly PdfLine[], at: number): number[] {
  const first = lines[at]!;
  const starts = [first.x];
  let right = 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_COLUMNS * 2); i++) {
    const line = lines[i]!;
    const near = line.page === first.page && Math.abs(line.y - first.y) < first.height * 2.5;
    if (!near) break;
    const next = i > at && line.x > right && line.x > starts.at(-1)! + AWAY;
    if (next) starts.push(line.x);
    else if (Math.abs(line.x - starts.at(-1)!) > AWAY) break;
    right = Math.max(next || i === at ? 0 : right, line.right);
  }
  if (starts.length === 1) return [];
  // In a row known to have columns, less room divides two of them.
  for (const line of lines.slice(at, at + starts.length))
    for (const { from, to } of line.gaps ?? [])
      if (to - from > line.height * 0.7 && !starts.some((x) => Math.abs(x - to) <= AWAY)) starts.push(to);
  return starts.sort((a, b) => a - b);
}

/** A line divided where room in it ends at the start of a column. */
function partsAt(line: PdfLine, starts: readonly number[]): PdfLine[] {
  const parts: PdfLine[] = [];
  let rest = line;
  let cut = 0;
  for (const { at, from, to } of line.gaps ?? []) {
    if (!starts.some((x) => Math.abs(x - to) <= AWAY)) continue;
    parts.push({ ...rest, text: line.text.slice(cut, at).trim(), right: from });
    rest = { ...rest, text: line.text.slice(at), x: to, right: line.right };
    cut = at;
  }
  return [...parts, rest];
}

function lowest(row: Row): number {
  return row.cells.reduce((low, cell) => Math.min(low, cell.at(-1)?.y ?? low), Infinity);
}

/** The column a line begins in and does not leave; -1 for none. */
function columnOf({ x, right }: PdfLine, starts: readonly number[]): number {
  for (let c = 0; c < starts.length; c++)
    if (Math.abs(x - starts[c]!) <= AWAY) return right <= (starts[c + 1] ?? Infinity) ? c : -1;
  return -1;
}

function asLine({ cells }: Row, hyphens: Hyphens): PdfLine {
  const texts = cells.map((cell) =>
    cell
      .map((line) => line.text.replaceAll('\t', ' '))
      .reduce((above, below) => (above ? joined(above, below, hyphens) : below), ''),
  );
  const first = cells.flat()[0]!;
  const text = texts.filter((cell) => cell !== '').join('\t');
  return { ...first, beside: undefined, gaps: undefined, text, cells: texts };
}
