import type { Block, Document, DocumentKind, Span } from '../../document/types.ts';

/** Kinds of documents that tell people what happens with their data. */
export const NOTICES: readonly DocumentKind[] = ['privacy-policy', 'kvkk-notice', 'cookie-policy'];

export function textOf(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end);
}

/** Words of a block: number of its tokens, headings and table rows included. */
export function wordCount(document: Document, block: Block): number {
  const [from, to] = tokensOf(document, block);
  return to - from;
}

/** Indexes `[first, last)` of a block's tokens. */
export function tokensOf(document: Document, span: Span): [number, number] {
  const from = firstAt(document.tokens.start, document.tokens.count, span.start);
  return [from, firstAt(document.tokens.start, document.tokens.count, span.end)];
}

/** First index of an ascending array whose value is not below `value`. */
function firstAt(values: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a finding about the whole document stands: its title, else its first block. */
export function titleSpan(document: Document): Span {
  const heading = document.blocks.find((block) => block.kind === 'heading') ?? document.blocks[0];
  return heading?.source ?? { start: 0, end: 0 };
}

/** Spans that hold a position, by binary search over spans in order that do not overlap. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return span;
  }
  return undefined;
}
