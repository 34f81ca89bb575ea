import type { Element } from 'hast';
import { attribute, find, headingLevel, isBold, isElement } from './tags.ts';

export interface HtmlRow {
  row: Element;
  header: boolean;
  /** Columns before each cell that a cell further up or a wide cell covers. */
  gaps: number[];
}

/** Old pages lay text out in tables: those hold headings, other tables or one column, and no header cells. */
export function isDataTable(table: Element): boolean {
  if (attribute(table, 'role') === 'presentation') return false;
  const rows = rowElements(table);
  if (rows.length === 0 || rows.every((row) => cellsOf(row).length < 2)) return false;
  if (rows.some((row) => cellsOf(row).some((cell) => cell.tagName === 'th'))) return true;
  return !find(table, (e) => e !== table && (e.tagName === 'table' || headingLevel(e) > 0));
}

export function cellsOf(row: Element): Element[] {
  return row.children.filter((c): c is Element => isElement(c, 'td', 'th'));
}

function rowElements(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') rows.push(child);
    else if (/^t(?:head|body|foot)$/.test(child.tagName))
      for (const row of child.children) if (isElement(row, 'tr')) rows.push(row);
  }
  return rows;
}

const MAX_COLUMNS = 100;

/** Rows with the place of their cells; the first is the header when it says so (`th`, `thead`, all bold). */
export function rowsOf(table: Element): HtmlRow[] {
  const heads = new Set(
    table.children.flatMap((c) => (isElement(c, 'thead') ? c.children.filter((r) => isElement(r, 'tr')) : [])),
  );
  const covered: number[] = [];
  return rowElements(table).map((row, r) => {
    const cells = cellsOf(row);
    const gaps: number[] = [];
    let column = 0;
    let wide = 0;
    for (const cell of cells) {
      let gap = wide;
      while ((covered[column] ?? 0) > 0 && column < MAX_COLUMNS) {
        covered[column]!--;
        column++;
        gap++;
      }
      gaps.push(gap);
      const width = Math.min(MAX_COLUMNS, Math.max(1, Number(attribute(cell, 'colSpan')) || 1));
      const height = Math.min(1000, Math.max(1, Number(attribute(cell, 'rowSpan')) || 1));
      for (let c = 0; c < width; c++) covered[column + c] = height - 1;
      column += width;
      wide = width - 1;
    }
    for (; column < covered.length; column++) if (covered[column]! > 0) covered[column]!--;
    const allHeads = cells.length > 1 && cells.every((cell) => cell.tagName === 'th');
    const bold = r === 0 && cells.length > 1 && cells.every(isBoldCell);
    return { row, header: allHeads || bold || (heads.has(row) && cells.length > 1), gaps };
  });
}

function isBoldCell(cell: Element): boolean {
  if (cell.tagName === 'th' || isBold(cell)) return true;
  const [only, ...more] = cell.children.filter((c) => c.type !== 'text' || c.value.trim() !== '');
  if (more.length > 0 || only?.type !== 'element') return false;
  return isBold(only) || (only.tagName === 'p' && isBoldCell(only));
}
