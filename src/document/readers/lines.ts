import { TextBuilder } from '../text-builder.ts';
import type { Link, RawBlock, ReadProblem, ReadResult, Span } from '../types.ts';

type Role = Pick<RawBlock, 'kind' | 'level' | 'group' | 'marker'>;

/** Writes the text of a binary document, one line a block (a row's cells divided by tabs), as its own source. */
export class LineWriter {
  #lines: string[] = [];
  #length = 0;
  #blocks: RawBlock[] = [];
  #links: Link[] = [];
  #groups = 0;
  readonly problems: ReadProblem[] = [];

  readonly nextGroup = (): number => ++this.#groups;

  /** Writes a block; `links` are spans of `text`, `skip` is how long a marker stands in front. Empty text writes nothing. */
  block(text: string, role: Role, links: readonly { text: Span; url: string }[] = [], skip = 0): void {
    if (text === '') return;
    const start = this.#line(text);
    const end = start + text.length;
    this.#blocks.push({ ...role, start: start + skip, end, source: { start, end } });
    for (const link of links) {
      const at = { start: start + link.text.start, end: start + link.text.end };
      this.#links.push({ source: at, text: at, url: link.url });
    }
  }

  row(cells: readonly string[], group: number, header: boolean): void {
    if (cells.every((cell) => cell === '')) return;
    const start = this.#line(cells.join('\t'));
    let at = start;
    const spans = cells.map((cell) => {
      const span = { start: at, end: at + cell.length };
      at = span.end + 1;
      return span;
    });
    const span = { start, end: at - 1 };
    this.#blocks.push({ kind: 'row', level: 0, ...span, source: span, cells: spans, header, group });
  }

  #line(text: string): number {
    const start = this.#length;
    this.#lines.push(text);
    this.#length += text.length + 1;
    return start;
  }

  result(): { source: string } & ReadResult {
    const source = this.#lines.join('\n');
    const out = new TextBuilder();
    out.push(source, { start: 0, end: source.length });
    return {
      source,
      text: source,
      map: out.map(),
      blocks: this.#blocks,
      links: this.#links,
      comments: [],
      problems: this.problems,
    };
  }
}
