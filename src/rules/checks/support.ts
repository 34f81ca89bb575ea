import type { Block, Document, Span } from '../../document/types.ts';
import { fold } from '../../text/fold.ts';
import { firstWhere } from '../../text/search.ts';

export function textOf(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end);
}

/** Words of a block, headings and table rows included. */
export function wordCount({ tokens: [first, last] }: Block): number {
  return last - first;
}

/** The line a span of the source begins in, for messages that point at a second place. */
export function lineOf(document: Document, source: Span): string {
  return String(document.position(source).start.line);
}

/** The span that holds a position, of spans in order that do not overlap. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const span = spans[firstWhere(0, spans.length, (s) => spans[s]!.end > offset)];
  return span && span.start <= offset ? span : undefined;
}

const ASCII = /^[\0-\x7f]*$/;

/** Folded words with one blank between them: how texts are compared. */
export function normalised(text: string): string {
  const folded = fold(text);
  // Classes of all scripts cost several times those of one.
  return folded.replace(ASCII.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The text of an address without its percent signs; as it is where they spell none. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Words of a line that dates a text, folded. */
export const SPEAKS_OF_DATE =
  /updat|effectiv|modif|revis|amend|version|issued|dated|guncel|yururl|gecerli|tarih|atjaun|speka|grozi|redakcij|stand|aktualis|gultig|mise a jour|vigueur|actualiz|vigencia|vigor|aktualiz|obowiazuj/;

const LONGEST_SHOWN = 60;

/** A passage as messages quote it: on one line, its beginning where it is long. */
export function shortened(passage: string): string {
  const text = passage.replace(/\s+/g, ' ').trim();
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 3)}…`;
}
