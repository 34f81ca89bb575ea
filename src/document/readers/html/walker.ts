import type { Element, Nodes, RootContent } from 'hast';
import type { Span } from '../../types.ts';
import { BOLD_HEADING } from '../bold-heading.ts';
import { alignHtml, type Run } from './align.ts';
import type { Chrome } from './chrome.ts';
import { cloudflareLink, decodeCloudflare } from './email.ts';
import { isAnchorMark, isNoteMark } from './links.ts';
import { writeRow, type Row } from './rows.ts';
import { attribute, BLOCKS, find, headingLevel, isBold, isElement, numberOf, SKIPPED, textOf } from './tags.ts';
import { isToggle, panelsOf } from './roles.ts';
import { cellsOf, isDataTable, rowsOf } from './tables.ts';
import { BlockWriter, type BlockRole, type HtmlSink } from './writer.ts';

/** What the text at a place is, by the elements around it. */
interface Context {
  role: BlockRole;
  bold: boolean;
  /** Inside a heading or a cell: block elements only divide words. */
  leaf: boolean;
  pre: boolean;
  depth: number;
  inside: boolean;
  /** Inside a `sup`, or in a link that holds one. */
  raised?: boolean;
  /** Inside a panel that a title opens: the level of that title; 0 elsewhere. */
  panel: number;
}

const PARAGRAPH: BlockRole = { kind: 'paragraph', level: 0 };
/** Elements whose one block stands for all of them, tags included. */
const WHOLE = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd summary caption figcaption pre address blockquote legend button'.split(' '),
);

/** Turns elements into blocks, in document order. */
export class HtmlWalker {
  readonly #writer: BlockWriter;
  /** Ids of the parts of the page that buttons open. */
  #panels: ReadonlySet<string> = new Set();
  /** Level of the last heading that is in no panel. */
  #level = 1;
  /** Where the last line break ended. */
  #brokenAt: number | undefined;

  /** `offset` is where the markup begins in the file; `chrome` is left out for a fragment, which has no furniture. */
  constructor(
    readonly markup: string,
    readonly offset: number,
    readonly sink: HtmlSink,
    readonly chrome?: Chrome,
  ) {
    this.#writer = new BlockWriter(sink);
  }

  read(node: Nodes): void {
    const inside = isElement(node, 'main', 'article') || (isElement(node) && attribute(node, 'role') === 'main');
    this.#panels = panelsOf(node);
    this.#node(node, { role: PARAGRAPH, bold: false, leaf: false, pre: false, depth: 0, inside, panel: 0 });
    this.#writer.close();
  }

  #node(node: Nodes | RootContent, context: Context): void {
    if (node.type === 'text') this.#text(node.value, this.#span(node), context);
    else if (node.type === 'comment') {
      const source = this.#span(node);
      if (source) this.sink.comments.push({ source, value: node.value.trim() });
    } else if (node.type === 'root') this.#children(node, context);
    else if (node.type === 'element') this.#element(node, context);
  }

  #children(node: { children: (Nodes | RootContent)[] }, context: Context): void {
    for (const child of node.children) this.#node(child, context);
  }

  #text(value: string, source: Span | undefined, context: Context): void {
    if (!source) {
      const at = this.sink.blocks.at(-1)?.source.end ?? this.offset;
      this.#writer.add({ text: value, source: { start: at, end: at } }, context.role, context.bold);
      return;
    }
    const start = this.#startOf(value, source.start - this.offset);
    const slice = this.markup.slice(start, source.end - this.offset);
    for (const run of alignHtml(value, slice, start + this.offset)) {
      if (context.pre) this.#preformatted(run, context);
      else this.#writer.add(run, context.role, context.bold);
    }
  }

  /** parse5 places an entity behind dropped white space at its end: step back to the `&`. */
  #startOf(value: string, start: number): number {
    const first = this.markup[start];
    if (first === value[0] || first === '&' || first === '\r') return start;
    const reference = this.markup.lastIndexOf('&', start);
    return reference >= 0 && start - reference < 40 ? reference : start;
  }

  /** Preformatted policies are plain text: an empty line ends a paragraph. */
  #preformatted(run: Run, context: Context): void {
    if (run.text.length !== run.source.end - run.source.start) {
      this.#writer.add(run, context.role, context.bold);
      return;
    }
    let from = 0;
    for (const match of run.text.matchAll(/\n[^\S\n]*\n\s*/g)) {
      this.#writer.add(partOf(run, from, match.index), context.role, context.bold);
      if (!context.leaf) this.#writer.close();
      from = match.index + match[0].length;
    }
    this.#writer.add(partOf(run, from, run.text.length), context.role, context.bold);
  }

  #element(element: Element, context: Context): void {
    const { tagName } = element;
    if (SKIPPED.has(tagName) || this.chrome?.is(element, context.inside)) {
      this.#commentsIn(element);
      return;
    }
    const id = attribute(element, 'id');
    if (id && this.#panels.has(id)) context = { ...context, panel: this.#toggleLevel(context) };
    const hidden = attribute(element, 'dataCfemail');
    const address = hidden && decodeCloudflare(hidden);
    const source = this.#span(element);
    if (address && source) this.#address(address, element, source, context);
    else if (tagName === 'br') this.#break(source, element, context);
    else if (tagName === 'a') this.#link(element, source, context);
    else if (tagName === 'sup') this.#children(element, { ...context, raised: true });
    else if (tagName === 'button') this.#button(element, source, context);
    else if (context.leaf && BLOCKS.has(tagName)) this.#inner(element, context);
    else if (tagName === 'table') this.#table(element, context);
    else if (BLOCKS.has(tagName) || headingLevel(element)) this.#block(element, source, context);
    else this.#children(element, { ...context, bold: context.bold || isBold(element) });
  }

  #commentsIn(element: Element): void {
    for (const child of element.children)
      if (child.type === 'comment')
        this.#node(child, { role: PARAGRAPH, bold: false, leaf: false, pre: false, depth: 0, inside: false, panel: 0 });
      else if (child.type === 'element') this.#commentsIn(child);
  }

  /** A block inside a heading or a cell. */
  #inner(element: Element, context: Context): void {
    const at = this.#span(element)?.start ?? 0;
    const line = context.role.kind === 'row';
    if (line) this.#writer.lineBreak({ start: at, end: at });
    else this.#writer.add({ text: ' ', source: { start: at, end: at } }, context.role, false);
    this.#children(element, context);
    const end = this.#span(element)?.end ?? at;
    if (line) this.#writer.lineBreak({ start: end, end });
    else this.#writer.add({ text: ' ', source: { start: end, end } }, context.role, false);
  }

  #block(element: Element, source: Span | undefined, context: Context): void {
    this.#writer.close();
    const first = this.sink.blocks.length;
    const { tagName } = element;
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') this.#list(element, context);
    else if (tagName === 'dl') this.#definitions(element, context);
    else {
      const inner = this.#contextOf(element, context);
      this.#children(element, inner);
      this.#writer.close();
    }
    const blocks = this.sink.blocks;
    if (!source || !WHOLE.has(tagName) || blocks.length === first) return;
    // The tags belong to the block they hold; with more blocks inside, only the opening one does.
    const end = blocks.length === first + 1 ? source.end : blocks[first]!.source.end;
    blocks[first]!.source = { start: source.start, end };
  }

  #contextOf(element: Element, context: Context): Context {
    const level = headingLevel(element);
    if (level) {
      if (context.panel === 0) this.#level = level;
      return { ...context, role: { kind: 'heading', level }, leaf: true };
    }
    const bold = context.bold || isBold(element);
    switch (element.tagName) {
      case 'summary': {
        const titled = find(element, (e) => headingLevel(e) > 0) !== undefined;
        return titled ? context : { ...context, role: { kind: 'heading', level: context.panel }, leaf: true };
      }
      case 'details':
        return { ...context, bold, panel: this.#toggleLevel(context) };
      case 'blockquote':
        return context.role.kind === 'item' ? context : { ...context, role: { kind: 'quote', level: context.depth } };
      case 'pre':
        return { ...context, pre: true };
      case 'main':
      case 'article':
        return { ...context, bold, inside: true };
      default:
        return { ...context, bold };
    }
  }

  /** Titles that open panels stand one below the heading above them all. */
  #toggleLevel({ panel }: Context): number {
    return Math.min(6, (panel || this.#level) + 1);
  }

  #list(list: Element, context: Context): void {
    const group = this.sink.nextGroup();
    const depth = context.depth + 1;
    let number = Number(attribute(list, 'start') || 1);
    for (const child of list.children) {
      if (!isElement(child, 'li')) {
        this.#node(child, { ...context, depth, role: isElement(child, 'ul', 'ol') ? context.role : PARAGRAPH });
        continue;
      }
      const value = Number(attribute(child, 'value'));
      if (value) number = value;
      const marker = list.tagName === 'ol' ? `${numberOf(list, number)}.` : undefined;
      number++;
      this.#item(child, { kind: 'item', level: depth, group, marker }, { ...context, depth });
    }
  }

  #item(item: Element, role: BlockRole, context: Context): void {
    this.#writer.close();
    const first = this.sink.blocks.length;
    this.#children(item, { ...context, role });
    this.#writer.close();
    const source = this.#span(item);
    const blocks = this.sink.blocks;
    if (!source || blocks.length === first) return;
    for (let i = first + 1; i < blocks.length; i++)
      if (blocks[i]!.group === role.group && blocks[i]!.level === role.level) delete blocks[i]!.marker;
    const end = blocks.length === first + 1 ? source.end : blocks[first]!.source.end;
    blocks[first]!.source = { start: source.start, end };
  }

  /** Terms with short definitions read as a table of two columns, others as headings with text. */
  #definitions(list: Element, context: Context): void {
    const parts = list.children.flatMap((c) => (isElement(c, 'div') ? c.children : [c])).filter((c) => isElement(c));
    const group = this.sink.nextGroup();
    for (let i = 0; i < parts.length; i++) {
      const term = parts[i]!;
      const details: Element[] = [];
      if (!isElement(term, 'dt')) {
        this.#node(term, context);
        continue;
      }
      while (isElement(parts[i + 1], 'dd')) details.push(parts[++i]!);
      const simple = details.length > 0 && details.every((d) => !find(d, (e) => e !== d && BLOCKS.has(e.tagName)));
      if (simple)
        this.#row(
          {
            cells: [term, ...details],
            gaps: [],
            header: false,
            group,
            source: spanAround(this.#span(term), this.#span(details.at(-1)!)),
          },
          context,
        );
      else {
        this.#block(term, this.#span(term), { ...context, role: { kind: 'heading', level: BOLD_HEADING }, leaf: true });
        for (const detail of details) this.#block(detail, this.#span(detail), context);
      }
    }
  }

  #table(table: Element, context: Context): void {
    this.#writer.close();
    if (!isDataTable(table)) {
      this.#children(table, context);
      this.#writer.close();
      return;
    }
    const group = this.sink.nextGroup();
    for (const child of table.children)
      if (isElement(child, 'caption')) this.#block(child, this.#span(child), context);
      else if (child.type === 'comment') this.#node(child, context);
    for (const { row, header, gaps } of rowsOf(table))
      this.#row({ cells: cellsOf(row), gaps, header, group, source: this.#span(row) }, context);
  }

  #row(row: Row, context: Context): void {
    this.#writer.close();
    const inCell: Context = { ...context, role: { kind: 'row', level: 0 }, leaf: true, depth: 0 };
    const startOf = (cell: Element) => this.#span(cell)?.start;
    writeRow(this.sink, row, startOf, (cell) => {
      this.#children(cell, inCell);
      this.#writer.close();
    });
  }

  #break(source: Span | undefined, element: Element, context: Context): void {
    const at = source ?? { start: this.offset, end: this.offset };
    if (context.leaf) {
      if (context.role.kind === 'row') this.#writer.lineBreak(at);
      else this.#writer.add({ text: ' ', source: at }, context.role, false);
      return;
    }
    // A second break ends the paragraph; a line in bold above a break is a heading.
    if (
      this.#brokenAt !== undefined &&
      isBlank(this.markup.slice(this.#brokenAt - this.offset, at.start - this.offset))
    )
      this.#writer.close();
    else if (this.#writer.isBoldLine) this.#writer.close();
    else this.#writer.lineBreak(at);
    this.#brokenAt = at.end;
  }

  #address(address: string, element: Element, source: Span, context: Context): void {
    this.#writer.add({ text: address, source }, context.role, context.bold);
    const end = this.#writer.length;
    this.sink.links.push({ source, text: { start: end - address.length, end }, url: `mailto:${address}` });
  }

  #link(element: Element, source: Span | undefined, context: Context): void {
    const href = attribute(element, 'href');
    const address = cloudflareLink(href);
    const words = textOf(element).trim();
    if (address && source && /^\[email.protected\]$/i.test(words)) {
      this.#address(address.replace(/\?.*$/, ''), element, source, context);
      return;
    }
    if (isNoteMark(words, href, context.raised || find(element, (e) => e.tagName === 'sup') !== undefined)) return;
    if (isAnchorMark(element, words)) return;
    const from = this.#writer.length;
    const links = this.sink.links.length;
    if (holdsBlocks(element) && !context.leaf) this.#writer.close();
    this.#children(element, { ...context, bold: context.bold || isBold(element) });
    if (!href || !source || this.sink.links.length > links) return;
    const end = this.#writer.length;
    this.sink.links.push({
      source,
      text: { start: Math.min(this.#trimmed(from, words), end), end },
      url: address ? `mailto:${address}` : href,
    });
  }

  /** Where a link's words begin: behind the space or block break that was written before them. */
  #trimmed(from: number, words: string): number {
    const end = this.#writer.length;
    if (end === from) return end;
    const shown = words.replace(/\s+/g, ' ').length;
    return Math.max(from, end - shown);
  }

  /** A button is a heading where it opens a panel of the page, else no text. */
  #button(element: Element, source: Span | undefined, context: Context): void {
    if (context.leaf) this.#children(element, context);
    else if (isToggle(element) || /accordion|collaps|toggle/i.test(attribute(element, 'className'))) {
      if (/\p{L}{3}.*\s|\p{L}{5}/u.test(textOf(element).trim()))
        this.#block(element, source, {
          ...context,
          role: { kind: 'heading', level: this.#toggleLevel(context) },
          leaf: true,
        });
    }
  }

  #span(node: Nodes | RootContent): Span | undefined {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return undefined;
    // Behind a comment that never ends (`<!`) the parser counts one character too many.
    return { start: start + this.offset, end: Math.min(Math.max(start, end), this.markup.length) + this.offset };
  }
}

function holdsBlocks(element: Element): boolean {
  return element.children.some((c) => isElement(c) && BLOCKS.has(c.tagName));
}

function partOf(run: Run, from: number, to: number): Run {
  return { text: run.text.slice(from, to), source: { start: run.source.start + from, end: run.source.start + to } };
}

function isBlank(text: string): boolean {
  return /^(?:\s|&nbsp;)*$/.test(text);
}

function spanAround(a: Span | undefined, b: Span | undefined): Span | undefined {
  return a && b ? { start: a.start, end: b.end } : (a ?? b);
}
