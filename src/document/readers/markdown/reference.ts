import type { ListItem, Nodes, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { BlockKind, Span } from '../../types.ts';
import { InlineHtml, readHtml } from './html.ts';
import type { Output } from './output.ts';
import type { RunText } from './parser.ts';

/** Where the blocks of a stretch of Markdown stand: at the top, or inside a list item. */
export interface Place {
  kind: BlockKind;
  level: number;
  group?: number;
}

const TOP: Place = { kind: 'paragraph', level: 0 };

/** Deepest nesting that is walked; a guard keeps deeper text from the parser, this keeps the walk safe whatever it lets by. */
const MAX_WALK = 400;

/** Writes a parsed tree to the output. Node offsets plus `shift` are offsets of `source`; nodes before `from` are skipped. */
export function writeTree(out: Output, tree: Root, shift: number, from: number, urls: UrlOf): void {
  new TreeWriter(out, shift, urls).top(tree, from);
}

/** The address a reference (`[text][label]`) leads to. */
export type UrlOf = (identifier: string) => string;

/** Writes the one paragraph of a tree into the open block; anything else the parser saw becomes blocks at `place`. */
export function writeParagraph(out: Output, tree: Root, shift: number, from: number, urls: UrlOf, place: Place): void {
  const writer = new TreeWriter(out, shift, urls);
  const own = tree.children.filter((node) => node.position!.start.offset! + shift >= from);
  const only = own[0];
  if (own.length === 1 && only?.type === 'paragraph') writer.inline(only.children);
  else for (const node of own) writer.block(node, place);
}

class TreeWriter {
  readonly source: string;
  #html: InlineHtml;
  #depth = 0;

  constructor(
    readonly out: Output,
    readonly shift: number,
    readonly urls: UrlOf,
  ) {
    this.source = out.source;
    this.#html = new InlineHtml(out);
  }

  top(tree: Root, from: number): void {
    for (const child of tree.children) if (this.#span(child).start >= from) this.block(child, TOP);
  }

  #children(parent: Parents, place: Place): void {
    if (++this.#depth < MAX_WALK) for (const child of parent.children) this.block(child as RootContent, place);
    this.#depth--;
  }

  block(node: RootContent, place: Place): void {
    const source = this.#span(node);
    switch (node.type) {
      case 'heading':
        this.inline(node.children);
        this.out.close({ kind: 'heading', level: node.depth, source });
        break;
      case 'paragraph':
        this.inline(node.children);
        this.out.close({ ...place, source, mayBeBoldHeading: place.kind === 'paragraph' });
        break;
      case 'blockquote':
        this.#children(node, place.kind === 'item' ? place : { ...place, kind: 'quote' });
        break;
      case 'list': {
        const group = this.out.newGroup();
        for (const item of node.children) this.#item(item, { kind: 'item', level: place.level + 1, group });
        break;
      }
      case 'table':
        this.#table(node);
        break;
      case 'code':
        this.#code(node.value, source);
        this.out.close({ kind: 'code', level: 0, source });
        break;
      case 'html':
        readHtml(this.out, source.start, source.end, place);
        break;
      case 'definition':
        if (node.identifier === '//' || node.identifier === 'comment') this.out.comment(source, node.title ?? node.url);
        break;
      case 'footnoteDefinition':
        this.#children(node, place);
        break;
    }
  }

  #item(item: ListItem, place: Place): void {
    if (++this.#depth < MAX_WALK) {
      const { start } = this.#span(item);
      item.children.forEach((child, i) => {
        if (i > 0 || child.type !== 'paragraph') return this.block(child, place);
        const marker = markerAt(this.source, start);
        this.inline(child.children);
        this.out.close({ ...place, marker, source: { start, end: this.#span(child).end } });
      });
    }
    this.#depth--;
  }

  #table(table: Table): void {
    const group = this.out.newGroup();
    table.children.forEach((row, r) => {
      row.children.forEach((cell, c) => {
        if (c > 0) this.out.text('\t', this.#span(cell).start, this.#span(cell).start);
        const from = this.out.length;
        this.inline(cell.children);
        this.out.cell(from);
      });
      this.out.close({ kind: 'row', level: 0, source: this.#span(row), header: r === 0, group });
    });
  }

  inline(nodes: PhrasingContent[]): void {
    if (++this.#depth < MAX_WALK) for (const node of nodes) this.#phrase(node);
    this.#depth--;
  }

  #phrase(node: PhrasingContent): void {
    const { out } = this;
    const source = this.#span(node);
    const from = out.length;
    switch (node.type) {
      case 'text':
        this.#text(node);
        break;
      case 'inlineCode':
        out.notOnlyText();
        this.#inlineCode(node.value, source);
        break;
      case 'break':
        out.lineBreak(source.start, source.end);
        break;
      case 'html':
        this.#html.tag(source.start, source.end);
        break;
      case 'link':
        this.inline(node.children);
        out.link(source, from, node.url);
        break;
      case 'linkReference':
        this.inline(node.children);
        out.link(source, from, this.urls(node.identifier));
        break;
      case 'strong':
        this.inline(node.children);
        out.strong(from);
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        break;
      default:
        if ('children' in node) this.inline(node.children);
    }
  }

  #text(node: RunText): void {
    const { value, runs } = node;
    if (!runs) return this.out.text(value, this.#span(node).start, this.#span(node).end);
    let at = 0;
    for (let r = 0; r < runs.length; r += 3) {
      const end = runs[r]!;
      this.out.text(value.slice(at, end), runs[r + 1]! + this.shift, runs[r + 2]! + this.shift);
      at = end;
    }
  }

  #inlineCode(value: string, source: Span): void {
    let ticks = 0;
    while (this.source.charCodeAt(source.start + ticks) === 96) ticks++;
    const inner = this.source.slice(source.start + ticks, source.end - ticks);
    const padding = inner.length > value.length ? 1 : 0;
    const start = source.start + ticks + padding;
    if (inner.slice(padding, padding + value.length) === value) this.out.text(value, start, start + value.length);
    else this.out.text(value, source.start, source.end);
  }

  /** Code keeps its lines; each stands in the source line of the same number, behind its indentation. */
  #code(value: string, source: Span): void {
    const fenced = /^[ \t]*[`~]{3}/.test(this.source.slice(source.start, source.start + 12));
    const lines = value.split(/\r\n|\r|\n/);
    // How many blank lines a fence that nothing closes keeps depends on what stands behind it.
    while (lines.length && lines[lines.length - 1]!.trim() === '') lines.pop();
    let at = source.start;
    if (fenced) at = nextLine(this.source, at, source.end);
    lines.forEach((line, i) => {
      const next = nextLine(this.source, at, source.end);
      let end = next;
      while (end > at && (this.source.charCodeAt(end - 1) === 10 || this.source.charCodeAt(end - 1) === 13)) end--;
      const exact = this.source.startsWith(line, end - line.length) && end - line.length >= at;
      this.out.text(line, exact ? end - line.length : at, end);
      if (i < lines.length - 1) this.out.text('\n', end, Math.max(end, next));
      at = next;
    });
  }

  #span(node: Nodes): Span {
    const { start, end } = node.position!;
    return { start: start.offset! + this.shift, end: end.offset! + this.shift };
  }
}

/** The marker of a list item as written: `-`, `1.`, `a)`. */
export function markerAt(source: string, start: number): string | undefined {
  return /^\s*(\S+)/.exec(source.slice(start, start + 12))?.[1];
}

function nextLine(source: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const code = source.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return source.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return limit;
}
