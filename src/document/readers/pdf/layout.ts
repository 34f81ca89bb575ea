import { Hyphens } from '../hyphens.ts';
import { marginsOf } from '../margins.ts';
import { markerOf } from '../text/markers.ts';

export interface PdfLine {
  text: string;
  page: number;
  x: number;
  right: number;
  y: number;
  height: number;
  /** The font all of it is in. */
  font?: string;
  /** Room inside it: where in the text, and from where to where on the page. */
  gaps?: { at: number; from: number; to: number }[];
  /** Behind the line before on the same height, with more room between them than between words. */
  beside?: boolean;
  /** A row of a table. */
  cells?: string[];
}

/** Lines that belong together: a paragraph, a heading, an item, a row. */
export interface PdfBlock {
  text: string;
  height: number;
  font?: string;
  /** Whether more room than between two lines stands above. */
  apart: boolean;
}

/** Drops page numbers and what stands at the head or foot of most pages. */
export function withoutMargins(pages: readonly PdfLine[][]): PdfLine[] {
  const margins = marginsOf(pages.map((lines) => [...lines].sort((a, b) => b.y - a.y)));
  return pages.flatMap((lines) => lines.filter((line) => !margins.has(line)));
}

/** The font height most of the text has, and the font. */
export function bodyOf(lines: readonly PdfLine[]): { height: number; font: string | undefined } {
  return {
    height: usual(lines, (line) => Math.round(line.height * 2) / 2) ?? 10,
    font: usual(lines, (line) => line.font),
  };
}

function usual<T>(lines: readonly PdfLine[], of: (line: PdfLine) => T | undefined): T | undefined {
  const weights = new Map<T, number>();
  for (const line of lines) {
    const value = of(line);
    if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + line.text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
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
  const right = rightEdges(lines);
  const hyphens = new Hyphens(lines.map((line) => line.text));
  const blocks: PdfBlock[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const block = blocks.at(-1);
    if (!above || !block) {
      blocks.push({ ...asBlock(line), apart: true });
      return;
    }
    if (line.cells || above.cells) {
      blocks.push({ ...asBlock(line), apart: true });
      return;
    }
    const turned = turns(above, line);
    const step = (above.y - line.y) / line.height;
    const apart = !turned && step > leading * 1.25;
    const sized = Math.abs(line.height - above.height) > 0.08 * above.height;
    const ended = /[.:;!?]["'”’»)]*$/.test(above.text);
    const short = above.right < right[i - 1]! - line.height * 6;
    const open = /^\p{Ll}/u.test(line.text) || !ended;
    const breaks = turned
      ? !open || sized
      : apart ||
        sized ||
        (ended && short) ||
        isMarked(line.text, ended || short) ||
        (short && !/^\p{Ll}/u.test(line.text));
    if (breaks) blocks.push({ ...asBlock(line), apart: apart || turned || sized });
    else {
      block.text = joined(block.text, line.text, hyphens);
      if (line.font !== block.font) block.font = undefined;
    }
  });
  return blocks;
}

function asBlock({ text, height, font }: PdfLine): Omit<PdfBlock, 'apart'> {
  return { text, height, font };
}

/** Whether a line begins with a bullet or number; a bare number ("16 GDPR") only counts behind a line that has ended. */
function isMarked(text: string, ended: boolean): boolean {
  const marker = markerOf(text);
  return marker !== undefined && (ended || !/^\d+$/.test(marker.written));
}

/** Whether a line stands on another page than the one before it, or in another column. */
function turns(above: PdfLine, line: PdfLine): boolean {
  return line.page !== above.page || line.y > above.y + line.height;
}

const FEWEST_LINES = 6;

/** How far lines go in the column each stands in. */
function rightEdges(lines: readonly PdfLine[]): number[] {
  const edges: number[] = [];
  let from = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !turns(lines[i - 1]!, lines[i]!)) continue;
    const column = lines.slice(from, i);
    const rights = column.map((line) => line.right).sort((a, b) => a - b);
    const few = rights.length < FEWEST_LINES;
    const edge = few ? (edges.at(-1) ?? rights.at(-1)!) : rights[Math.floor((rights.length - 1) * 0.9)]!;
    for (; from < i; from++) edges.push(edge);
  }
  return edges;
}

/** Two lines of one paragraph as one. */
export function joined(above: string, below: string, hyphens: Hyphens): string {
  const joint = hyphens.joint(above, below);
  return joint === 'cut' ? above.slice(0, -1) + below : joint === 'close' ? above + below : `${above} ${below}`;
}
