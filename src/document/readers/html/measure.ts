import type { Element, Nodes } from 'hast';
import { attribute, find, headingLevel, isElement, SKIPPED } from './tags.ts';

/** What stands below a node. */
export interface Measure {
  /** Characters of text that are not white space, without what holds no prose. */
  length: number;
  /** Those of them that are words of links and buttons. */
  linked: number;
  /** Those of them in headings. */
  headed: number;
  /** Stretches of text outside links in which a sentence ends. */
  ended: number;
  /** Links with words. */
  links: number;
  /** Links with words that do not lead to another page of the same site. */
  outward: number;
}

export type Measures = Map<Nodes, Measure>;

/** Characters of a stretch of text in which the end of a sentence is looked for. */
const LOOKED_AT = 1000;
const ENDED = /\p{L}[\p{L}\p{N})"”]{2}[.!?;:](?:\s|$)/u;

/** Measures a tree; noted for each node that has children. `host` is the name of the page's own site, where known. */
export function measure(root: Nodes, measures: Measures, host = '', linked = false, headed = false): Measure {
  const result: Measure = { length: 0, linked: 0, headed: 0, ended: 0, links: 0, outward: 0 };
  if (root.type === 'text') {
    result.length = root.value.replace(/\s+/g, '').length;
    if (linked) result.linked = result.length;
    else if (headed) result.headed = result.length;
    else if (ENDED.test(root.value.slice(0, LOOKED_AT))) result.ended = 1;
    return result;
  }
  if ('children' in root && !(root.type === 'element' && SKIPPED.has(root.tagName))) {
    const link = linked || isElement(root, 'a', 'button');
    const heading = headed || (root.type === 'element' && headingLevel(root) > 0);
    for (const child of root.children) add(result, measure(child, measures, host, link, heading));
    if (isElement(root, 'a') && result.length > 0) {
      result.links++;
      if (isOutward(attribute(root, 'href'), host)) result.outward++;
    }
  }
  measures.set(root, result);
  return result;
}

function add(to: Measure, other: Measure): void {
  to.length += other.length;
  to.linked += other.linked;
  to.headed += other.headed;
  to.ended += other.ended;
  to.links += other.links;
  to.outward += other.outward;
}

/** Not to a path of this site: another site, an address, a place on this page. */
function isOutward(href: string, host: string): boolean {
  const absolute = /^(?:https?:)?\/\/([^/?#]+)/i.exec(href);
  if (absolute) return absolute[1]!.toLowerCase() !== host;
  return !/^(?:\/|\.{1,2}\/|[^:/?#]+(?:[/?#]|$))/.test(href);
}

/** The site that a page says it belongs to; empty where it does not. */
export function hostOf(root: Nodes): string {
  const canonical = find(root, (e) => e.tagName === 'link' && attribute(e, 'rel').toLowerCase() === 'canonical');
  return /^https?:\/\/([^/?#]+)/i.exec(canonical ? attribute(canonical, 'href') : '')?.[1]?.toLowerCase() ?? '';
}

/** Whether the text is its own rather than the words of links. */
export function isWritten(measured: Measure): boolean {
  return measured.linked === 0 ? measured.length > 0 : measured.length > measured.linked * 2 && measured.ended > 0;
}

const LISTS = new Set(['div', 'section', 'ul', 'ol', 'table', 'tr', 'td']);
const FEWEST_LINKS = 3;

/** Whether an element is a list of other pages of the site, with at most a title: a menu, "related posts". */
export function isLinkList(element: Element, { length, linked, headed, ended, links, outward }: Measure): boolean {
  if (!LISTS.has(element.tagName) || links < FEWEST_LINKS || outward > 0 || ended > 0) return false;
  return linked >= (length - headed) * 0.9;
}
