import { markerOf } from '../text/markers.ts';

/** A piece of text on a page as pdf.js gives it: lower left corner, width and font height in points. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PdfLine {
  text: string;
  page: number;
  x: number;
  right: number;
  y: number;
  height: number;
}

/** Lines that belong together: a paragraph, a heading, an item. */
export interface PdfBlock {
  text: string;
  height: number;
  /** Whether more room than between two lines stands above. */
  apart: boolean;
}

/** Items of one page, in reading order, put into lines. */
export function toLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const item of items) {
    if (item.text.trim() === '') {
      const last = lines.at(-1);
      if (last && item.text && Math.abs(last.y - item.y) < last.height / 2 && !last.text.endsWith(' '))
        last.text += ' ';
      continue;
    }
    const height = item.height || 10;
    const last = lines.at(-1);
    const same = last && Math.abs(last.y - item.y) < Math.max(2, Math.min(last.height, height) * 0.5);
    if (same && item.x >= last.x - 1) {
      const space = item.x - last.right > height * 0.15 && !last.text.endsWith(' ') && !item.text.startsWith(' ');
      last.text += space ? ` ${item.text}` : item.text;
      last.right = Math.max(last.right, item.x + item.width);
      last.height = Math.max(last.height, height);
    } else lines.push({ text: item.text, page, x: item.x, right: item.x + item.width, y: item.y, height });
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim();
  return lines;
}

const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(?:(?:page|sayfa|seite|lapa|strona|página)\s*)?\d{1,4}(?:\s*(?:\/|of|von|no|de)\s*\d{1,4})?(?:\s*[-–—])?$/iu;

/** Drops page numbers and what stands at the head or foot of most pages. */
export function withoutMargins(pages: readonly PdfLine[][]): PdfLine[] {
  const key = (line: PdfLine): string => line.text.replace(/\d+/g, '#').toLowerCase();
  const edges = (lines: readonly PdfLine[]): Set<PdfLine> => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)]);
  };
  const seen = new Map<string, number>();
  for (const lines of pages) for (const k of new Set([...edges(lines)].map(key))) seen.set(k, (seen.get(k) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.5);
  return pages.flatMap((lines) => {
    const edge = edges(lines);
    return lines.filter((line) => {
      if (!edge.has(line)) return true;
      return (
        !PAGE_NUMBER.test(line.text) && !(pages.length > 1 && line.text.length < 120 && seen.get(key(line))! >= often)
      );
    });
  });
}

/** The font height most of the text has. */
export function bodyHeight(lines: readonly PdfLine[]): number {
  const weights = new Map<number, number>();
  for (const line of lines) {
    const height = Math.round(line.height * 2) / 2;
    weights.set(height, (weights.get(height) ?? 0) + line.text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Joins lines into blocks by the room between them, their height and their length. */
export function toBlocks(lines: readonly PdfLine[]): PdfBlock[] {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i - 1]!.y - lines[i]!.y;
    if (lines[i]!.page === lines[i - 1]!.page && step > 0 && step < lines[i]!.height * 4)
      steps.push(step / lines[i]!.height);
  }
  steps.sort((a, b) => a - b);
  // The closest lines are those of one paragraph; the lower third is safe where most paragraphs have one line.
  const leading = Math.min(1.8, steps[Math.floor(steps.length / 3)] ?? 1.2);
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const blocks: PdfBlock[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const block = blocks.at(-1);
    if (!above || !block) {
      blocks.push({ text: line.text, height: line.height, apart: true });
      return;
    }
    const turned = line.page !== above.page;
    const step = (above.y - line.y) / line.height;
    const apart = !turned && (step > leading * 1.25 || step < 0);
    const sized = Math.abs(line.height - above.height) > 0.08 * above.height;
    const ended = /[.:;!?]["'”’»)]*$/.test(above.text);
    const short = above.right < right - line.height * 6;
    const open = /^\p{Ll}/u.test(line.text) || !ended;
    const breaks = turned
      ? !open || sized
      : apart ||
        sized ||
        (ended && short) ||
        markerOf(line.text) !== undefined ||
        (short && !/^\p{Ll}/u.test(line.text));
    if (breaks) blocks.push({ text: line.text, height: line.height, apart: apart || turned || sized });
    else block.text += /[\p{L}]-$/u.test(block.text) && /^\p{Ll}/u.test(line.text) ? line.text : ` ${line.text}`;
  });
  return blocks;
}
