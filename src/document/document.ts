import { tokenize } from '../text/tokens.ts';
import { languageOf } from './language.ts';
import { lineStarts, positionOf } from './positions.ts';
import { structure } from './structure.ts';
import type { Document, Format, Position, ReadResult, Span } from './types.ts';

/** Puts what a reader read into a `Document`. Pure. */
export function toDocument(path: string, format: Format, source: string, read: ReadResult): Document {
  const tokens = tokenize(read.text);
  const { blocks, sections, sentences } = structure(read.text, read.blocks, tokens);
  let starts: Int32Array | undefined;
  const language = languageOf(read.text, blocks, read.declaredLanguage);
  for (let s = 0; s < sections.length; s++) {
    const own = sections[s]!;
    const until = sections[s + 1]?.heading ?? blocks.length;
    const from = s === 0 ? 0 : own.heading;
    const spoken = languageOf(read.text, blocks.slice(from, until), language);
    for (let b = from; b < until; b++) blocks[b]!.language = spoken === 'und' ? language : spoken;
  }
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
