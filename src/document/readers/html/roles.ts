import type { Element, Nodes } from 'hast';
import { attribute, walk } from './tags.ts';

/** What an element without a meaning of its own stands for by its role. */
const TAGS: Readonly<Record<string, string>> = {
  list: 'ul',
  listitem: 'li',
  table: 'table',
  grid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  columnheader: 'th',
  rowheader: 'th',
  cell: 'td',
  gridcell: 'td',
  term: 'dt',
  definition: 'dd',
};
const PLAIN = new Set(['div', 'span', 'section', 'a', 'p']);

/** Elements given the tag of the role they are in (`<div role="list">`), in place: the rest of the reader knows tags only. */
export function withRoles<T extends Nodes>(root: T): T {
  if (root.type === 'element' && PLAIN.has(root.tagName)) root.tagName = tagOf(root);
  if ('children' in root) for (const child of root.children) withRoles(child);
  return root;
}

function tagOf(element: Element): string {
  const role = attribute(element, 'role');
  if (role === '') return element.tagName;
  if (role === 'button' || role === 'tab') return isToggle(element) ? 'button' : element.tagName;
  return TAGS[role] ?? element.tagName;
}

/** Whether a button opens and closes a part of the page. */
export function isToggle(element: Element): boolean {
  return attribute(element, 'ariaExpanded') !== '' || attribute(element, 'ariaControls') !== '';
}

/** Ids of the parts of a page that buttons open. */
export function panelsOf(root: Nodes): Set<string> {
  const ids = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'element' && node.tagName === 'button') ids.add(attribute(node, 'ariaControls'));
  });
  ids.delete('');
  return ids;
}
