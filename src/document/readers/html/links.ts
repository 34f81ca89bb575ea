import type { Element } from 'hast';
import { attribute } from './tags.ts';

/** The number of a note, or the arrow from a note back to the text: links within the page. */
export function isNoteMark(words: string, href: string, raised: boolean): boolean {
  if (!href.startsWith('#') || words.length > 6) return false;
  if (/^(?:\[(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡])\]|[↩↑⤴⏎^]\ufe0e?)$/u.test(words)) return true;
  return raised && /^(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡]{1,3})$/u.test(words);
}

/** The sign beside a heading that links to it. */
export function isAnchorMark(element: Element, words: string): boolean {
  return /^[#¶§🔗]?$/u.test(words) && /\banchor\b|headerlink|permalink/i.test(attribute(element, 'className'));
}
