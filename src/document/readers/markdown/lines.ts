/** Looks at single lines of Markdown. All offsets are into the source; `end` is where the line's characters end. */

export const SPACE = 32;
export const TAB = 9;

/** The lines of a text: where each begins, and where its characters end. */
export class Lines {
  constructor(
    readonly source: string,
    readonly starts: Int32Array,
    readonly count = starts.length,
  ) {}

  /** The same lines without those from `count` on. */
  upTo(count: number): Lines {
    return new Lines(this.source, this.starts, count);
  }

  start(line: number): number {
    return line < this.starts.length ? this.starts[line]! : this.source.length;
  }

  /** Where the line ends, its line ending not counted. */
  end(line: number): number {
    if (line + 1 >= this.starts.length) return this.source.length;
    const next = this.starts[line + 1]!;
    return this.source.charCodeAt(next - 1) === 10 &&
      this.source.charCodeAt(next - 2) === 13 &&
      next - 2 >= this.starts[line]!
      ? next - 2
      : next - 1;
  }
}

export function skipBlanks(source: string, at: number, end: number): number {
  while (at < end && isBlankCode(source.charCodeAt(at))) at++;
  return at;
}

export function trimBlanks(source: string, from: number, end: number): number {
  while (end > from && isBlankCode(source.charCodeAt(end - 1))) end--;
  return end;
}

function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** `***`, `- - -`, `___` */
export function isThematicBreak(source: string, at: number, end: number): boolean {
  const mark = source.charCodeAt(at);
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === mark) count++;
    else if (!isBlankCode(code)) return false;
  }
  return count >= 3;
}

/** 1 for a line of `=`, 2 for a line of `-`, else 0. */
export function setextLevel(source: string, at: number, end: number): 0 | 1 | 2 {
  const mark = source.charCodeAt(at);
  if (mark !== 61 && mark !== 45) return 0;
  const stop = trimBlanks(source, at, end);
  for (let i = at; i < stop; i++) if (source.charCodeAt(i) !== mark) return 0;
  return mark === 61 ? 1 : 2;
}

/** Depth of an ATX heading, 0 when it is none. */
export function atxLevel(source: string, at: number, end: number): number {
  let depth = 0;
  while (at + depth < end && source.charCodeAt(at + depth) === 35) depth++;
  if (depth === 0 || depth > 6) return 0;
  return at + depth >= end || isBlankCode(source.charCodeAt(at + depth)) ? depth : 0;
}

/** Length of the run of marks that opens a code fence, 0 when the line opens none. */
export function fenceLength(source: string, at: number, end: number): number {
  const mark = source.charCodeAt(at);
  if (mark !== 96 && mark !== 126) return 0;
  let length = 1;
  while (at + length < end && source.charCodeAt(at + length) === mark) length++;
  if (length < 3) return 0;
  return mark === 96 && source.slice(at + length, end).includes('`') ? 0 : length;
}

export function closesFence(source: string, at: number, end: number, mark: number, length: number): boolean {
  let own = 0;
  while (at + own < end && source.charCodeAt(at + own) === mark) own++;
  return own >= length && skipBlanks(source, at + own, end) === end;
}

export interface ListMarker {
  /** The bullet, or the character behind the number: items of one list share it. */
  type: number;
  /** Characters of the marker. */
  width: number;
  ordered: boolean;
  /** The number is 1, or it is a bullet: only such a marker may interrupt a paragraph. */
  first: boolean;
  /** Blanks behind the marker; 0 at the end of the line. */
  gap: number;
}

/** The list marker at an offset, if the line begins with one there. */
export function listMarkerAt(source: string, at: number, end: number): ListMarker | undefined {
  const code = source.charCodeAt(at);
  let behind = at + 1;
  let ordered = false;
  let first = true;
  if (code >= 48 && code <= 57) {
    while (behind < end && behind - at < 9 && isDigit(source.charCodeAt(behind))) behind++;
    const delimiter = source.charCodeAt(behind);
    if (behind >= end || (delimiter !== 46 && delimiter !== 41)) return undefined;
    ordered = true;
    first = behind === at + 1 && code === 49;
    behind++;
  } else if (code !== 42 && code !== 43 && code !== 45) return undefined;
  if (behind < end && !isBlankCode(source.charCodeAt(behind))) return undefined;
  const text = skipBlanks(source, behind, end);
  const type = source.charCodeAt(behind - 1);
  return { type, width: behind - at, ordered, first, gap: text === end ? 0 : text - behind };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const RAW = /<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(![A-Za-z])|(!\[CDATA\[))/iy;
const RAW_END: (RegExp | string)[] = [/<\/(?:script|pre|style|textarea)>/i, '-->', '?>', '>', ']]>'];

/** What ends the raw HTML that begins at an offset and may hold blank lines; undefined when it is not of that kind. */
export function rawHtmlEnd(source: string, at: number, end: number): RegExp | string | undefined {
  if (source.charCodeAt(at) !== 60) return undefined;
  RAW.lastIndex = at;
  const match = RAW.exec(source);
  if (!match || RAW.lastIndex > end) return undefined;
  return RAW_END[match.slice(1).findIndex((group) => group !== undefined)];
}

/** True when a line might be the delimiter row of a table. */
export function looksLikeDelimiterRow(source: string, at: number, end: number): boolean {
  let dash = false;
  let mark = false;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === 45) dash = true;
    else if (code === 124 || code === 58) mark = true;
    else if (!isBlankCode(code)) return false;
  }
  return dash && mark;
}
