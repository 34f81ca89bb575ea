import { isProse, isShort, mayBeHeading } from './shape.ts';
import type { Unit } from './units.ts';
import { wordCount } from './words.ts';

/** A row of a table; every cell is a run of units, or stretches of one line. */
export interface TableRow {
  header: boolean;
  /** Units of each cell: `[first, last)`. */
  cells: [number, number][];
}

export interface FlatTable {
  rows: TableRow[];
  first: number;
  last: number;
}

/** Words of column headers, in any language we know; needed only where no empty line sets the header apart. */
const HEADER_WORDS =
  /purpose|categor|data|recipient|provider|service|retention|period|duration|legal basis|lawful|cookie|type|description|country|subprocessor|processor|amaç|amac|kategori|veri|alıcı|süre|hukuki|sebep|çerez|türü|açıklama|mērķis|nolūk|kategorija|saņēmēj|termiņš|pamats|sīkdat|zweck|empfänger|rechtsgrundlage|speicherdauer|dauer|finalité|durée|destinataire/iu;

const MAX_COLUMNS = 6;
const BEGINNING = 48;

/**
 * Tables flattened into one cell a line, as copying a web page leaves them: a header of short lines, then rows of as
 * many cells, each beginning with a short name. Where the pattern is not clear, nothing is found.
 */
export function findFlatTables(units: readonly Unit[]): FlatTable[] {
  const tables: FlatTable[] = [];
  for (let i = 0; i < units.length;) {
    const table = tableAt(units, i);
    if (table) tables.push(table);
    i = table ? table.last : i + 1;
  }
  return tables;
}

function tableAt(units: readonly Unit[], at: number): FlatTable | undefined {
  let columns = 1;
  while (columns < MAX_COLUMNS && isHeaderCell(units[at + columns]) && units[at + columns]!.gap === 0) columns++;
  const below = units[at + columns];
  if (columns >= 2 && below && below.gap > 0 && (at === 0 || units[at]!.gap > 0)) {
    const header = Array.from({ length: columns }, (_, c) => [at + c, at + c + 1] as [number, number]);
    const read = (limit: number): [number, number][][] | undefined => {
      const chunks = chunksFrom(units, at + columns, limit);
      const regular = regularRows(units, chunks, columns);
      const loose = looseRows(units, chunks, columns);
      return reach(loose) > reach(regular) ? loose : regular;
    };
    // A look at the beginning decides whether to read on: keeps the search linear.
    const rows = read(BEGINNING) && read(Infinity);
    if (rows) return asTable(header, rows);
  }
  const step = units[at + 1]?.gap ?? 0;
  columns = 0;
  while (
    columns < MAX_COLUMNS &&
    isHeaderCell(units[at + columns]) &&
    (columns === 0 || units[at + columns]!.gap === step) &&
    HEADER_WORDS.test(units[at + columns]!.text)
  )
    columns++;
  if (columns < 2 || units[at + columns]?.gap !== step) return undefined;
  const header = Array.from({ length: columns }, (_, c) => [at + c, at + c + 1] as [number, number]);
  const read = (limit: number): [number, number][][] | undefined => {
    const cells: [number, number][] = [];
    const end = Math.min(units.length, at + columns + limit);
    for (let i = at + columns; i < end && units[i]!.gap <= step && !units[i]!.marker; i++) cells.push([i, i + 1]);
    return regularRows(units, cells, columns);
  };
  const rows = read(BEGINNING) && read(Infinity);
  return rows && asTable(header, rows);
}

/** Where rows end: of two ways to read a table, the one that explains more of it is right. */
function reach(rows: [number, number][][] | undefined): number {
  return rows?.at(-1)?.at(-1)?.[1] ?? -1;
}

function asTable(header: [number, number][], rows: [number, number][][]): FlatTable {
  return {
    rows: [{ header: true, cells: header }, ...rows.map((cells) => ({ header: false, cells }))],
    first: header[0]![0],
    last: rows.at(-1)!.at(-1)![1],
  };
}

function isHeaderCell(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    unit.lines.length === 1 &&
    !unit.marker &&
    !/[\t|]/.test(unit.text) &&
    wordCount(unit.text) <= 6 &&
    isShort(unit.text, 48) &&
    mayBeHeading(unit.text)
  );
}

function isRowName(unit: Unit | undefined): boolean {
  return unit !== undefined && !isProse(unit) && isShort(unit.text, 80);
}

/** Groups of units between empty lines, to the next numbered line. */
function chunksFrom(units: readonly Unit[], from: number, limit: number): [number, number][] {
  const chunks: [number, number][] = [];
  for (let i = from; i < units.length && chunks.length < limit; i++) {
    if (units[i]!.gap > 0 && units[i]!.marker && units[i]!.marker!.kind !== 'bullet') break;
    if (i === from || units[i]!.gap > 0) chunks.push([i, i + 1]);
    else chunks.at(-1)![1] = i + 1;
  }
  return chunks;
}

/** Rows of exactly `columns` cells; a row counts when a name or the end follows it. */
function regularRows(
  units: readonly Unit[],
  cells: readonly [number, number][],
  columns: number,
): [number, number][][] | undefined {
  const rows: [number, number][][] = [];
  for (let c = 0; c + columns <= cells.length; c += columns) {
    const row = cells.slice(c, c + columns);
    const [first, last] = row[0]!;
    const next = cells[c + columns];
    if (last - first > 1 || !isRowName(units[first])) break;
    if (row.some(([, end]) => units[end - 1]!.text.endsWith(':'))) break;
    if (next && !isRowName(units[next[0]])) break;
    if (columns > 2 && row.slice(1).every(([a]) => isSectionLike(units, a))) break;
    rows.push(row);
  }
  return rows.length >= 2 ? rows : undefined;
}

function isSectionLike(units: readonly Unit[], at: number): boolean {
  return /^\p{Lu}[^.]{2,50}: \p{Lu}/u.test(units[at]!.text.slice(0, 80));
}

/** Rows whose middle cell holds several paragraphs and whose last cell is no prose (names of cookies). */
function looseRows(
  units: readonly Unit[],
  chunks: readonly [number, number][],
  columns: number,
): [number, number][][] | undefined {
  if (columns < 3) return undefined;
  const rows: [number, number][][] = [];
  let c = 0;
  while (c < chunks.length) {
    const [first, last] = chunks[c]!;
    if (last - first > 1 || !isRowName(units[first])) break;
    let end = c + 1;
    while (end < chunks.length && isProse(units[chunks[end]![0]]!)) end++;
    const names = chunks[end];
    const middle = end - c - 1;
    if (!names || middle < columns - 2 || units.slice(...names).some(isProse)) break;
    const below = chunks[end + 1];
    // A lone name with prose under it is the next heading, not the last cell of this row.
    if (names[1] - names[0] === 1 && below && isProse(units[below[0]]!)) break;
    const cells: [number, number][] = [chunks[c]!];
    for (let m = 0; m < columns - 2; m++)
      cells.push(m === columns - 3 ? [chunks[c + 1 + m]![0], chunks[end - 1]![1]] : chunks[c + 1 + m]!);
    cells.push(names);
    rows.push(cells);
    c = end + 1;
  }
  return rows.length >= 2 ? rows : undefined;
}
