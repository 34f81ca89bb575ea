import type { Check, CheckContext } from '../types.ts';
import { chromeFrom } from './page-chrome.ts';
import { textOf } from './support.ts';

/** Something a reader shows no text for, but a person sees: pictures, frames, forms, tables, template output. */
const SHOWN =
  /!\[|<(?:img|iframe|form|input|video|table|svg|object|script|picture|embed|button|select|canvas)\b|\{%|\{\{/i;

/** A heading with nothing under it. A heading followed by a deeper one is not empty; a title above the first text is not. */
export const emptySection: Check = {
  rules: ['draft/empty-section'],
  *run(context) {
    const { document } = context;
    const chrome = chromeFrom(context);
    const firstText = document.blocks.findIndex((block) => block.kind !== 'heading');
    for (const section of document.sections) {
      if (section.heading < firstText || section.heading < 0 || firstText < 0 || section.heading >= chrome) continue;
      const heading = document.blocks[section.heading]!;
      if (section.blocks[1] - section.blocks[0] > 1) continue;
      const next = document.blocks[section.heading + 1];
      const gap = document.source.slice(heading.source.end, next?.source.start ?? document.source.length);
      if (SHOWN.test(gap) || !/\p{L}/u.test(textOf(document, heading)) || isAnchorFor(next, context, heading.index))
        continue;
      yield {
        rule: 'draft/empty-section',
        message: next ? 'default' : 'last',
        args: { title: section.title },
        source: heading.source,
        anchor: section.title,
      };
    }
  },
};

/** The same words twice in a row are one heading printed twice, told by `structure/duplicate-heading`. */
function isAnchorFor(
  next: { kind: string; start: number; end: number } | undefined,
  { document }: CheckContext,
  heading: number,
): boolean {
  if (!next || next.kind !== 'heading') return false;
  return textOf(document, next).trim() === textOf(document, document.blocks[heading]!).trim();
}
