import type { BlockKind } from '../../types.ts';
import { BOLD_HEADING } from '../bold-heading.ts';
import type { Output } from './output.ts';
import { referenceAt } from './references.ts';

const HREF = /\bhref[ \t\n\r]{0,9}=[ \t\n\r]{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const SILENT = new Set(['script', 'style', 'template', 'svg', 'noscript', 'iframe', 'textarea', 'select', 'title']);
const BREAKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption ' +
    'h1 h2 h3 h4 h5 h6'
  ).split(' '),
);

interface Place {
  kind: BlockKind;
  level: number;
}

/** Reads the HTML at `[start, end)` of a Markdown file: tags are dropped, their text is kept, block by block. */
export function readHtml(out: Output, start: number, end: number, place: Place): void {
  new HtmlReader(out, end, place).read(start);
}

/** What raw HTML inside a paragraph is: nothing, a line break, a comment, the begin or end of a link. */
export class InlineHtml {
  #open: { start: number; from: number; url: string; block: number } | undefined;

  constructor(readonly out: Output) {}

  /** One tag or comment at `[start, end)` of the source. */
  tag(start: number, end: number): void {
    if (readComment(this.out, start, end) !== undefined) return;
    const tag = tagAt(this.out.source, start, end);
    if (!tag) return;
    if (tag.name === 'br' || BREAKS.has(tag.name)) this.out.lineBreak(start, end);
    else if (tag.name === 'a') this.#anchor(tag.closes, tag.attributes, start, end);
  }

  #anchor(closes: boolean, attributes: string, start: number, end: number): void {
    const open = this.#open;
    this.#open = undefined;
    if (closes) {
      if (open?.block === this.out.closed) this.out.link({ start: open.start, end }, open.from, open.url);
      return;
    }
    const url = hrefOf(attributes);
    if (url !== undefined) this.#open = { start, from: this.out.length, url, block: this.out.closed };
  }
}

interface Tag {
  name: string;
  closes: boolean;
  attributes: string;
  end: number;
}

/** Longer tags are not looked for: a run of `<a "` must not make every one of them read the rest of the file. */
const MAX_TAG = 5000;

/** The tag that begins at a `<`; a `>` in a quoted value does not end it. */
function tagAt(source: string, start: number, limit: number): Tag | undefined {
  const closes = source.charCodeAt(start + 1) === 47;
  const nameStart = start + (closes ? 2 : 1);
  let at = nameStart;
  while (isNameCharacter(source.charCodeAt(at), at > nameStart)) at++;
  if (at === nameStart) return undefined;
  const nameEnd = at;
  const stop = Math.min(limit, start + MAX_TAG);
  let quote = 0;
  for (; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 60) return undefined;
    else if (code === 62) {
      const name = source.slice(nameStart, nameEnd).toLowerCase();
      return { name, closes, attributes: source.slice(nameEnd, at), end: at + 1 };
    }
  }
  return undefined;
}

function isNameCharacter(code: number, later: boolean): boolean {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return letter || (later && ((code >= 48 && code <= 57) || code === 45));
}

function hrefOf(attributes: string): string | undefined {
  const match = HREF.exec(attributes);
  const url = match?.[1] ?? match?.[2] ?? match?.[3];
  return url?.replaceAll('&amp;', '&');
}

/** End of the comment (or declaration, or instruction) at `start`, noted if it is a comment; undefined if there is none. */
function readComment(out: Output, start: number, limit: number): number | undefined {
  const { source } = out;
  const second = source.charCodeAt(start + 1);
  if (source.startsWith('<!--', start)) {
    const close = source.indexOf('-->', start + 4);
    const end = close < 0 || close + 3 > limit ? limit : close + 3;
    const value = source.slice(start + 4, close < 0 || close + 3 > limit ? limit : close);
    out.comment({ start, end }, value.trim());
    return end;
  }
  if (second !== 33 && second !== 63) return undefined;
  const close = source.indexOf('>', start);
  return close < 0 || close >= limit ? limit : close + 1;
}

class HtmlReader {
  readonly source: string;
  #blockStart: number;
  #heading = 0;
  #lists = 0;
  #item = 0;
  #group: number | undefined;
  #table: number | undefined;
  #row: { start: number; header: boolean; cell: number } | undefined;
  #quote = false;
  #pre = false;
  #link: { start: number; from: number; url: string } | undefined;

  constructor(
    readonly out: Output,
    readonly end: number,
    readonly place: Place,
  ) {
    this.source = out.source;
    this.#blockStart = 0;
  }

  read(start: number): void {
    const { source, end } = this;
    let at = start;
    this.#blockStart = start;
    while (at < end) {
      const open = source.indexOf('<', at);
      const textEnd = open < 0 || open > end ? end : open;
      this.#text(at, textEnd);
      if (textEnd >= end) break;
      at = this.#markup(textEnd);
    }
    this.#endRow(end);
    this.#endBlock(end);
  }

  /** Reads the markup at a `<` and returns where it ends. */
  #markup(at: number): number {
    const { source, end } = this;
    const comment = readComment(this.out, at, end);
    if (comment !== undefined) return comment;
    const tag = tagAt(source, at, end);
    if (!tag) {
      this.out.text('<', at, at + 1);
      return at + 1;
    }
    if (SILENT.has(tag.name) && !tag.closes) return this.#skip(tag.name, tag.end);
    this.#tag(tag.name, tag.closes, tag.attributes, at, tag.end);
    return tag.end;
  }

  #skip(name: string, from: number): number {
    const close = new RegExp(`</${name}[^>]{0,200}>`, 'gi');
    close.lastIndex = from;
    return close.exec(this.source.slice(0, this.end)) ? close.lastIndex : this.end;
  }

  #tag(name: string, closes: boolean, attributes: string, start: number, end: number): void {
    if (name === 'br') this.out.lineBreak(start, end);
    else if (name === 'a') this.#anchor(closes, attributes, start, end);
    if (!BREAKS.has(name)) return;
    if (name === 'td' || name === 'th') return this.#cell(name, closes, start);
    if (name === 'tr') return closes ? this.#endRow(end) : this.#startRow(start);
    if (this.#row) {
      if (name === 'table' || name === 'tbody' || name === 'thead') this.#endRow(start);
      else {
        if (!this.out.endsBlank) this.out.text(' ', start, start);
        return;
      }
    }
    this.#endBlock(closes ? end : start);
    this.#blockStart = closes ? end : start;
    this.#enter(name, closes);
  }

  #enter(name: string, closes: boolean): void {
    if (/^h[1-6]$/.test(name)) this.#heading = closes ? 0 : Number(name[1]);
    else if (name === 'summary' || name === 'caption') this.#heading = closes ? 0 : BOLD_HEADING;
    else if (name === 'ul' || name === 'ol' || name === 'menu') {
      this.#lists = Math.max(0, this.#lists + (closes ? -1 : 1));
      this.#item = closes ? this.#lists : this.#item;
      if (!closes) this.#group = this.out.newGroup();
    } else if (name === 'li') {
      this.#group ??= this.out.newGroup();
      this.#item = closes ? 0 : Math.max(1, this.#lists);
    } else if (name === 'blockquote') this.#quote = !closes;
    else if (name === 'pre') this.#pre = !closes;
    else if (name === 'table') this.#table = closes ? undefined : this.out.newGroup();
  }

  #startRow(start: number): void {
    this.#endRow(start);
    this.#endBlock(start);
    this.#table ??= this.out.newGroup();
    this.#row = { start, header: true, cell: 0 };
  }

  #cell(name: string, closes: boolean, start: number): void {
    if (!this.#row) {
      this.#endBlock(start);
      this.#table ??= this.out.newGroup();
      this.#row = { start, header: true, cell: -1 };
    }
    const row = this.#row;
    if (row.cell >= 0 && (closes || this.out.length > row.cell)) this.out.cell(row.cell);
    row.cell = -1;
    if (closes) return;
    if (this.out.length > 0) this.out.text('\t', start, start);
    if (name === 'td') row.header = false;
    row.cell = this.out.length;
  }

  #endRow(end: number): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row) return;
    if (row.cell >= 0 && this.out.length > row.cell) this.out.cell(row.cell);
    if (this.out.length > 0)
      this.out.close({
        kind: 'row',
        level: 0,
        source: { start: row.start, end },
        header: row.header,
        group: this.#table,
      });
    this.#blockStart = end;
  }

  #endBlock(end: number): void {
    if (this.out.length === 0) return;
    const source = { start: this.#blockStart, end };
    this.#blockStart = end;
    if (this.#heading) this.out.close({ kind: 'heading', level: this.#heading, source });
    else if (this.#pre) this.out.close({ kind: 'code', level: 0, source });
    else if (this.#item)
      this.out.close({ kind: 'item', level: this.#item + this.place.level, source, group: this.#group });
    else this.out.close({ ...this.place, kind: this.#quote ? 'quote' : this.place.kind, source });
  }

  #anchor(closes: boolean, attributes: string, start: number, end: number): void {
    const open = this.#link;
    this.#link = undefined;
    if (closes) {
      if (open && open.from <= this.out.length) this.out.link({ start: open.start, end }, open.from, open.url);
      return;
    }
    const url = hrefOf(attributes);
    if (url !== undefined) this.#link = { start, from: this.out.length, url };
  }

  /** Text between tags: white space collapses as a browser shows it. */
  #text(from: number, to: number): void {
    const { source, out } = this;
    let at = from;
    while (at < to) {
      let stop = at;
      while (stop < to && !isSpace(source.charCodeAt(stop)) && source.charCodeAt(stop) !== 38) stop++;
      if (stop > at) out.text(source.slice(at, stop), at, stop);
      if (stop >= to) break;
      if (source.charCodeAt(stop) === 38) {
        const reference = referenceAt(source, stop);
        const length = reference?.length ?? 1;
        out.text(reference?.text ?? '&', stop, stop + length);
        at = stop + length;
        continue;
      }
      at = stop;
      while (at < to && isSpace(source.charCodeAt(at))) at++;
      if (this.#pre) out.text(source.slice(stop, at), stop, at);
      else if (!out.endsBlank) out.text(' ', stop, at);
    }
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
