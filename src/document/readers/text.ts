import { TextBuilder } from '../text-builder.ts';
import type { RawBlock, ReadResult, Span } from '../types.ts';
import { Hyphens, type Joint } from './hyphens.ts';
import { markNumbered, markPlain, markTitle, type Role } from './text/headings.ts';
import { levelsOf } from './text/levels.ts';
import { readLines } from './text/lines.ts';
import { findSeries } from './text/series.ts';
import { findFlatTables } from './text/tables.ts';
import { toUnits, type Unit } from './text/units.ts';

/**
 * Reads plain text, whose structure nothing marks: headings, lists, tables and paragraphs are told by their form. Lines
 * a hard wrap divided are joined with a space, which stands for the line end. Pure; linear in the length of the text.
 */
export function readText(source: string): ReadResult {
  const lines = readLines(source);
  const units = toUnits(lines);
  const roles: (Role | undefined)[] = new Array(units.length).fill(undefined);
  const tables = findFlatTables(units);
  const rows = new Set<number>();
  for (const table of tables)
    for (let i = table.first; i < table.last; i++) {
      roles[i] = 'row';
      rows.add(i);
    }
  const cells = units.map((unit, i) => unit.cells ?? (rows.has(i) ? undefined : dividedCells(unit)));
  cells.forEach((divided, i) => {
    if (units[i]!.cells) {
      roles[i] = 'row';
      rows.add(i);
      return;
    }
    const beside = [cells[i - 1], cells[i + 1]].some((other) => other?.length === divided?.length);
    if (!divided || !beside) return;
    roles[i] = 'row';
    rows.add(i);
  });
  units.forEach((unit, i) => {
    if (!roles[i] && unit.marker?.kind === 'bullet') roles[i] = 'item';
  });
  const series = findSeries(units, rows);
  for (const one of series) for (const i of one.members) units[i]!.marker!.style = one.style;
  markNumbered(units, series, roles);
  markPlain(units, roles);
  const title = markTitle(units, roles);
  const levels = levelsOf(units, roles, series, title);
  const hyphens = new Hyphens(lines.map((line) => line.text));
  return new TextWriter(source, hyphens).write(units, roles, levels, tables, cells);
}

/** Cells of a line divided by tabs, pipes or wide gaps. */
function dividedCells(unit: Unit): Span[][] | undefined {
  if (unit.lines.length > 1 || unit.marker?.kind === 'bullet') return undefined;
  const { text, start } = unit.lines[0]!;
  const divider = text.includes('\t') ? /\t+/g : /\s\|\s|\|/.test(text) ? /\|/g : / {3,}/g;
  const cells: Span[] = [];
  let from = 0;
  const add = (to: number): void => {
    const slice = text.slice(from, to);
    const cell = slice.trim();
    const at = start + from + slice.indexOf(cell);
    if (cell) cells.push({ start: at, end: at + cell.length });
  };
  for (const match of text.matchAll(divider)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return cells.length > 1 ? cells.map((cell) => [cell]) : undefined;
}

const SOFT_HYPHEN = '\u00ad';

class TextWriter {
  readonly #out = new TextBuilder();
  readonly #blocks: RawBlock[] = [];
  #groups = 0;

  constructor(
    readonly source: string,
    readonly hyphens: Hyphens,
  ) {}

  write(
    units: readonly Unit[],
    roles: readonly (Role | undefined)[],
    levels: ReadonlyMap<number, number>,
    tables: readonly { first: number; last: number; rows: { header: boolean; cells: [number, number][] }[] }[],
    cells: readonly (Span[][] | undefined)[],
  ): ReadResult {
    const tableAt = new Map(tables.map((table) => [table.first, table]));
    const nesting = new Nesting();
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      const table = tableAt.get(i);
      if (roles[i] !== 'item') nesting.close();
      if (table) {
        const group = ++this.#groups;
        for (const row of table.rows)
          this.#row(
            row.cells.map(([a, b]) => units.slice(a, b).flatMap((u) => u.lines)),
            group,
            row.header,
          );
        i = table.last - 1;
      } else if (roles[i] === 'row') {
        const first = roles[i - 1] !== 'row' || cells[i - 1]?.length !== cells[i]!.length;
        if (first) this.#groups++;
        this.#row(cells[i]!, this.#groups, first);
      } else if (roles[i] === 'item') {
        const level = nesting.level(unit);
        if (level === 1 && nesting.fresh) this.#groups++;
        this.#leaf(unit, unit.marker?.length ?? 0, {
          kind: 'item',
          level,
          group: this.#groups,
          marker: unit.marker?.written,
        });
      } else if (roles[i] === 'heading')
        this.#leaf(unit, 0, { kind: 'heading', level: levels.get(i) ?? 2, marker: unit.marker?.written });
      else this.#leaf(unit, 0, { kind: 'paragraph', level: 0 });
    }
    return {
      text: this.#out.text(),
      map: this.#out.map(),
      blocks: this.#blocks,
      links: [],
      comments: [],
      problems: [],
    };
  }

  #leaf(unit: Unit, skip: number, as: Pick<RawBlock, 'kind' | 'level' | 'group' | 'marker'>): void {
    const start = this.#open(unit.lines[0]!.start);
    this.#lines(unit.lines, skip);
    const source = { start: (unit.bullet ?? unit.lines[0]!).start, end: unit.lines.at(-1)!.end };
    this.#blocks.push({ ...as, start, end: this.#out.length, source });
  }

  #row(cells: readonly (readonly Span[])[], group: number, header: boolean): void {
    const parts = cells.flat();
    const first = Math.min(...parts.map((part) => part.start));
    const start = this.#open(first);
    const spans: Span[] = [];
    for (const cell of cells) {
      if (spans.length) this.#out.gap('\t', cell[0]?.start ?? first);
      const from = this.#out.length;
      this.#lines(cell, 0, '\n');
      spans.push({ start: from, end: this.#out.length });
    }
    const source = { start: first, end: Math.max(...parts.map((part) => part.end)) };
    this.#blocks.push({ kind: 'row', level: 0, start, end: this.#out.length, source, cells: spans, header, group });
  }

  /** A break between two lines stands for all of the white space between them. */
  #lines(lines: readonly Span[], skip: number, glue = ' '): void {
    lines.forEach((line, l) => {
      const start = l === 0 ? line.start + skip : line.start;
      const joint = l + 1 < lines.length ? this.#joint(line, lines[l + 1]!) : 'space';
      const end = joint === 'cut' && this.source[line.end] !== SOFT_HYPHEN ? line.end - 1 : line.end;
      this.#out.push(this.source.slice(start, end), { start, end });
      if (l + 1 < lines.length && joint === 'space')
        this.#out.push(glue, { start: line.end, end: lines[l + 1]!.start });
    });
  }

  #joint(above: Span, below: Span): Joint {
    const { source, hyphens } = this;
    if (source[above.end] === SOFT_HYPHEN) return 'cut';
    if (!/[-\u2010]/.test(source[above.end - 1]!)) return 'space';
    return hyphens.joint(
      source.slice(Math.max(above.start, above.end - 60), above.end),
      source.slice(below.start, Math.min(below.end, below.start + 60)),
    );
  }

  #open(at: number): number {
    if (this.#out.length > 0) this.#out.gap('\n', at);
    return this.#out.length;
  }
}

/** Levels of list items: deeper for more indentation, or for another kind of marker inside a list. */
class Nesting {
  #open: { indent: number; style: string }[] = [];
  /** Whether the last item began a list. */
  fresh = true;

  close(): void {
    this.#open = [];
  }

  level(unit: Unit): number {
    const style = unit.marker?.style ?? '';
    const last = this.#open.at(-1);
    // An empty line and another sign at the same place: another list, not one inside the last.
    if (last && unit.gap > 0 && last.style !== style && last.indent === unit.indent && this.#open.length === 1)
      this.#open = [];
    this.fresh = this.#open.length === 0;
    const same = this.#open.findIndex((o) => o.style === style && Math.abs(o.indent - unit.indent) < 2);
    if (same >= 0) this.#open.length = same + 1;
    else {
      while (this.#open.length && this.#open.at(-1)!.indent > unit.indent) this.#open.pop();
      // The same sign further in, or another sign at the same place: one level down, as far as lists are nested.
      if (this.#open.length < 6) this.#open.push({ indent: unit.indent, style });
    }
    return Math.max(1, this.#open.length);
  }
}
