import type { Span, Tokens } from '../text/types.ts';
/**
 * What every later stage sees of a policy. Nothing here knows Markdown, HTML or any other format: a reader turns a file
 * into plain text with a map back to the source, and a flat list of blocks in reading order.
 */

export type { Span, Tokens };

/** unist position: 1-based lines and columns, UTF-16 offsets into the file as read. */
export interface Position {
  start: Point;
  end: Point;
}
export interface Point {
  line: number;
  column: number;
  offset: number;
}

export type Format = 'markdown' | 'html' | 'text' | 'docx' | 'pdf';

/** `und` when the text is too short or too mixed to say. */
export type Language = string;

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'quote' | 'code';

/** A block as a reader makes it: a stretch of the plain text, with what the format said of its role. */
export interface RawBlock extends Span {
  kind: BlockKind;
  /** Heading depth 1–6; list nesting from 1; 0 otherwise. */
  level: number;
  /** The block in the source, markup included (list marker, `##`, tags). */
  source: Span;
  /** Rows: the cells, as spans of the plain text. */
  cells?: Span[];
  /** Rows: true for the header row of its table. */
  header?: boolean;
  /** Items: the marker as written ("1.", "a)", "-"). Headings: the number in front of the title, if any. */
  marker?: string;
  /** An identity shared by the rows of one table or the items of one list. */
  group?: number;
  /** End of the words in bold the block opens with, in the plain text; left out where it opens with others. */
  boldUntil?: number;
}

export interface Link {
  /** The link in the source, markup included. */
  source: Span;
  /** The link's words, as a span of the plain text (empty for an image or an autolink in angle brackets). */
  text: Span;
  url: string;
}

/** Something in the file that is not prose: an HTML comment, a Markdown `[//]: #` comment. For inline directives. */
export interface Comment {
  source: Span;
  value: string;
}

/** What a reader could not do as it should, told as a finding (`structure/unreadable`). */
export interface ReadProblem {
  id: 'too-deep' | 'too-long-run' | 'too-large' | 'encoding' | 'malformed';
  source: Span;
  detail: string;
}

/** What a reader returns. `text` holds every block's prose; blocks never overlap and follow reading order. */
export interface ReadResult {
  text: string;
  map: OffsetMap;
  blocks: RawBlock[];
  links: Link[];
  comments: Comment[];
  /** Front matter (YAML between `---`), as a span of the source. */
  frontMatter?: Span;
  /** A title the format holds outside the prose (HTML `<title>`, Word core properties). */
  title?: string;
  /** A language the format declares (`<html lang>`, front matter `lang`). */
  declaredLanguage?: string;
  problems: ReadProblem[];
}

/** A reader: pure, synchronous, same signature for every format that is text. */
export type Reader = (source: string) => ReadResult;

/** Plain-text offsets to source offsets. */
export interface OffsetMap {
  /** Source offset of the character at a plain-text offset. */
  start(textOffset: number): number;
  /** Source offset just behind the character that ends at a plain-text offset. */
  end(textOffset: number): number;
}

export interface Block extends RawBlock {
  index: number;
  /** Index into `Document.sections`. */
  section: number;
  language: Language;
  /** Index of the block that introduces this one (the paragraph before a list, the header row of a table), or -1. */
  lead: number;
  /** Tokens of this block: indexes `[first, last)` into `Document.tokens`. */
  tokens: [number, number];
  /** Sentences of this block: indexes `[first, last)` into `Document.sentences`. */
  sentences: [number, number];
}

export interface Section {
  index: number;
  /** Index of the enclosing section, -1 for the root. */
  parent: number;
  /** Index of the heading block, -1 for the root. */
  heading: number;
  level: number;
  /** Heading text without its number; empty for the root. */
  title: string;
  /** Titles from the outermost section down to this one. */
  path: string[];
  /** Blocks directly in this section and below it: indexes `[first, last)`, the heading included. */
  blocks: [number, number];
}

/** A sentence never crosses a block; a table cell is a sentence of its own. */
export interface Sentence extends Span {
  index: number;
  block: number;
  /** Tokens: indexes `[first, last)` into `Document.tokens`. */
  tokens: [number, number];
}

export type DocumentKind =
  | 'privacy-policy'
  | 'kvkk-notice'
  | 'cookie-policy'
  | 'retention-policy'
  | 'terms'
  | 'data-processing-agreement'
  | 'stub'
  | 'not-a-policy';

export interface Document {
  /** As the user named it; `-` or the given name for standard input. */
  path: string;
  format: Format;
  source: string;
  text: string;
  map: OffsetMap;
  blocks: Block[];
  sections: Section[];
  sentences: Sentence[];
  tokens: Tokens;
  links: Link[];
  comments: Comment[];
  frontMatter?: Span;
  title: string;
  language: Language;
  /** False when function words alone could only guess the language. */
  languageSure: boolean;
  problems: ReadProblem[];
  /** Line and column of a span of the source. */
  position(source: Span): Position;
  /** Source span of a span of the plain text. */
  sourceSpan(text: Span): Span;
}
