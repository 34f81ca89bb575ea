import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { ListItem, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Table, Text } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import { TextBuilder } from '../text-builder.ts';
import type { BlockKind, Comment, Link, RawBlock, ReadResult, Span } from '../types.ts';

/** Tables, footnotes, strikethrough and front matter; not autolink literals, which make nodes without a position. */
const policyMarkdown: Plugin = function () {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [frontmatter(), gfmTable(), gfmFootnote(), gfmStrikethrough()];
  data.fromMarkdownExtensions = [
    frontmatterFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
};

const processor = unified().use(remarkParse).use(policyMarkdown).freeze();

/** Reads Markdown with the reference parser, remark-parse. */
export function readMarkdown(source: string): ReadResult {
  return new MarkdownReader(source).read(processor.parse(source) as Root);
}

/** Depth of a heading that is only a paragraph in bold: below every marked heading. */
const BOLD_HEADING = 7;

class MarkdownReader {
  readonly #out = new TextBuilder();
  readonly #blocks: RawBlock[] = [];
  readonly #links: Link[] = [];
  readonly #comments: Comment[] = [];
  #frontMatter: Span | undefined;
  #groups = 0;

  constructor(readonly source: string) {}

  read(tree: Root): ReadResult {
    this.#children(tree, 'paragraph', 0);
    return {
      text: this.#out.text(),
      map: this.#out.map(),
      blocks: this.#blocks,
      links: this.#links,
      comments: this.#comments,
      frontMatter: this.#frontMatter,
      problems: [],
    };
  }

  #children(parent: Parents, kind: BlockKind, level: number): void {
    for (const child of parent.children) this.#block(child as RootContent, kind, level);
  }

  #block(node: RootContent, kind: BlockKind, level: number): void {
    switch (node.type) {
      case 'heading':
        this.#leaf(node.children, spanOf(node), { kind: 'heading', level: node.depth });
        break;
      case 'paragraph':
        this.#paragraph(node, kind, level);
        break;
      case 'blockquote':
        this.#children(node, kind === 'item' ? 'item' : 'quote', level);
        break;
      case 'list': {
        const group = ++this.#groups;
        for (const item of node.children) this.#item(item, level + 1, group);
        break;
      }
      case 'table':
        this.#table(node);
        break;
      case 'code':
        this.#code(node.value, spanOf(node));
        break;
      case 'yaml':
        this.#frontMatter = spanOf(node);
        break;
      case 'html':
        this.#html(node.value, spanOf(node));
        break;
      case 'definition':
        if (node.identifier === '//' || node.identifier === 'comment')
          this.#comments.push({ source: spanOf(node), value: node.title ?? node.url });
        break;
      case 'footnoteDefinition':
        this.#children(node, 'paragraph', level);
        break;
    }
  }

  #paragraph(node: Paragraph, kind: BlockKind, level: number): void {
    const bold = kind === 'paragraph' && isBoldHeading(node);
    this.#leaf(node.children, spanOf(node), bold ? { kind: 'heading', level: BOLD_HEADING } : { kind, level });
  }

  #item(item: ListItem, level: number, group: number): void {
    const { start } = spanOf(item);
    let first = true;
    for (const child of item.children) {
      if (child.type === 'paragraph') {
        const source = { start: first ? start : spanOf(child).start, end: spanOf(child).end };
        const marker = first ? /^\s*(\S+)/.exec(this.source.slice(start, start + 12))?.[1] : undefined;
        this.#leaf(child.children, source, { kind: 'item', level, group, marker });
        first = false;
      } else if (child.type === 'list') {
        const nested = ++this.#groups;
        for (const inner of child.children) this.#item(inner, level + 1, nested);
      } else this.#block(child, 'item', level);
    }
  }

  #table(table: Table): void {
    const group = ++this.#groups;
    table.children.forEach((row, r) => {
      const start = this.#open();
      const cells: Span[] = [];
      for (const cell of row.children) {
        if (cells.length) this.#out.gap('\t', spanOf(cell).start);
        const from = this.#out.length;
        this.#inline(cell.children);
        cells.push({ start: from, end: this.#out.length });
      }
      this.#blocks.push({
        kind: 'row',
        level: 0,
        start,
        end: this.#out.length,
        source: spanOf(row),
        cells,
        header: r === 0,
        group,
      });
    });
  }

  #code(value: string, source: Span): void {
    const start = this.#open();
    this.#verbatim(value, source);
    this.#blocks.push({ kind: 'code', level: 0, start, end: this.#out.length, source });
  }

  #html(value: string, source: Span): void {
    for (const match of value.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) {
      const start = source.start + match.index;
      this.#comments.push({ source: { start, end: start + match[0].length }, value: match[1]!.trim() });
    }
  }

  #leaf(children: PhrasingContent[], source: Span, as: Pick<RawBlock, 'kind' | 'level' | 'group' | 'marker'>): void {
    const start = this.#open();
    this.#inline(children);
    if (this.#out.length === start && as.kind !== 'heading') return;
    this.#blocks.push({ ...as, start, end: this.#out.length, source });
  }

  /** Starts a block: text of two blocks never touches. */
  #open(): number {
    if (this.#out.length > 0) this.#out.gap('\n', 0);
    return this.#out.length;
  }

  #inline(nodes: PhrasingContent[]): void {
    for (const node of nodes) {
      const source = spanOf(node);
      switch (node.type) {
        case 'text':
          this.#text(node);
          break;
        case 'inlineCode':
          this.#verbatim(node.value, source);
          break;
        case 'break':
          this.#out.push('\n', source);
          break;
        case 'html':
          if (/^<br\b/i.test(node.value)) this.#out.push('\n', source);
          else this.#html(node.value, source);
          break;
        case 'link':
        case 'linkReference': {
          const from = this.#out.length;
          this.#inline(node.children);
          const url = node.type === 'link' ? node.url : `#${node.identifier}`;
          this.#links.push({ source, text: { start: from, end: this.#out.length }, url });
          break;
        }
        case 'image':
        case 'imageReference':
        case 'footnoteReference':
          break;
        default:
          if ('children' in node) this.#inline(node.children);
      }
    }
  }

  #text(node: Text): void {
    const source = spanOf(node);
    const slice = this.source.slice(source.start, source.end);
    if (slice === node.value) this.#out.push(node.value, source);
    else for (const run of alignRuns(node.value, slice)) this.#out.push(run.text, shifted(run.source, source.start));
  }

  #verbatim(value: string, source: Span): void {
    const slice = this.source.slice(source.start, source.end);
    const at = slice.indexOf(value);
    if (at >= 0) this.#out.push(value, { start: source.start + at, end: source.start + at + value.length });
    else for (const run of alignRuns(value, slice)) this.#out.push(run.text, shifted(run.source, source.start));
  }
}

/** A paragraph that holds nothing but one short stretch of bold text reads as a heading. */
function isBoldHeading(node: Paragraph): boolean {
  const children = node.children.filter((c) => !(c.type === 'text' && c.value.trim() === ''));
  const only = children[0];
  if (children.length !== 1 || only?.type !== 'strong') return false;
  const { start, end } = spanOf(only);
  return end - start <= 104 && only.children.every((c) => c.type === 'text') && !/[.;,]$/.test(textOf(only));
}

function textOf(node: Parents): string {
  return node.children.map((c) => ('value' in c ? c.value : '')).join('');
}

function spanOf(node: Nodes): Span {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

const ESCAPED = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/;

/**
 * Which stretch of `source` each stretch of a node's `value` stands for. mdast positions are exact for nodes only; inside
 * a text, character references, escapes and the prefixes of continuation lines (`> `, indentation) shift offsets.
 */
function* alignRuns(value: string, source: string): Generator<{ text: string; source: Span }> {
  let v = 0;
  let s = 0;
  while (v < value.length && s < source.length) {
    const char = source[s]!;
    if (char === '\\' && ESCAPED.test(source[s + 1] ?? '') && source[s + 1] === value[v]) {
      yield { text: value[v]!, source: { start: s, end: s + 2 } };
      v++;
      s += 2;
      continue;
    }
    const reference = char === '&' ? referenceAt(source, s) : undefined;
    if (reference && value.startsWith(reference.text, v)) {
      yield { text: reference.text, source: { start: s, end: s + reference.length } };
      v += reference.text.length;
      s += reference.length;
      continue;
    }
    if (char === value[v]) {
      const from = s;
      const fromValue = v;
      while (
        s < source.length &&
        v < value.length &&
        source[s] === value[v] &&
        (s === from || !'\\&'.includes(source[s]!))
      ) {
        s++;
        v++;
        if (value[v - 1] === '\n') break;
      }
      yield { text: value.slice(fromValue, v), source: { start: from, end: s } };
      continue;
    }
    s++;
  }
  if (v < value.length) yield { text: value.slice(v), source: { start: source.length, end: source.length } };
}

function referenceAt(source: string, at: number): { text: string; length: number } | undefined {
  const match = REFERENCE.exec(source.slice(at, at + 40));
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name) {
    const text = decodeNamedCharacterReference(name);
    return text ? { text, length: whole.length } : undefined;
  }
  const code = hex ? parseInt(hex, 16) : Number(decimal);
  return { text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', length: whole.length };
}
