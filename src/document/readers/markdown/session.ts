import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Nodes, Root } from 'mdast';
import type { ReadProblem } from '../../types.ts';
import { cutBehind, nextCut } from './cuts.ts';
import { stopped } from './guards.ts';
import { InlineHtml } from './html.ts';
import { type Lines, skipBlanks } from './lines.ts';
import type { Output } from './output.ts';
import { parse } from './parser.ts';
import { readPlain } from './plain.ts';
import { type Place, writeParagraph, writeTree } from './reference.ts';

/** Characters the parser is given at a time: it is linear in their number, not always in their size. */
export const PIECE = 32_768;

/** A footnote's own definition, behind a blank line: it need not be put in front of its piece again. */
const DEFINES_FOOTNOTE = /^\n\n\[\^.*\]:$/;
const LABEL = /\[((?:[^[\]\\\n]|\\.){1,200})\]/g;

/** What reading one file needs everywhere: where to write, its lines, what its labels lead to, the guarded parser. */
export class Session {
  readonly html: InlineHtml;
  /** Link labels and footnotes the document defines, by normalised identifier. */
  readonly #urls = new Map<string, string>();
  readonly #footnotes = new Set<string>();
  /** `[//]: # (…)` is a comment as long as nothing else in the document uses its label. */
  readonly #commentLabels = new Map<string, { url: string; count: number }>();
  #left: { from: number; to: number } | undefined;
  #told = new Set<string>();

  constructor(
    readonly out: Output,
    readonly lines: Lines,
  ) {
    this.html = new InlineHtml(out);
  }

  get source(): string {
    return this.lines.source;
  }

  /** The document defines labels, so what a bracket means depends on other places. */
  get hasLabels(): boolean {
    return this.#urls.size > 0 || this.#footnotes.size > 0;
  }

  /** Finds what the document defines. Reads only the pieces that may define something. */
  collectLabels(from: number): void {
    const candidates = possibleDefinitions(this.source);
    const piece = candidates.length > FEW ? PIECE : 1;
    let c = 0;
    for (let line = from; line < this.lines.count && c < candidates.length;) {
      const next = cutBehind(this.lines, line, piece);
      const start = this.lines.start(line);
      const end = this.lines.start(next);
      const first = c;
      while (c < candidates.length && candidates[c]! < end) c++;
      if (c > first && !stopped(this.source, start, end)) this.#define(parse(this.source.slice(start, end)));
      line = next;
    }
    for (const [id, { url, count }] of this.#commentLabels)
      if ([...this.source.matchAll(id === '//' ? /\[\/\/\]/g : /\[comment\]/gi)].length !== count)
        this.#urls.set(id, url);
  }

  #define(node: Nodes): void {
    if (node.type === 'definition') {
      const id = normalizeIdentifier(node.identifier);
      const comment = id === '//' || id === 'COMMENT';
      if (comment) this.#commentLabels.set(id, { url: node.url, count: (this.#commentLabels.get(id)?.count ?? 0) + 1 });
      else if (!this.#urls.has(id)) this.#urls.set(id, node.url);
    } else if (node.type === 'footnoteDefinition') this.#footnotes.add(normalizeIdentifier(node.identifier));
    if ('children' in node) for (const child of node.children) this.#define(child);
  }

  /** Leaves lines to the parser, which reads what is left to it in a row in one go: see `flush`. */
  leave(from: number, to: number): void {
    if (this.#left && this.lines.start(to) - this.lines.start(this.#left.from) > PIECE) this.flush();
    if (this.#left) this.#left.to = to;
    else this.#left = { from, to };
  }

  /** Reads what was left to the parser. To be called before anything else is written. */
  flush(): void {
    const left = this.#left;
    this.#left = undefined;
    if (left) this.parseLines(left.from, left.to);
  }

  #isBlank(line: number): boolean {
    const end = this.lines.end(line);
    return skipBlanks(this.source, this.lines.start(line), end) >= end;
  }

  /**
   * Reads lines `[from, to)`, which begin and end outside of any block, with the parser; those a guard stops are read by
   * `otherwise`.
   */
  parseLines(from: number, to: number, otherwise: (from: number, to: number) => void = this.#plainly): void {
    const start = this.lines.start(from);
    // Blank lines behind belong to nothing, except to a code fence that nothing closes: there a cut would show.
    while (to > from && this.#isBlank(to - 1)) to--;
    const end = this.lines.start(to);
    const problem = stopped(this.source, start, end);
    if (problem) {
      const cut = nextCut(this.lines, from, from + 1);
      if (cut < to) {
        for (let line = from; line < to;) {
          const next = Math.min(to, nextCut(this.lines, line, line + 1));
          this.parseLines(line, next, otherwise);
          line = next;
        }
        return;
      }
      if (otherwise === this.#plainly) this.#tell(problem, start, end);
      return otherwise(from, to);
    }
    const { tree, shift } = this.#tree(start, end);
    writeTree(this.out, tree, shift, start, this.#urlOf);
  }

  /** Reads the text of one paragraph into the open block. */
  parseParagraph(start: number, end: number, place: Place): void {
    const problem = stopped(this.source, start, end);
    if (problem) {
      this.#tell(problem, start, end);
      return this.out.text(this.source.slice(start, end), start, end);
    }
    const { tree, shift } = this.#tree(start, end);
    writeParagraph(this.out, tree, shift, start, this.#urlOf, place);
  }

  readonly #plainly = (from: number, to: number): void => readPlain(this.out, this.lines, from, to);

  /** One problem of a kind is told, the first: a file made of them would drown its report. */
  #tell(problem: Pick<ReadProblem, 'id' | 'detail'>, start: number, end: number): void {
    if (!this.#told.has(problem.id)) this.out.problems.push({ ...problem, source: { start, end } });
    this.#told.add(problem.id);
  }

  readonly #urlOf = (identifier: string): string => this.#urls.get(normalizeIdentifier(identifier)) ?? `#${identifier}`;

  /** The tree of a piece, read with the labels it uses; `shift` leads from its offsets to those of the source. */
  #tree(start: number, end: number): { tree: Root; shift: number } {
    const piece = this.source.slice(start, end);
    const prefix = this.hasLabels && piece.includes('[') ? this.#definitions(piece) : '';
    return { tree: parse(prefix + piece), shift: start - prefix.length };
  }

  #definitions(piece: string): string {
    const lines = new Set<string>();
    for (const match of piece.matchAll(LABEL)) {
      const label = match[1];
      if (DEFINES_FOOTNOTE.test(piece.slice(Math.max(0, match.index - 2), match.index + match[0].length + 1))) continue;
      const id = normalizeIdentifier(label!);
      if (id.startsWith('^') && this.#footnotes.has(id.slice(1))) lines.add(`[${label}]: x`);
      else if (this.#urls.has(id)) lines.add(`[${label}]: x`);
    }
    return lines.size ? `${[...lines].join('\n\n')}\n\n***\n\n` : '';
  }
}

/** So many definitions are looked at one by one; more of them are parsed in larger pieces. */
const FEW = 50;
const MAX_LABEL = 1000;
const CONTAINERS = /^[ \t>*+\-\d.)]*$/;

/** Offsets of every `]:` whose bracket opens at the start of a line or of a list item or quote in it. */
function possibleDefinitions(source: string): number[] {
  const found: number[] = [];
  for (let at = source.indexOf(']:'); at >= 0; at = source.indexOf(']:', at + 2)) {
    const before = source.slice(Math.max(0, at - MAX_LABEL), at);
    let open = before.lastIndexOf('[');
    while (open > 0 && before[open - 1] === '\\') open = before.lastIndexOf('[', open - 1);
    if (open < 0) continue;
    const lineStart = Math.max(before.lastIndexOf('\n', open), before.lastIndexOf('\r', open)) + 1;
    if (CONTAINERS.test(before.slice(lineStart, open))) found.push(at);
  }
  return found;
}
