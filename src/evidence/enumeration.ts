import type { Document, Sentence } from '../document/types.ts';
import { MAX_LEAD } from './context.ts';

/** An item of a list written inside a sentence: its tokens `[first, last)`, and those of what introduces it. */
export interface InlineItem {
  range: readonly [first: number, last: number];
  context: number[];
}

/** Fewer items than this are read with the sentence as a whole. */
const MIN_ITEMS = 2;
/** More are looked at no further: a list this long is a table that lost its cells. */
const MAX_ITEMS = 40;

/** What "(a)", "(iv)" and "(2)" in front of an item hold. */
const MARKER = /^(?:[a-z]|[ivx]{1,4}|\d{1,2})$/i;
/** What is in front of the first: "on grounds of point (f)" opens no list. */
const FIRST_MARKER = /^[ai1]$/i;

/**
 * The list a sentence writes out: "you may: (a) ask for a copy; (b) have mistakes corrected". A phrase reaches a few
 * words far and an item that is read alone lacks what it depends on, so each is read behind the lead-in. Pure.
 */
export function inlineItems({ text, tokens }: Document, sentence: Sentence): InlineItem[] {
  if (!mayList(text.slice(sentence.start, sentence.end))) return [];
  const [first, last] = sentence.tokens;
  const items: InlineItem[] = [];
  let context: number[] | undefined;
  let from = first;
  const close = (to: number) => {
    if (to > from) items.push({ range: [from, to], context: context! });
  };
  for (let t = first + 1; t < last && items.length < MAX_ITEMS; t++) {
    const before = text.slice(tokens.end[t - 1], tokens.start[t]);
    // Right behind a word it belongs to it: "Article 6(1)".
    const isMarked = before.includes('(') && before !== '(' && isMarker(text, tokens, t);
    if (context === undefined) {
      const opens = isMarked && FIRST_MARKER.test(text.slice(tokens.start[t], tokens.end[t]));
      if (!opens && !before.includes(':')) continue;
      context = range(Math.max(first, t - MAX_LEAD), t);
    } else if (isMarked || before.includes(';')) close(t);
    else continue;
    from = isMarked ? t + 1 : t;
  }
  if (context === undefined) return [];
  close(last);
  return items.length >= MIN_ITEMS ? items : [];
}

/** Most sentences list nothing, and are not looked at word by word. */
function mayList(sentence: string): boolean {
  const opening = sentence.search(/[:(]/);
  return opening >= 0 && /[;(]/.test(sentence.slice(opening + 1));
}

function isMarker(text: string, { start, end }: Document['tokens'], t: number): boolean {
  return text.charAt(end[t]!) === ')' && MARKER.test(text.slice(start[t], end[t]));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
