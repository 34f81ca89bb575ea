import { getDocumentProxy } from 'unpdf';
import { UnreadableError } from '../encoding.ts';
import type { RawBlock, ReadResult } from '../types.ts';
import { Hyphens } from './hyphens.ts';
import { LineWriter } from './lines.ts';
import { bodyOf, toBlocks, withoutMargins, type PdfBlock } from './pdf/layout.ts';
import { joinParts, toLines, type PdfItem } from './pdf/lines.ts';
import { withTables } from './pdf/tables.ts';
import type { MarkedItem } from './pdf/marked.ts';
import { readTagged, type TaggedPage } from './pdf/tagged.ts';
import { readText } from './text.ts';
import { markHeaders } from './unmarked.ts';

const MOST_PAGES = 500;
const LONGEST_HEADING = 160;

/**
 * Reads a PDF: by its tags where they cover it, else lines by their place on the page, paragraphs by the room between
 * them, headings by font height, then by form as in plain text; page numbers and repeated heads and feet dropped.
 * `source` is the text with one line a block, and an empty line where the page has one: the positions of the result
 * point into it. Throws `UnreadableError` for a damaged or locked file and for one without text.
 */
export async function readPdf(bytes: Uint8Array): Promise<{ source: string } & ReadResult> {
  const { pages, title } = await pagesOf(bytes);
  const writer = new LineWriter();
  if (readTagged(pages, writer)) {
    const read = writer.result();
    markHeaders(read.text, read.blocks);
    return { ...read, title };
  }
  const parts = withoutMargins(pages.map(({ items }, n) => toLines(items.flatMap(toItem), n + 1)));
  const lines = joinParts(withTables(parts, new Hyphens(parts.map((line) => line.text))));
  if (lines.length === 0) throw new UnreadableError('The PDF holds no text: its pages are pictures.');
  const blocks = toBlocks(lines);
  const source = blocks.map((block, i) => (i > 0 && block.apart ? '\n' : '') + block.text).join('\n');
  const read = readText(source);
  return { source, ...read, title, blocks: withHeights(read.blocks, blocks, source, bodyOf(lines)) };
}

async function pagesOf(bytes: Uint8Array): Promise<{ pages: TaggedPage[]; title?: string }> {
  try {
    // pdf.js takes its input away from the caller and refuses a Buffer: it gets a copy (Buffer#slice makes none).
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    const pages: TaggedPage[] = [];
    const { Marked: tagged } = ((await document.getMarkInfo()) ?? {}) as { Marked?: boolean };
    for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n++) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      pages.push({ tree: tagged ? await page.getStructTree() : null, items });
    }
    const { info } = await document.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    await document.destroy();
    return { pages, title: typeof title === 'string' && title.trim() ? title.trim() : undefined };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableError(locked ? 'The PDF is locked with a password.' : 'The PDF is damaged: it cannot be read.');
  }
}

function toItem({ str, transform = [], width = 0, height = 0, fontName: font }: MarkedItem): PdfItem[] {
  return str === undefined
    ? []
    : [{ text: str, x: Number(transform[4]), y: Number(transform[5]), width, height, font }];
}

/** As many headings that are set apart from the body leave none to be told by form in its own font. */
const FEWEST_SET = 3;

/**
 * Makes headings of what is set larger than the body, the largest first; headings told by form go below them. Where
 * several are set apart by height or font, what looks like the body is none.
 */
function withHeights(
  read: RawBlock[],
  blocks: readonly PdfBlock[],
  source: string,
  body: { height: number; font: string | undefined },
): RawBlock[] {
  const blockAt = new Map<number, PdfBlock>();
  let at = 0;
  blocks.forEach((block, i) => {
    if (i > 0) at += block.apart ? 2 : 1;
    blockAt.set(at, block);
    at += block.text.length;
  });
  const heightOf = (block: RawBlock): number => Math.round((blockAt.get(block.source.start)?.height ?? 0) * 2) / 2;
  const isLarge = (block: RawBlock): boolean =>
    block.kind !== 'row' &&
    heightOf(block) > body.height * 1.1 &&
    block.source.end - block.source.start <= LONGEST_HEADING &&
    /\p{L}{2}/u.test(source.slice(block.source.start, block.source.end));
  const isPlain = (block: RawBlock): boolean => blockAt.get(block.source.start)?.font === body.font;
  const heights = [...new Set(read.filter(isLarge).map(heightOf))].sort((a, b) => b - a);
  const set = read.filter((b) => isLarge(b) || (b.kind === 'heading' && !isPlain(b))).length;
  return read.map((block) => {
    if (isLarge(block)) {
      const level = Math.min(6, heights.indexOf(heightOf(block)) + 1);
      return { ...block, kind: 'heading', level, group: undefined };
    }
    if (block.kind !== 'heading') return block;
    if (set >= FEWEST_SET && body.font !== undefined && !block.marker && isPlain(block))
      return { ...block, kind: 'paragraph', level: 0 };
    return heights.length === 0
      ? block
      : { ...block, level: Math.min(7, heights.length + Math.max(1, block.level - 1)) };
  });
}
