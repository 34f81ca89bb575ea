import { looksLikeHeader } from '../header-row.ts';
import type { RawBlock } from '../types.ts';
import { BOLD_HEADING } from './bold-heading.ts';
import { markerOf, type Marker } from './text/markers.ts';

/** Rows of a table looked at to tell whether the first is its header. */
const LOOKED_AT = 12;

/** Header rows of tables that mark none, in a format that could. In place. */
export function markHeaders(text: string, blocks: readonly RawBlock[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const { kind, group } = blocks[i]!;
    if (kind !== 'row') continue;
    const first = i;
    while (blocks[i + 1]?.kind === 'row' && blocks[i + 1]!.group === group) i++;
    const rows = blocks.slice(first, i + 1);
    if (rows.some((row) => row.header)) continue;
    const cells = rows
      .slice(0, LOOKED_AT)
      .map((row) => (row.cells ?? []).map((cell) => text.slice(cell.start, cell.end).trim()));
    if (looksLikeHeader(cells[0]!, cells.slice(1))) rows[0]!.header = true;
  }
}

const LONGEST_ITEM = 400;

/** Paragraphs numbered by hand, one below the other from 1 on, made items. In place. */
export function markNumberedItems(text: string, blocks: readonly RawBlock[], nextGroup: () => number): void {
  for (let i = 0; i < blocks.length; i++) {
    const run: { block: RawBlock; marker: Marker }[] = [];
    for (let n = i; n < blocks.length; n++) {
      const block = blocks[n]!;
      const marker = block.kind === 'paragraph' ? numberOf(text, block) : undefined;
      if (marker?.values[0]!.value !== run.length + 1) break;
      run.push({ block, marker });
    }
    if (run.length < 2) continue;
    const group = nextGroup();
    for (const { block, marker } of run)
      Object.assign(block, {
        kind: 'item',
        level: 1,
        group,
        marker: marker.written,
        start: block.start + marker.length,
      });
    i += run.length - 1;
  }
}

/** "1." or "1)" in front of a paragraph that is short enough for an item. */
function numberOf(text: string, { start, end }: RawBlock): Marker | undefined {
  if (end - start > LONGEST_ITEM) return undefined;
  const marker = markerOf(text.slice(start, Math.min(end, start + 60)));
  return marker?.kind === 'number' && /^\(?\d+[.)]$/.test(marker.written) ? marker : undefined;
}

/** Titles in bold that are numbered "2.1" put below the one numbered "2". In place. */
export function nestNumberedTitles(text: string, blocks: readonly RawBlock[]): void {
  const levels = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.level !== BOLD_HEADING) continue;
    const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})(?=[.)]?\s)/.exec(text.slice(block.start, block.start + 20))?.[1];
    if (!number) continue;
    const outer = levels.get(number.slice(0, number.lastIndexOf('.')));
    if (outer !== undefined) block.level = outer + 1;
    levels.set(number, block.level);
  }
}
