import type { Span } from '../../types.ts';
import type { LineWriter } from '../lines.ts';
import { BOLD_HEADING, mayBeHeading } from '../bold-heading.ts';
import { Numerals } from './numerals.ts';
import { outlineLevel, type NumberFormat, type Style } from './parts.ts';
import { readXml } from './xml.ts';

export interface BodyParts {
  styles: Map<string, Style>;
  numbering: Map<string, Map<number, NumberFormat>>;
  links: Map<string, string>;
  notes: string[];
}

interface Paragraph {
  text: string;
  style?: string;
  outline?: number;
  list?: { id: string; level: number };
  links: { text: Span; url: string }[];
  bold: number;
  plain: number;
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
  const numerals = new Numerals(parts.numbering);
  const tables: Table[] = [];
  let groups = 0;
  let listId = '';
  let listGroup = 0;
  let paragraph: Paragraph | undefined;
  let cell: string[] | undefined;
  let deleted = 0;
  let skipped = 0;
  let word = false;
  let bold = false;
  let properties = false;
  let link: { start: number; url: string } | undefined;

  const end = (done: Paragraph): void => {
    const { text, links } = tidied(done);
    const style = parts.styles.get(done.style ?? '');
    const heading = done.outline ?? style?.heading;
    const list = done.list ?? style?.list;
    if (cell) {
      if (text) cell.push(text);
      const table = tables.at(-1)!;
      if (done.plain > 0) table.bold = false;
      return;
    }
    if (!text) return;
    const marker = list && list.id !== '0' ? numerals.next(list.id, list.level) : undefined;
    if (heading !== undefined) {
      const numbered = marker && /\d|[a-z]/i.test(marker) ? marker : undefined;
      const shift = numbered ? numbered.length + 1 : 0;
      const moved = links.map((l) => ({ ...l, text: { start: l.text.start + shift, end: l.text.end + shift } }));
      writer.block(
        numbered ? `${numbered} ${text}` : text,
        { kind: 'heading', level: Math.max(1, heading), marker: numbered },
        moved,
      );
      listId = '';
    } else if (list && list.id !== '0') {
      if (listId !== list.id) listGroup = ++groups;
      listId = list.id;
      writer.block(text, { kind: 'item', level: list.level + 1, group: listGroup, marker }, links);
    } else {
      const titled = done.plain === 0 && done.bold > 2 && mayBeHeading(text);
      writer.block(text, titled ? { kind: 'heading', level: BOLD_HEADING } : { kind: 'paragraph', level: 0 }, links);
      listId = '';
    }
  };

  readXml(xml, {
    open(name, a) {
      if (name === 'del' || name === 'moveFrom') deleted++;
      else if (name === 'Fallback' || name === 'txbxContent') skipped++;
      else if (name === 'tbl') tables.push({ cells: [], rows: 0, group: ++groups, header: false, bold: true });
      else if (name === 'tr' && tables.length === 1)
        Object.assign(tables[0]!, { cells: [], header: false, bold: true });
      else if (name === 'tblHeader' && tables.length === 1) tables[0]!.header = a.val !== '0' && a.val !== 'false';
      else if (name === 'tc' && tables.length === 1) cell = [];
      else if (name === 'gridSpan' && tables.length === 1 && cell)
        for (let n = Math.min(50, Number(a.val) || 1); n > 1; n--) tables[0]!.cells.push('');
      else if (name === 'p') paragraph = { text: '', links: [], bold: 0, plain: 0 };
      else if (!paragraph) return;
      else if (name === 'pStyle') paragraph.style = a.val;
      else if (name === 'outlineLvl') paragraph.outline = outlineLevel(a.val);
      else if (name === 'ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(a.val) || 0 };
      else if (name === 'numId') paragraph.list = { id: a.val ?? '', level: paragraph.list?.level ?? 0 };
      else if (name === 'r') bold = false;
      else if (name === 'rPr') properties = true;
      else if (name === 'b' && properties) bold = a.val !== '0' && a.val !== 'false';
      else if (name === 't') word = true;
      else if (name === 'tab' && !properties) paragraph.text += ' ';
      else if (name === 'br' || name === 'cr') paragraph.text += ' ';
      else if (name === 'noBreakHyphen') paragraph.text += '-';
      else if (name === 'hyperlink')
        link = { start: paragraph.text.length, url: parts.links.get(a.id ?? '') ?? `#${a.anchor ?? ''}` };
    },
    close(name) {
      if (name === 'del' || name === 'moveFrom') deleted--;
      else if (name === 'Fallback' || name === 'txbxContent') skipped--;
      else if (name === 't') word = false;
      else if (name === 'rPr') properties = false;
      else if (name === 'hyperlink' && link && paragraph) {
        paragraph.links.push({ text: { start: link.start, end: paragraph.text.length }, url: link.url });
        link = undefined;
      } else if (name === 'p' && paragraph) {
        if (skipped === 0) end(paragraph);
        paragraph = undefined;
      } else if (name === 'tc' && tables.length === 1) {
        tables[0]!.cells.push((cell ?? []).join(' '));
        cell = undefined;
      } else if (name === 'tr' && tables.length === 1) {
        const table = tables[0]!;
        const header = table.cells.length > 1 && (table.header || (table.rows === 0 && table.bold));
        writer.row(table.cells, table.group, header);
        table.rows++;
      } else if (name === 'tbl') {
        tables.pop();
        listId = '';
      }
    },
    text(value) {
      if (!word || !paragraph || deleted > 0 || skipped > 0) return;
      paragraph.text += value;
      if (bold) paragraph.bold += value.trim().length;
      else paragraph.plain += value.trim().length;
    },
  });
  for (const note of parts.notes) writer.block(note, { kind: 'paragraph', level: 0 });
}

/** Trimmed, each run of white space one character; links moved along. */
function tidied(paragraph: Paragraph): { text: string; links: Paragraph['links'] } {
  const to: number[] = [];
  let text = '';
  for (const char of paragraph.text.split('')) {
    const space = /[\s]/.test(char) && char !== '\u00a0';
    to.push(text.length);
    if (!space) text += char;
    else if (text !== '' && !text.endsWith(' ')) text += ' ';
  }
  to.push(text.length);
  text = text.trimEnd();
  const at = (offset: number): number => Math.min(text.length, to[offset]!);
  const links = paragraph.links.map((l) => ({ url: l.url, text: { start: at(l.text.start), end: at(l.text.end) } }));
  return { text, links };
}
