import { tokenize } from '../text/tokens.ts';
import { setLanguages } from './language.ts';
import { lineStarts, positionOf } from './positions.ts';
import { structure } from './structure.ts';
import type { Document, Format, Language, Position, ReadResult, Span } from './types.ts';

/** Puts what a reader read into a `Document`. Pure. */
export function toDocument(
  path: string,
  format: Format,
  source: string,
  read: ReadResult,
  forced?: Language,
): Document {
  const tokens = tokenize(read.text);
  const { blocks, sections, sentences } = structure(read.text, read.blocks, tokens);
  let starts: Int32Array | undefined;
  const { language, sure } = setLanguages(read.text, blocks, tokens, { declared: read.declaredLanguage, forced });
  return {
    path,
    format,
    source,
    text: read.text,
    map: read.map,
    blocks,
    sections,
    sentences,
    tokens,
    links: read.links,
    comments: read.comments,
    frontMatter: read.frontMatter,
    title: titleOfDocument(read, blocks),
    language,
    languageSure: sure,
    problems: read.problems,
    position(span: Span): Position {
      starts ??= lineStarts(source);
      return positionOf(starts, span);
    },
    sourceSpan(span: Span): Span {
      return { start: read.map.start(span.start), end: read.map.end(span.end) };
    },
  };
}

function titleOfDocument(read: ReadResult, blocks: { kind: string; start: number; end: number }[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? read.text.slice(heading.start, heading.end).trim() : (read.title ?? '');
}
