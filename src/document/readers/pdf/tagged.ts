import type { RawBlock } from '../../types.ts';
import { Hyphens } from '../hyphens.ts';
import type { LineWriter } from '../lines.ts';
import { markerOf } from '../text/markers.ts';
import { joined } from './layout.ts';
import { textsById, type MarkedItem } from './marked.ts';

/** A node of the structure that a tagged PDF has, as pdf.js gives it. */
export interface StructNode {
  role?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

export interface TaggedPage {
  tree: StructNode | null;
  items: readonly MarkedItem[];
}

interface Piece extends Pick<RawBlock, 'kind' | 'level' | 'group' | 'marker' | 'header'> {
  lines: string[];
  cells?: string[][];
}

const BLOCKS = new Set(
  'Document DocumentFragment Part Art Sect Div Aside P H H1 H2 H3 H4 H5 H6 Title L LI LBody Table THead TBody TFoot TR TH TD BlockQuote Caption Note FENote TOC TOCI Index'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['Artifact', 'TOC', 'TOCI', 'Figure', 'Formula']);
const LEAST_COVERED = 0.9;
const FEWEST_HEADINGS = 2;

/** Reads the pages of a PDF by its tags; false, with nothing written, where they do not say enough. */
export function readTagged(pages: readonly TaggedPage[], writer: LineWriter): boolean {
  const pieces: Piece[] = [];
  let marked = 0;
  let all = 0;
  for (const { tree, items } of pages) {
    const page = textsById(items);
    const reader = new PageReader(page.texts, writer.nextGroup);
    if (tree) reader.flow(tree.children ?? [], { level: 0 });
    marked += reader.taken;
    all += page.marked + page.unmarked;
    append(pieces, reader.pieces);
  }
  const headings = pieces.filter((piece) => piece.kind === 'heading').length;
  if (headings < FEWEST_HEADINGS || marked < all * LEAST_COVERED) return false;
  const hyphens = new Hyphens(pieces.flatMap((piece) => piece.cells?.flat() ?? piece.lines));
  const text = (lines: readonly string[]): string =>
    lines.length === 0 ? '' : lines.reduce((above, below) => joined(above, below, hyphens));
  for (const { lines, cells, ...role } of pieces)
    if (cells) writer.row(cells.map(text), role.group ?? 0, role.header ?? false);
    else if (role.kind === 'item' && role.marker === undefined) {
      const bullet = markerOf(text(lines));
      const skip = bullet?.kind === 'bullet' ? bullet : undefined;
      writer.block(text(lines), { ...role, marker: skip?.written }, [], skip?.length ?? 0);
    } else writer.block(text(lines), role);
  return true;
}

/** Adds the pieces of a page to those before it: a paragraph, a list or a table may go on. */
function append(pieces: Piece[], page: Piece[]): void {
  const last = pieces.at(-1);
  const first = page[0];
  if (last && first && last.kind === first.kind) {
    if (last.group !== undefined && last.cells?.length === first.cells?.length) {
      const { group } = first;
      if (first.header && isRepeated(pieces, last.group, first)) page.shift();
      for (const piece of page) if (piece.group === group) piece.group = last.group;
    }
    if ((first.kind === 'paragraph' || first.kind === 'item') && goesOn(last, first)) {
      last.lines.push(...first.lines);
      page.shift();
    }
  }
  pieces.push(...page);
}

/** Whether a table's header stands again at the head of the next page. */
function isRepeated(pieces: readonly Piece[], group: number, header: Piece): boolean {
  const written = JSON.stringify(header.cells);
  return pieces.some((p) => p.group === group && p.header && JSON.stringify(p.cells) === written);
}

function goesOn(above: Piece, below: Piece): boolean {
  if (below.marker !== undefined || markerOf(below.lines[0]!) !== undefined) return false;
  const end = above.lines.at(-1)!;
  if (/^\p{Ll}/u.test(below.lines[0]!)) return above.kind === 'paragraph' || !/[.:;!?,]$/.test(end);
  return above.kind === 'paragraph' && !/[.:;!?]["'”’»)]*$/.test(end);
}

interface Flow {
  /** How deep in lists. */
  level: number;
  /** What text here is; a paragraph where it is left out. */
  role?: Pick<Piece, 'kind' | 'level' | 'group' | 'marker'>;
}

class PageReader {
  readonly pieces: Piece[] = [];
  /** Characters of text that the structure refers to. */
  taken = 0;

  constructor(
    readonly texts: ReadonlyMap<string, string>,
    readonly nextGroup: () => number,
  ) {}

  /** Reads nodes one after the other; text between blocks is a block of its own. */
  flow(nodes: readonly StructNode[], context: Flow): void {
    let loose = '';
    const flush = (): void => {
      const lines = linesOf(loose);
      loose = '';
      if (lines.length === 0) return;
      const role = context.role ?? { kind: 'paragraph', level: 0 };
      this.pieces.push({ ...role, lines });
      if (context.role) context.role = { ...context.role, marker: undefined };
    };
    for (const node of nodes) {
      if (!hasBlocks(node)) loose += this.#text(node);
      else {
        flush();
        this.#block(node, context);
      }
    }
    flush();
  }

  #block(node: StructNode, context: Flow): void {
    const role = node.role ?? '';
    const children = node.children ?? [];
    if (SKIPPED.has(role)) {
      this.#text(node);
      return;
    }
    const heading = /^(?:H([1-6])?|Title)$/.exec(role);
    if (heading) {
      const level = Number(heading[1] ?? (role === 'Title' ? 1 : 2));
      const lines = linesOf(this.#text(node));
      if (lines.length > 0) this.pieces.push({ kind: 'heading', level, lines });
    } else if (role === 'L') this.#list(children, context);
    else if (role === 'Table') this.#table(children);
    else if (role === 'BlockQuote') this.flow(children, { level: 0, role: { kind: 'quote', level: 0 } });
    else this.flow(children, context);
  }

  #list(nodes: readonly StructNode[], context: Flow): void {
    const group = this.nextGroup();
    const level = context.level + 1;
    for (const node of nodes) {
      if (node.role !== 'LI') {
        this.flow([node], { level });
        continue;
      }
      const labels = (node.children ?? []).filter((child) => child.role === 'Lbl');
      const marker =
        labels
          .map((label) => this.#text(label))
          .join('')
          .trim() || undefined;
      const rest = (node.children ?? []).filter((child) => child.role !== 'Lbl');
      this.flow(rest, { level, role: { kind: 'item', level, group, marker } });
    }
  }

  #table(nodes: readonly StructNode[]): void {
    const group = this.nextGroup();
    const read = (parts: readonly StructNode[], head: boolean): void => {
      for (const part of parts) {
        if (part.role === 'TR') {
          const cells = (part.children ?? []).filter((cell) => cell.role === 'TH' || cell.role === 'TD');
          const lines = cells.map((cell) => linesOf(this.#text(cell)));
          const header = cells.length > 1 && (head || cells.every((cell) => cell.role === 'TH'));
          this.pieces.push({ kind: 'row', level: 0, group, header, lines: [], cells: lines });
        } else if (part.role === 'Caption') this.flow([part], { level: 0 });
        else read(part.children ?? [], part.role === 'THead');
      }
    };
    read(nodes, false);
  }

  /** All text below a node. Blocks inside one another are divided by line ends. */
  #text(node: StructNode): string {
    if (node.type === 'content') {
      const text = this.texts.get(node.id ?? '') ?? '';
      this.taken += text.replace(/\s+/g, ' ').trim().length;
      return text;
    }
    const text = (node.children ?? []).map((child) => this.#text(child)).join('');
    return BLOCKS.has(node.role ?? '') ? `${text}\n` : text;
  }
}

function hasBlocks(node: StructNode): boolean {
  return BLOCKS.has(node.role ?? '') || SKIPPED.has(node.role ?? '') || (node.children ?? []).some(hasBlocks);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
