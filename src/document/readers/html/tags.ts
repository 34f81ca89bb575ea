import type { Element, Nodes } from 'hast';
import { letterOf, romanOf } from '../numerals.ts';

/** Elements that hold no prose. */
export const SKIPPED = new Set(
  'head script style noscript template svg math iframe object embed video audio canvas map select input textarea progress meter img picture link meta base datalist'.split(
    ' ',
  ),
);

/** Elements that begin and end a block. */
export const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
}

export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** 1–6 for a heading, by tag or by role; 0 for all else. */
export function headingLevel(element: Element): number {
  const tag = /^h([1-6])$/.exec(element.tagName);
  if (tag) return Number(tag[1]);
  if (attribute(element, 'role') !== 'heading') return 0;
  const level = Number(attribute(element, 'ariaLevel'));
  return level >= 1 && level <= 6 ? level : 2;
}

export function isBold(element: Element): boolean {
  return (
    element.tagName === 'strong' ||
    element.tagName === 'b' ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, 'style'))
  );
}

/** The number of an item as its `<ol type>` shows it. */
export function numberOf(list: Element, number: number): string {
  switch (attribute(list, 'type')) {
    case 'a':
      return letterOf(number);
    case 'A':
      return letterOf(number).toUpperCase();
    case 'i':
      return romanOf(number);
    case 'I':
      return romanOf(number).toUpperCase();
    default:
      return String(number);
  }
}

/** Visits a node and all below it, in document order. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}

/** The text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function find(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node;
  if ('children' in node)
    for (const child of node.children) {
      const found = find(child, test);
      if (found) return found;
    }
  return undefined;
}
