import type { Block, Section } from '../../document/types.ts';
import type { Check, CheckContext } from '../types.ts';
import { numberOf } from './numbering.ts';
import { chromeFrom } from './page-chrome.ts';
import { textOf } from './support.ts';

/** Something a reader shows no text for, but a person sees: pictures, frames, forms, tables, template output. */
const SHOWN =
  /!\[|<(?:img|iframe|form|input|video|table|svg|object|script|picture|embed|button|select|canvas)\b|\{%|\{\{/i;

/** With this share of sections followed by one of the same level, levels in the text do not mean what they should. */
const FLAT_SHARE = 0.12;
const FLAT_COUNT = 4;
/** Even then, so many headings in a row are empty. */
const FLAT_RUN = 3;

interface Empty {
  section: Section;
  heading: Block;
  next: Block | undefined;
  /** Followed by a heading of its own level: empty, or the heading of what follows with the wrong level. */
  unsure: boolean;
}

/** A heading with nothing under it. A heading followed by a deeper one is not empty; a title above the first text is not. */
export const emptySection: Check = {
  rules: ['draft/empty-section'],
  *run(context) {
    const empty = emptySections(context);
    const followed = empty.filter((e) => e.next);
    const flat = followed.length >= FLAT_COUNT && followed.length > context.document.sections.length * FLAT_SHARE;
    for (const { section, heading, next, unsure } of empty) {
      if (flat && next && runLength(empty, heading) < FLAT_RUN) continue;
      yield {
        rule: 'draft/empty-section',
        message: !next ? 'last' : unsure ? 'level' : 'default',
        args: { title: section.title },
        source: heading.source,
        anchor: section.title,
      };
    }
  },
};

function emptySections(context: CheckContext): Empty[] {
  const { document } = context;
  const { blocks } = document;
  const chrome = chromeFrom(context);
  const firstText = blocks.findIndex((block) => block.kind !== 'heading');
  const result: Empty[] = [];
  for (const section of document.sections) {
    if (section.heading < 0 || firstText < 0 || section.heading >= chrome) continue;
    if (section.heading < firstText && !isAboutSomething(context, section)) continue;
    if (section.blocks[1] - section.blocks[0] > 1) continue;
    const heading = blocks[section.heading]!;
    const next = blocks[section.heading + 1];
    const text = textOf(document, heading).trim();
    const gap = document.source.slice(heading.source.end, next?.source.start ?? document.source.length);
    if (SHOWN.test(gap) || !/\p{L}/u.test(text) || isSentence(text)) continue;
    if (next && (textOf(document, next).trim() === text || isNumberedBelow(text, textOf(document, next)))) continue;
    result.push({ section, heading, next, unsure: next?.kind === 'heading' && next.level === heading.level });
  }
  return result;
}

/**
 * Above the first text stand titles; a heading below them about what a policy must say is a section, and the text is
 * the next one's.
 */
function isAboutSomething({ document, evidence }: CheckContext, section: Section): boolean {
  const next = document.blocks[section.heading + 1];
  return (
    section.level > 1 &&
    section.parent >= 0 &&
    next?.kind === 'heading' &&
    next.level === section.level &&
    evidence.ownTopics(section.index).size > 0
  );
}

/** How many empty headings stand together around one of them. */
function runLength(empty: readonly Empty[], heading: Block): number {
  const at = new Set(empty.map((e) => e.heading.index));
  let from = heading.index;
  let to = heading.index;
  while (at.has(from - 1)) from--;
  while (at.has(to + 1)) to++;
  return to - from + 1;
}

/** A bold or enlarged sentence says what it has to say. */
function isSentence(text: string): boolean {
  return /[.!]$/.test(text) && text.split(/\s+/).length >= 6;
}

/** "7. Cookies" in front of "7.1 What are cookies?", or of "a) Session cookies". */
function isNumberedBelow(text: string, next: string): boolean {
  const own = numberOf(text);
  const below = numberOf(next);
  if (own && below) return below.length > own.length && own.every((n, i) => below[i] === n);
  return own !== undefined && /^\s*\(?(?:[a-z]|[ivx]{1,4})[.)]\s/i.test(next);
}
