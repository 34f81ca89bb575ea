import { Hyphens } from '../hyphens.ts';
import { marginsOf } from '../margins.ts';
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

/** Drops page numbers and what stands at the head or foot of most pages. */
export function withoutMargins(pages: readonly PdfLine[][]): PdfLine[] {
  const margins = marginsOf(pages.map((lines) => [...lines].sort((a, b) => b.y - a.y)));
  return pages.flatMap((lines) => lines.filter((line) => !margins.has(line)));
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
  const hyphens = new Hyphens(lines.map((line) => line.text));
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
    else block.text = joined(block.text, line.text, hyphens);
  });
  return blocks;
}

/** Two lines of one paragraph as one. */
export function joined(above: string, below: string, hyphens: Hyphens): string {
  const joint = hyphens.joint(above, below);
  return joint === 'cut' ? above.slice(0, -1) + below : joint === 'close' ? above + below : `${above} ${below}`;
}
