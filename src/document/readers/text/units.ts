import type { Span } from '../../types.ts';
import { findAlignedRows } from './aligned.ts';
import type { Line } from './lines.ts';
import { markerOf, type Marker } from './markers.ts';
import { wordCount } from './words.ts';

/** A paragraph, heading, item or cell in the making: one line, or the lines a hard wrap divided. */
export interface Unit {
  lines: Line[];
  text: string;
  gap: number;
  indent: number;
  marker?: Marker;
  /** A bullet on a line of its own above the text. */
  bullet?: Line;
  /** A row of a table set in columns. */
  cells?: Span[][];
}

/** A line this short was not broken for want of room. */
const SHORTEST_FULL_LINE = 45;
/** Nobody wraps wider; longer lines are whole paragraphs. */
const WIDEST_WRAP = 140;
/** As many longer lines show that a text is not wrapped. */
const FEWEST_LONG = 3;
const LONE_BULLET = /^[•‣·∙▪▫◦●○■□◆►➢✓✔\uf0b7\uf0a7]$/u;
const TERMINAL = /[.:;!?…][)"'”’»\]]*$/;
/** A word divided at the end of a line. */
const DIVIDED = /\p{L}{2}[-\u2010]$/u;
const LOWER = /^["'“„«([]?\p{Ll}/u;

/** Joins the lines that a hard wrap divided. */
export function toUnits(lines: readonly Line[]): Unit[] {
  const wrapped = isWrapped(lines);
  const width = wrapped ? wrapWidth(lines) || columnWidth(lines) : 0;
  const units: Unit[] = [];
  let bullet: Line | undefined;
  const rows = findAlignedRows(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const row = rows.get(i);
    if (row) {
      const own = lines.slice(row.first, row.last);
      units.push({ lines: own, text: line.text, gap: line.gap, indent: line.indent, cells: row.cells });
      i = row.last - 1;
      continue;
    }
    if (LONE_BULLET.test(line.text)) {
      bullet = line;
      continue;
    }
    const unit = units.at(-1);
    if (bullet) {
      const written = bullet.text;
      const marker: Marker = { written, length: 0, kind: 'bullet', style: written, values: [], depth: 1 };
      units.push({ lines: [line], text: line.text, gap: bullet.gap, indent: bullet.indent, marker, bullet });
      bullet = undefined;
      continue;
    }
    const marker = markerOf(line.text);
    if (
      unit &&
      !unit.cells &&
      line.gap === 0 &&
      (wrapped || !/[,;]$/.test(unit.text)) &&
      continues(unit, line, marker, width)
    ) {
      unit.lines.push(line);
      continue;
    }
    units.push({ lines: [line], text: line.text, gap: line.gap, indent: line.indent, marker });
  }
  for (const unit of units) if (unit.lines.length > 1) unit.text = unit.lines.map((l) => l.text).join(' ');
  loneBullets(units);
  return units;
}

/** `o` and `-word` are bullets only beside another of their kind. */
function loneBullets(units: Unit[]): void {
  const weak = (unit: Unit | undefined): string | undefined => {
    const marker = unit?.marker;
    if (marker?.kind !== 'bullet') return undefined;
    if (marker.style === 'o') return 'o';
    return marker.length === 1 && '-–'.includes(marker.style) ? marker.style : undefined;
  };
  const kept = units.map((unit, i) => {
    const style = weak(unit);
    return style === undefined || [units[i - 1], units[i + 1]].some((other) => other?.marker?.style === style);
  });
  units.forEach((unit, i) => {
    if (!kept[i]) unit.marker = undefined;
  });
}

function continues(unit: Unit, line: Line, marker: Marker | undefined, width: number): boolean {
  const above = unit.lines.at(-1)!;
  if (above.text.includes('\t', unit.lines.length === 1 ? (unit.marker?.length ?? 0) : 0)) return false;
  if (DIVIDED.test(above.text.slice(-4)) && LOWER.test(line.text)) return true;
  const bullet = marker?.kind === 'bullet' || marker?.kind === 'keyword';
  const open = !TERMINAL.test(above.text.slice(-8));
  const lower = LOWER.test(line.text);
  const fullLine = width > 0 ? Math.min(SHORTEST_FULL_LINE, width * 0.7) : SHORTEST_FULL_LINE;
  const full = width > 0 && above.text.length + 1 + firstWord(line.text) + above.indent >= width - 6;
  if (marker && !(open && full && !bullet && marker.kind === 'number' && marker.style === '1')) return false;
  if (above.text.length > WIDEST_WRAP) return false;
  if (unit.marker && line.indent > unit.lines[0]!.indent && line.indent >= (unit.marker.kind === 'bullet' ? 2 : 3))
    return open || lower || width > 0;
  if (open && lower) {
    // Lines of one paragraph are about as long as its first, and hold several words: names of cookies do not.
    const first = unit.lines[0]!.text.length;
    const long = unit.lines.length > 1 ? above.text.length * 5 >= first * 3 : first >= fullLine;
    return long && wordCount(above.text) >= 5;
  }
  return full && above.text.length >= fullLine;
}

/** False for a text with a line for each paragraph. */
function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.text.length > WIDEST_WRAP).length;
  return long < FEWEST_LONG || long * 5 < lines.filter((line) => line.text.length >= SHORTEST_FULL_LINE).length;
}

const NARROWEST = 24;
const WIDEST_COLUMN = 64;

/** The width of a column of print; 0 where lines do not look like one: few are longer, most go on in the next. */
function columnWidth(lines: readonly Line[]): number {
  const broken: number[] = [];
  let pairs = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { text } = lines[i]!;
    const next = lines[i + 1]!;
    if (next.gap > 0 || text.length < NARROWEST) continue;
    pairs++;
    if (text.length <= WIDEST_COLUMN && !TERMINAL.test(text.slice(-8)) && LOWER.test(next.text))
      broken.push(text.length);
  }
  const longer = lines.filter((line) => line.text.length > WIDEST_COLUMN).length;
  if (broken.length < 10 || broken.length * 5 < pairs * 2 || longer * 20 > lines.length) return 0;
  broken.sort((a, b) => a - b);
  return broken[Math.floor((broken.length - 1) * 0.9)]!;
}

/** The width a text was wrapped at; 0 when it has one paragraph a line. */
function wrapWidth(lines: readonly Line[]): number {
  const broken: number[] = [];
  let pairs = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    if (next.gap > 0 || line.text.length < SHORTEST_FULL_LINE) continue;
    pairs++;
    if (line.text.length <= WIDEST_WRAP && !TERMINAL.test(line.text.slice(-8)) && LOWER.test(next.text))
      broken.push(line.text.length + line.indent);
  }
  if (broken.length < 2 || broken.length * 4 < pairs) return 0;
  broken.sort((a, b) => a - b);
  return broken[Math.floor((broken.length - 1) * 0.9)]!;
}

function firstWord(text: string): number {
  const space = text.search(/\s/);
  return space < 0 ? text.length : space;
}
