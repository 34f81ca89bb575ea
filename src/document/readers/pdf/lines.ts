import { markerOf } from '../text/markers.ts';
import type { PdfLine } from './layout.ts';

/** A piece of text on a page as pdf.js gives it: lower left corner, width and font height in points. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  font?: string;
}

/** Room between two words is less than this many heights, even where lines are stretched to the margin. */
const WIDE = 1.6;
/** Room that may divide two cells where it stands at the edge of a column. */
const NARROW = 0.15;

/** Items of one page, in reading order, put into lines; a line with a wide gap in it is in parts. */
export function toLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (item.text.trim() === '') {
      if (last && item.text && Math.abs(last.y - item.y) < last.height / 2 && !last.text.endsWith(' '))
        last.text += ' ';
      continue;
    }
    const height = item.height || 10;
    if (last && isNoteMark(item, last)) continue;
    const same = last && Math.abs(last.y - item.y) < Math.max(2, Math.min(last.height, height) * 0.5);
    const behind = same && item.x >= last.x - 1;
    if (behind && item.x - last.right <= height * WIDE) {
      const room = item.x - last.right;
      const space = room > height * 0.15 && !last.text.endsWith(' ') && !item.text.startsWith(' ');
      if (room > height * NARROW)
        (last.gaps ??= []).push({ at: last.text.length + (space ? 1 : 0), from: last.right, to: item.x });
      if (item.font !== last.font) last.font = undefined;
      last.text += space ? ` ${item.text}` : item.text;
      last.right = Math.max(last.right, item.x + item.width);
      last.height = Math.max(last.height, height);
    } else {
      const right = item.x + item.width;
      const line: PdfLine = { text: item.text, page, x: item.x, right, y: item.y, height, font: item.font };
      lines.push(behind ? { ...line, beside: true } : line);
    }
  }
  for (const line of lines) tidy(line);
  return withMarkers(lines);
}

function tidy(line: PdfLine): void {
  for (const gap of line.gaps ?? []) gap.at = line.text.slice(0, gap.at).replace(/\s+/g, ' ').trimStart().length;
  line.text = line.text.replace(/\s+/g, ' ').trim();
}

/** The raised number of a note. */
function isNoteMark({ text, x, y, height }: PdfItem, last: PdfLine): boolean {
  const raised = y > last.y && y - last.y < last.height && height < last.height * 0.85;
  return (
    raised &&
    /^\s*\d{1,3}\s*$/.test(text) &&
    Math.abs(x - last.right) < last.height &&
    /\p{L}|[.,;:!?"'”’)]/u.test(last.text.at(-1)!)
  );
}

/** Parts of a line that are looked at. */
const MOST_PARTS = 40;

/** Bullets and numbers that a page draws apart from the lines they stand in front of, put there. */
function withMarkers(lines: PdfLine[]): PdfLine[] {
  const alone = lines.filter((line) => !line.beside && isMarker(line.text));
  if (alone.length === 0) return lines;
  const rows = new Map<number, PdfLine[]>();
  const rowOf = (line: PdfLine): number => Math.round(line.y / 2);
  for (const line of lines) {
    if (isMarker(line.text)) continue;
    const row = rows.get(rowOf(line));
    if (!row) rows.set(rowOf(line), [line]);
    else if (row.length < MOST_PARTS) row.push(line);
  }
  const taken = new Set<PdfLine>();
  for (const marker of alone) {
    const row = [-1, 0, 1].flatMap((by) => rows.get(rowOf(marker) + by) ?? []);
    const behind = row.filter((line) => line.x >= marker.right - 1 && line.x - marker.right < marker.height * 4);
    const line = behind.sort((a, b) => a.x - b.x)[0];
    if (!line || markerOf(line.text)) continue;
    line.text = `${marker.text} ${line.text}`;
    for (const gap of line.gaps ?? []) gap.at += marker.text.length + 1;
    line.x = marker.x;
    delete line.beside;
    taken.add(marker);
  }
  return lines.filter((line) => !taken.has(line));
}

function isMarker(text: string): boolean {
  return text.length <= 6 && markerOf(`${text} X`)?.length === text.length + 1;
}

/** Parts of lines put together again where they make no table. */
export function joinParts(lines: readonly PdfLine[]): PdfLine[] {
  const whole: PdfLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (line.beside && last && !last.cells && last.page === line.page) {
      last.text += ` ${line.text}`;
      last.right = Math.max(last.right, line.right);
      last.height = Math.max(last.height, line.height);
      if (line.font !== last.font) last.font = undefined;
    } else whole.push({ ...line });
  }
  return whole;
}
