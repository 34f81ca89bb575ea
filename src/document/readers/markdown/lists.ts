import type { FastInline } from './inline.ts';
import {
  atxLevel,
  type Lines,
  fenceLength,
  isThematicBreak,
  listMarkerAt,
  rawHtmlEnd,
  skipBlanks,
  trimBlanks,
} from './lines.ts';
import type { Session } from './session.ts';

/** A paragraph of a list item. */
interface ItemText {
  start: number;
  end: number;
  level: number;
  group: number;
  /** Where the item begins, for its first paragraph; -1 for the others. */
  item: number;
  markerEnd: number;
}

interface OpenItem {
  /** Column at which its text begins. */
  width: number;
  type: number;
  group: number;
}

const FAILED = -1;

/**
 * Reads the list that begins at `first`: items of paragraphs, nested by indentation, as CommonMark nests them. Returns
 * the line behind it, or -1 when it holds anything else: then nothing is written and the parser must look.
 */
export function readList(session: Session, lines: Lines, inline: FastInline, first: number): number {
  const list = new ListReader(session);
  const next = list.read(lines, first);
  if (next !== FAILED) list.write(inline);
  return next;
}

class ListReader {
  #texts: ItemText[] = [];
  #open: OpenItem[] = [];
  #groups = 0;

  constructor(readonly session: Session) {}

  read(lines: Lines, first: number): number {
    const { source } = this.session;
    let blank = true;
    for (let line = first; line < lines.count; line++) {
      const start = lines.start(line);
      const end = trimBlanks(source, start, lines.end(line));
      let at = start;
      while (at < end && source.charCodeAt(at) === 32) at++;
      if (at >= end) {
        blank = true;
        continue;
      }
      if (source.charCodeAt(at) === 9) return FAILED;
      const ends = this.#line(at - start, at, end, blank);
      if (ends === 'no') return FAILED;
      if (ends === 'behind') return this.#hasLongCode() ? FAILED : line;
      blank = false;
    }
    return this.#hasLongCode() ? FAILED : lines.count;
  }

  /** Code over several lines keeps the indentation behind its item's, which only the parser knows to remove. */
  #hasLongCode(): boolean {
    const { source } = this.session;
    if (!source.includes('`')) return false;
    return this.#texts.some(({ start, end }) => {
      const text = source.slice(start, end);
      return text.includes('`') && /[\n\r]/.test(text);
    });
  }

  /** Takes one line: is it part of the list, behind it, or of a kind this reader does not know? */
  #line(indent: number, at: number, end: number, blank: boolean): 'part' | 'behind' | 'no' {
    const { source } = this.session;
    const open = this.#open;
    let depth = open.length;
    while (depth > 0 && open[depth - 1]!.width > indent) depth--;
    const inner = indent - (depth > 0 ? open[depth - 1]!.width : 0);
    if (inner >= 4) {
      if (blank) return 'no';
      return this.#continue(end);
    }
    if (isThematicBreak(source, at, end)) return depth === 0 ? 'behind' : 'no';
    const marker = listMarkerAt(source, at, end);
    if (marker) {
      if (marker.gap === 0 || marker.gap > 4 || source.charCodeAt(at + marker.width) === 9) return 'no';
      if (source.slice(at + marker.width, at + marker.width + marker.gap).includes('\t')) return 'no';
      const sibling = depth < open.length && open[depth]!.type === marker.type;
      if (!sibling && !marker.first && !blank) return 'no';
      return this.#item(depth, indent, at, end, marker.type, marker.width, marker.gap, sibling);
    }
    if (blank && depth === 0) return 'behind';
    if (isOtherBlock(source, at, end)) return depth === 0 && endsList(source, at, end) ? 'behind' : 'no';
    if (!blank) return this.#continue(end);
    open.length = depth;
    this.#texts.push({ start: at, end, level: depth, group: open[depth - 1]!.group, item: -1, markerEnd: -1 });
    return 'part';
  }

  #continue(end: number): 'part' {
    this.#texts[this.#texts.length - 1]!.end = end;
    return 'part';
  }

  #item(
    depth: number,
    indent: number,
    at: number,
    end: number,
    type: number,
    width: number,
    gap: number,
    sibling: boolean,
  ): 'part' | 'no' {
    const text = at + width + gap;
    if (isOtherBlock(this.session.source, text, end) || listMarkerAt(this.session.source, text, end)) return 'no';
    if (isThematicBreak(this.session.source, text, end)) return 'no';
    const group = sibling ? this.#open[depth]!.group : ++this.#groups;
    this.#open.length = depth;
    this.#open.push({ width: indent + width + gap, type, group });
    this.#texts.push({ start: text, end, level: depth + 1, group, item: at, markerEnd: at + width });
    return 'part';
  }

  write(inline: FastInline): void {
    const { session } = this;
    const { out, source } = session;
    session.flush();
    const groups = new Map<number, number>();
    for (const text of this.#texts) {
      let group = groups.get(text.group);
      if (group === undefined) groups.set(text.group, (group = out.newGroup()));
      const place = { kind: 'item' as const, level: text.level, group };
      if (inline.read(source, text.start, text.end)) inline.write(out, session.html);
      else session.parseParagraph(text.start, text.end, place);
      const first = text.item >= 0;
      out.close({
        ...place,
        marker: first ? source.slice(text.item, text.markerEnd) : undefined,
        source: { start: first ? text.item : text.start, end: text.end },
      });
    }
  }
}

/** True when a line's first characters may begin a block other than a paragraph. */
export function isOtherBlock(source: string, at: number, end: number): boolean {
  const code = source.charCodeAt(at);
  switch (code) {
    case 35:
      return atxLevel(source, at, end) > 0;
    case 62:
    case 124:
    case 58:
    case 61:
      return true;
    case 96:
    case 126:
      return fenceLength(source, at, end) > 0;
    case 60:
      return mayBeHtml(source, at, end);
    case 45:
      return /^[-|: \t]*$/.test(source.slice(at, end));
    case 91:
      return source.charCodeAt(at + 1) === 94 || source.slice(at, end).includes(']:');
    default:
      return false;
  }
}

/** True unless a line that begins with `<` can only be text or an autolink. */
export function mayBeHtml(source: string, at: number, end: number): boolean {
  if (rawHtmlEnd(source, at, end) !== undefined) return true;
  const rest = source.slice(at + 1, Math.min(end, at + 12));
  return /^[A-Za-z/!?]/.test(rest) && !/^(?:https?:|mailto:)/.test(rest);
}

/** Blocks that end a list also without a blank line in front of them. */
function endsList(source: string, at: number, end: number): boolean {
  const code = source.charCodeAt(at);
  return code === 35 || code === 62 || code === 96 || code === 126 || skipBlanks(source, at, end) === end;
}
