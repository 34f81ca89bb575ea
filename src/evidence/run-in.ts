import { MAX_QUESTION } from '../document/structure.ts';
import type { Block, Document, Sentence } from '../document/types.ts';
import { wordAt } from '../text/words.ts';

/** A "Title:" in front of a sentence has at most this many words. */
const MAX_RUN_IN = 8;
/** A "Title." has at most this many words. */
const MAX_TITLE = 3;
/** A "Title." that bears a number or is set in bold has at most this many words. */
const MAX_MARKED_TITLE = 8;

/**
 * Tokens of the "Title:", "Title?", "Title." or line of a title a paragraph opens with, without its number; undefined when
 * it has none. A question alone is a title only of what it introduces.
 */
export function runInOf(
  document: Document,
  block: Block,
  introduces: boolean,
): [first: number, last: number] | undefined {
  const opening = document.sentences[block.sentences[0]];
  const length = opening ? lengthOf(document, block, opening, introduces) : 0;
  if (length === 0) return undefined;
  return [unnumbered(document, opening!)[0], opening!.tokens[0] + length];
}

/** The tokens of a title without the number it bears. */
export function unnumbered({ text, tokens }: Document, { tokens: [first, last] }: Sentence): [number, number] {
  while (first < last - 1 && /^\d+$/.test(wordAt(text, tokens, first).written)) first++;
  return [first, last];
}

function lengthOf(document: Document, block: Block, opening: Sentence, introduces: boolean): number {
  const { text, tokens } = document;
  const [first, last] = opening.tokens;
  for (let t = first; t < Math.min(last, first + MAX_RUN_IN); t++) {
    const next = t + 1 < last ? tokens.start[t + 1]! : opening.end;
    const between = text.slice(tokens.end[t], next);
    if (/^\W*(?::|\s[–—-]\s)/.test(between)) return t + 1 - first;
    // A first line this short that a capital follows is a title on a line of its own.
    if (between.includes('\n') && !/[,;]/.test(between) && /\p{Lu}/u.test(text.charAt(next))) return t + 1 - first;
  }
  const inBold = boldTitleOf(document, block, opening);
  if (inBold > 0) return inBold;
  const isAlone = block.sentences[1] - block.sentences[0] < 2;
  if (isAlone && !introduces) return 0;
  const isQuestion = /\?\W*$/.test(text.slice(tokens.end[last - 1], opening.end));
  if (isAlone && !isQuestion) return 0;
  const length = last - first;
  if (length <= (isQuestion ? MAX_QUESTION : MAX_TITLE)) return length;
  if (length > MAX_MARKED_TITLE) return 0;
  const isNumbered = /\d/.test(block.marker ?? '') || unnumbered(document, opening)[0] > first;
  return isNumbered || isBold(document, block, opening) ? length : 0;
}

/**
 * Words of a title in bold that no full stop ends: "**Who sees it** Only our printer." A capital tells it from a
 * stressed word.
 */
function boldTitleOf({ text, tokens }: Document, { boldUntil }: Block, opening: Sentence): number {
  if (boldUntil === undefined || boldUntil >= opening.end) return 0;
  const [first, last] = opening.tokens;
  let end = first;
  while (end < last && tokens.end[end]! <= boldUntil) end++;
  const isTitle = end > first && end < last && end - first <= MAX_MARKED_TITLE;
  return isTitle && /\p{Lu}/u.test(text.charAt(tokens.start[end]!)) ? end - first : 0;
}

/** Whether the first sentence of a block is in bold, and nothing behind it. */
function isBold({ tokens, sentences }: Document, { boldUntil, index }: Block, opening: Sentence): boolean {
  const next = sentences[opening.index + 1];
  if (boldUntil === undefined || next?.block !== index) return false;
  return boldUntil >= tokens.end[opening.tokens[1] - 1]! && boldUntil <= next.start;
}
