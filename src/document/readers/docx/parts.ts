import { readXml } from './xml.ts';

export interface Style {
  /** 1–6 for a heading, 0 for the title, undefined for all else. */
  heading?: number;
  list?: { id: string; level: number };
  /** A line of a table of contents, or its title. */
  contents?: boolean;
}

/** Names of heading styles in the languages Word is used in; ids are often English, names are as Word shows them. */
const HEADING =
  /^(?:heading|başlık|überschrift|virsraksts|titre|título|titolo|nagłówek|kop|rubrik|antraštė|pealkiri|overskrift|otsikko|nadpis|címsor|заголовок|titlu|cabeçalho|naslov)\s*([1-9])$/iu;
const TITLE = /^(?:title|konu başlığı|titel|nosaukums|titre|título|titolo|tytuł|pavadinimas)$/iu;

const CONTENTS = /^(?:toc(?: heading|\s*\d)?|contents(?: heading|\s*\d))$/i;

export function readStyles(xml: string): Map<string, Style> {
  const raw = new Map<string, Style & { base?: string }>();
  let id = '';
  let style: (Style & { base?: string }) | undefined;
  readXml(xml, {
    open(name, a) {
      if (name === 'style') {
        id = a.styleId ?? '';
        style = {};
      } else if (!style) return;
      else if (name === 'name') {
        style.heading ??= headingOf(a.val ?? '');
        style.contents = CONTENTS.test((a.val ?? '').trim());
      } else if (name === 'basedOn') style.base = a.val;
      else if (name === 'outlineLvl') style.heading ??= outlineLevel(a.val);
      else if (name === 'numId') style.list = { id: a.val ?? '', level: style.list?.level ?? 0 };
      else if (name === 'ilvl') style.list = { id: style.list?.id ?? '', level: Number(a.val) };
    },
    close(name) {
      if (name !== 'style' || !style) return;
      raw.set(id, style);
      style = undefined;
    },
  });
  const styles = new Map<string, Style>();
  for (const [key, own] of raw) {
    const { contents } = own;
    let { heading, list, base } = own;
    for (let hops = 0; base && hops < 10; hops++) {
      const parent = raw.get(base);
      heading ??= parent?.heading;
      list ??= parent?.list;
      base = parent?.base;
    }
    styles.set(key, { heading, list, contents });
  }
  return styles;
}

function headingOf(name: string): number | undefined {
  const level = HEADING.exec(name.trim())?.[1];
  if (level) return Math.min(6, Number(level));
  return TITLE.test(name.trim()) ? 0 : undefined;
}

/** Word counts from 0; 9 is body text. */
export function outlineLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return value !== undefined && level >= 0 && level < 9 ? Math.min(6, level + 1) : undefined;
}

export interface NumberFormat {
  format: string;
  text: string;
  start: number;
}

/** numId → level → format. */
export function readNumbering(xml: string): Map<string, Map<number, NumberFormat>> {
  const abstract = new Map<string, Map<number, NumberFormat>>();
  const numbers = new Map<string, Map<number, NumberFormat>>();
  let levels: Map<number, NumberFormat> | undefined;
  let level: NumberFormat | undefined;
  let number = '';
  readXml(xml, {
    open(name, a) {
      if (name === 'abstractNum') abstract.set(a.abstractNumId ?? '', (levels = new Map()));
      else if (name === 'lvl' && levels)
        levels.set(Number(a.ilvl), (level = { format: 'decimal', text: '%1.', start: 1 }));
      else if (name === 'numFmt' && level) level.format = a.val ?? 'decimal';
      else if (name === 'lvlText' && level) level.text = a.val ?? '';
      else if (name === 'start' && level) level.start = Number(a.val) || 1;
      else if (name === 'num') number = a.numId ?? '';
      else if (name === 'abstractNumId') numbers.set(number, abstract.get(a.val ?? '') ?? new Map());
    },
    close(name) {
      if (name === 'abstractNum') levels = undefined;
      if (name === 'lvl') level = undefined;
    },
  });
  return numbers;
}

export function readRelations(xml: string): Map<string, string> {
  const links = new Map<string, string>();
  readXml(xml, {
    open(name, a) {
      if (name === 'Relationship' && a.TargetMode === 'External') links.set(a.Id ?? '', a.Target ?? '');
    },
  });
  return links;
}

/** Texts of foot- and endnotes, without the separators Word keeps among them. */
export function readNotes(xml: string): string[] {
  const notes: string[] = [];
  let text: string | undefined;
  let word = false;
  readXml(xml, {
    open(name, a) {
      if (name === 'footnote' || name === 'endnote') text = a.type && a.type !== 'normal' ? undefined : '';
      else if (name === 't') word = true;
      else if (name === 'p' && text) text += ' ';
    },
    close(name) {
      if (name === 't') word = false;
      if ((name === 'footnote' || name === 'endnote') && text !== undefined) {
        if (text.trim()) notes.push(text.replace(/\s+/g, ' ').trim());
        text = undefined;
      }
    },
    text(value) {
      if (word && text !== undefined) text += value;
    },
  });
  return notes;
}

export function readProperties(xml: string): { title?: string; language?: string } {
  let name = '';
  const found: Record<string, string> = {};
  readXml(xml, {
    open(tag) {
      name = tag;
    },
    close() {
      name = '';
    },
    text(value) {
      if (name) found[name] = (found[name] ?? '') + value;
    },
  });
  return { title: found.title?.trim() || undefined, language: found.language?.trim() || undefined };
}
