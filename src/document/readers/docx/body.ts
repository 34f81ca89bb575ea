import { BOLD_HEADING, mayBeHeading } from '../bold-heading.ts';
import type { LineWriter } from '../lines.ts';
import { markerOf } from '../text/markers.ts';
import { Fields } from './fields.ts';
import { Numerals } from './numerals.ts';
import { newParagraph, takeProperty, tidied, type Paragraph } from './paragraph.ts';
import type { NumberFormat, Style } from './parts.ts';
import { readXml, type XmlHandler } from './xml.ts';

export interface BodyParts {
  styles: Map<string, Style>;
  numbering: Map<string, Map<number, NumberFormat>>;
  links: Map<string, string>;
  notes: string[];
}

interface Table {
  cells: string[];
  rows: number;
  group: number;
  header: boolean;
  /** The first row, all bold, is a header even where Word was not told. */
  bold: boolean;
}

/** Reads `word/document.xml` into blocks. */
export function readBody(xml: string, writer: LineWriter, parts: BodyParts): void {
  readXml(xml, new BodyReader(writer, parts, bookmarksIn(xml)));
  for (const note of parts.notes) writer.block(note, { kind: 'paragraph', level: 0 });
}

function bookmarksIn(xml: string): Set<string> {
  const names = new Set(['_top']);
  for (const [, name] of xml.matchAll(/<w:bookmarkStart\b[^<>]{0,200}?\bw:name="([^"]{1,200})"/g)) names.add(name!);
  return names;
}

const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';

class BodyReader implements XmlHandler {
  readonly #numerals: Numerals;
  readonly #fields = new Fields();
  readonly #tables: Table[] = [];
  #list = { id: '', group: 0 };
  /** The paragraph being read behind those whose text boxes it stands in. */
  #paragraphs: Paragraph[] = [];
  /** Paragraphs of text boxes, until the paragraph that holds the box has ended. */
  #boxed: Paragraph[] = [];
  #cell: string[] | undefined;
  #skipped = 0;
  #word = false;
  #instruction = false;
  #bold = false;
  #properties = false;
  /** Of each content control that is open, whether it holds a table of contents. */
  #controls: boolean[] = [];
  #link: { start: number; url: string } | undefined;

  constructor(
    readonly writer: LineWriter,
    readonly parts: BodyParts,
    readonly bookmarks: ReadonlySet<string>,
  ) {
    this.#numerals = new Numerals(parts.numbering);
  }

  open(name: string, a: Record<string, string>): void {
    const table = this.#tables.length === 1 ? this.#tables[0] : undefined;
    if (name === 'del' || name === 'moveFrom' || name === 'Fallback') this.#skipped++;
    else if (name === 'sdt') this.#controls.push(false);
    else if (name === 'docPartGallery' && a.val === 'Table of Contents')
      this.#controls[this.#controls.length - 1] = true;
    else if (name === 'tbl')
      this.#tables.push({ cells: [], rows: 0, group: this.writer.nextGroup(), header: false, bold: true });
    else if (name === 'tr' && table) Object.assign(table, { cells: [], header: false, bold: true });
    else if (name === 'tblHeader' && table) table.header = isOn(a.val);
    else if (name === 'tc' && table) this.#cell = [];
    else if (name === 'gridSpan' && table && this.#cell)
      for (let n = Math.min(50, Number(a.val) || 1); n > 1; n--) table.cells.push('');
    else if (name === 'p') this.#paragraphs.push(newParagraph());
    else this.#inParagraph(name, a);
  }

  #inParagraph(name: string, a: Record<string, string>): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || takeProperty(paragraph, name, a.val)) return;
    if (name === 'r') this.#bold = false;
    else if (name === 'rPr') this.#properties = true;
    else if (name === 'b' && this.#properties) this.#bold = isOn(a.val);
    else if (name === 't') this.#word = true;
    else if (name === 'instrText') this.#instruction = true;
    else if (name === 'fldChar') this.#fields.mark(a.fldCharType, paragraph);
    else if (name === 'tab' && !this.#properties) paragraph.text += ' ';
    else if (name === 'br' || name === 'cr') paragraph.text += ' ';
    else if (name === 'noBreakHyphen') paragraph.text += '-';
    else if (name === 'hyperlink') {
      const url = this.parts.links.get(a.id ?? '') ?? `#${a.anchor ?? ''}`;
      this.#link = { start: paragraph.text.length, url };
    }
  }

  close(name: string): void {
    const table = this.#tables.length === 1 ? this.#tables[0] : undefined;
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'del' || name === 'moveFrom' || name === 'Fallback') this.#skipped--;
    else if (name === 't') this.#word = false;
    else if (name === 'instrText') this.#instruction = false;
    else if (name === 'rPr') this.#properties = false;
    else if (name === 'sdt') this.#controls.pop();
    else if (name === 'hyperlink' && this.#link && paragraph) {
      paragraph.links.push({ text: { start: this.#link.start, end: paragraph.text.length }, url: this.#link.url });
      this.#link = undefined;
    } else if (name === 'p' && paragraph) {
      this.#paragraphs.pop();
      this.#endParagraph(paragraph);
    } else if (name === 'tc' && table) {
      table.cells.push((this.#cell ?? []).join(' '));
      this.#cell = undefined;
    } else if (name === 'tr' && table) {
      const header = table.cells.length > 1 && (table.header || (table.rows === 0 && table.bold));
      this.writer.row(table.cells, table.group, header);
      table.rows++;
    } else if (name === 'tbl') {
      this.#tables.pop();
      this.#list.id = '';
    }
  }

  text(value: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#skipped > 0) return;
    if (this.#instruction) this.#fields.instruct(value);
    if (!this.#word) return;
    paragraph.text += value;
    if (this.#bold) paragraph.bold += value.trim().length;
    else paragraph.plain += value.trim().length;
  }

  #endParagraph(paragraph: Paragraph): void {
    if (this.#skipped > 0 || this.#controls.includes(true) || this.#fields.inContents) return;
    if (this.parts.styles.get(paragraph.style ?? '')?.contents) return;
    if (this.#paragraphs.length > 0) {
      this.#boxed.push(paragraph);
      return;
    }
    this.#write(paragraph);
    for (const boxed of this.#boxed.splice(0)) this.#write(boxed);
  }

  #write(paragraph: Paragraph): void {
    const tidy = tidied(paragraph);
    const { text } = tidy;
    const links = tidy.links.filter(({ url }) => !this.bookmarks.has(url.slice(1)) || !url.startsWith('#'));
    const style = this.parts.styles.get(paragraph.style ?? '');
    const list = paragraph.list ?? style?.list;
    if (this.#cell) {
      if (text) this.#cell.push(text);
      if (paragraph.plain > 0) this.#tables.at(-1)!.bold = false;
      return;
    }
    if (!text) return;
    const numbered = list !== undefined && list.id !== '0';
    const marker = numbered ? this.#numerals.next(list.id, list.level) : undefined;
    const heading = paragraph.outline ?? style?.heading;
    if (heading !== undefined) this.#heading(text, heading, marker, links);
    else if (numbered) {
      if (this.#list.id !== list.id) this.#list = { id: list.id, group: this.writer.nextGroup() };
      this.writer.block(text, { kind: 'item', level: list.level + 1, group: this.#list.group, marker }, links);
    } else this.#plain(text, paragraph, links);
  }

  #heading(text: string, level: number, marker: string | undefined, links: Paragraph['links']): void {
    const number = marker && /\d|[a-z]/i.test(marker) ? marker : undefined;
    const shift = number ? number.length + 1 : 0;
    const moved = links.map((l) => ({ ...l, text: { start: l.text.start + shift, end: l.text.end + shift } }));
    this.writer.block(
      number ? `${number} ${text}` : text,
      { kind: 'heading', level: Math.max(1, level), marker: number },
      moved,
    );
    this.#list.id = '';
  }

  /** A paragraph without a style that says more: a title in bold, an item with a bullet typed in front, or prose. */
  #plain(text: string, { plain, bold }: Paragraph, links: Paragraph['links']): void {
    const bullet = markerOf(text);
    if (plain === 0 && bold > 2 && mayBeHeading(text))
      this.writer.block(text, { kind: 'heading', level: BOLD_HEADING }, links);
    else if (bullet?.kind === 'bullet') {
      if (this.#list.id !== TYPED) this.#list = { id: TYPED, group: this.writer.nextGroup() };
      const role = { kind: 'item' as const, level: 1, group: this.#list.group, marker: bullet.written };
      this.writer.block(text, role, links, bullet.length);
      return;
    } else this.writer.block(text, { kind: 'paragraph', level: 0 }, links);
    this.#list.id = '';
  }
}

/** In place of the id of a list: bullets that were typed. */
const TYPED = 'typed';
