import type { Span } from '../../types.ts';
import { outlineLevel } from './parts.ts';

/** A `w:p` while it is read. */
export interface Paragraph {
  text: string;
  style?: string;
  outline?: number;
  list?: { id: string; level: number };
  links: { text: Span; url: string }[];
  bold: number;
  plain: number;
}

export function newParagraph(): Paragraph {
  return { text: '', links: [], bold: 0, plain: 0 };
}

/** Takes one of the paragraph's own properties; false for another element. */
export function takeProperty(paragraph: Paragraph, name: string, value: string | undefined): boolean {
  if (name === 'pStyle') paragraph.style = value;
  else if (name === 'outlineLvl') paragraph.outline = outlineLevel(value);
  else if (name === 'ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) || 0 };
  else if (name === 'numId') paragraph.list = { id: value ?? '', level: paragraph.list?.level ?? 0 };
  else return false;
  return true;
}

/** Trimmed, each run of white space one character; links moved along. */
export function tidied(paragraph: Paragraph): { text: string; links: Paragraph['links'] } {
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
