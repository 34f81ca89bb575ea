import type { Element } from 'hast';
import type { RawBlock, Span } from '../../types.ts';
import type { HtmlSink } from './writer.ts';

/** A row of a table, or a term with its definitions. */
export interface Row {
  cells: readonly Element[];
  /** `gaps[i]` columns without a cell of their own stand before cell `i`. */
  gaps: readonly number[];
  header: boolean;
  group: number;
  source: Span | undefined;
}

/**
 * Writes the cells of a row side by side as one block; nothing where all are empty.
 * @param read reads a cell into blocks of the sink; they become the cell.
 */
export function writeRow(
  sink: HtmlSink,
  row: Row,
  startOf: (cell: Element) => number | undefined,
  read: (cell: Element) => void,
): void {
  const { out, blocks } = sink;
  const at = row.source?.start ?? blocks.at(-1)?.source.end ?? 0;
  const kept = blocks.length;
  if (out.length > 0) out.gap('\n', at);
  const start = out.length;
  const cells: Span[] = [];
  row.cells.forEach((cell, c) => {
    for (let g = row.gaps[c] ?? 0; g > 0; g--) cells.push({ start: out.length, end: out.length });
    if (cells.length > 0) out.gap('\t', startOf(cell) ?? at);
    const from = out.length;
    read(cell);
    const written = blocks.splice(kept);
    cells.push(written.length ? { start: written[0]!.start, end: written.at(-1)!.end } : { start: from, end: from });
  });
  if (cells.every((cell) => cell.end === cell.start)) return;
  const { header, group } = row;
  const source = row.source ?? { start: at, end: at };
  const block: RawBlock = { kind: 'row', level: 0, start, end: out.length, source, cells, header, group };
  blocks.push(block);
}
