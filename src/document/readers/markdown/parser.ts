import type { Root, Text } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Token } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/** Where each stretch of a text node's value stands: flat `[value end, source start, source end, …]`. */
export interface RunText extends Text {
  runs?: number[];
}

/**
 * mdast positions are exact for nodes only: character references, escapes and the prefixes of continuation lines shift
 * the offsets inside a text (syntax-tree/mdast-util-from-markdown#48). These handlers replace the ones that build a
 * text's value and note where each stretch of it comes from.
 */
const withRuns: Extension = {
  exit: {
    data: exitData,
    characterEscapeValue(token) {
      exitData.call(this, token, 1);
    },
    characterReference(token) {
      const text = this.stack.pop() as RunText;
      text.position!.end = pointOf(token);
      note(text, token.start.offset, token.end.offset);
    },
    lineEnding(token) {
      const context = this.stack[this.stack.length - 1]!;
      if (this.data.atHardBreak) {
        if ('children' in context) context.children[context.children.length - 1]!.position!.end = pointOf(token);
        this.data.atHardBreak = undefined;
      } else if (!this.data.setextHeadingSlurpLineEnding && this.config.canContainEols.includes(context.type)) {
        this.config.enter.data!.call(this, token);
        exitData.call(this, token);
      }
    },
  },
};

function exitData(this: CompileContext, token: Token, markup = 0): void {
  const text = this.stack.pop() as RunText;
  const piece = this.sliceSerialize(token);
  text.value += piece;
  text.position!.end = pointOf(token);
  // Not the token's end: a line ending's includes the indentation of its container.
  note(text, token.start.offset - markup, token.start.offset + piece.length);
}

function note(text: RunText, start: number, end: number): void {
  (text.runs ??= []).push(text.value.length, start, end);
}

function pointOf(token: Token) {
  const { line, column, offset } = token.end;
  return { line, column, offset };
}

/**
 * Tables, footnotes and strikethrough; not autolink literals, which make nodes without a position
 * (syntax-tree/mdast-util-gfm-autolink-literal#19). Front matter is found before anything is parsed.
 */
function constructs(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    withRuns,
  ];
}

const processor = unified().use(remarkParse).use(constructs).freeze();

/** remark-parse with the constructs policies use. Offsets are those of `markdown`, which has no BOM. */
export function parse(markdown: string): Root {
  return processor.parse(markdown);
}
