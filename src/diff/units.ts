import type { Document, Span } from '../document/types.ts';
import type { CheckContext } from '../rules/types.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';

/** One vocabulary for both documents, so that words are compared as numbers. */
export class Vocabulary {
  #ids = new Map<string, number>();
  readonly words: string[] = [];

  id(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.words.length;
      this.#ids.set(word, id);
      this.words.push(word);
    }
    return id;
  }
}

/**
 * What is aligned: a sentence, a heading or a table cell, as words. E-mail and web addresses are one word each; a number
 * in front of a heading or a paragraph is left out.
 */
export interface Unit {
  index: number;
  /** Index into `Document.sentences`, -1 for a code block. */
  sentence: number;
  block: number;
  section: number;
  heading: boolean;
  /** Ids of the folded words. */
  words: Int32Array;
  /** Where each word stands in the plain text. */
  starts: Int32Array;
  ends: Int32Array;
  /** Equal for units that say the same words, whatever their spelling, spaces and punctuation. */
  key: number;
  /** Span of the plain text. */
  span: Span;
}

export interface DiffText {
  context: CheckContext;
  document: Document;
  units: Unit[];
  /** Unit of a sentence, -1 when it has no words. */
  ofSentence: Int32Array;
}

export const MAIL = 'mailto:';
export const LINK = 'link:';

const ENUMERATOR = /^\s*(?:§\s*)?\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[a-z][.)]|[ivx]{1,5}[.)])\s+/iu;

/** The same inside a paragraph, where only brackets tell a letter from a word. */
const INNER_ENUMERATOR = /^\s*\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)\s+/iu;

export function toUnits(context: CheckContext, vocabulary: Vocabulary): DiffText {
  const { document } = context;
  const { text, tokens, blocks, sentences } = document;
  // A bare "example.com" is a name like any other; with a scheme, `www.` or a path it is an address.
  const addresses = context.entities.filter(
    (e) => e.name === 'email' || (e.name === 'url' && /:\/\/|^www\.|\//i.test(text.slice(e.start, e.end))),
  );
  const units: Unit[] = [];
  const ofSentence = new Int32Array(sentences.length).fill(-1);
  let address = 0;

  const add = (sentence: number, block: number, span: Span, from: number, to: number, at: typeof tokens, shift = 0) => {
    const kind = blocks[block]!.kind;
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const first = sentence < 0 || blocks[block]!.sentences[0] === sentence;
    const enumerator = first ? ENUMERATOR : INNER_ENUMERATOR;
    const number = enumerator.exec(text.slice(span.start, Math.min(span.end, span.start + 24)))?.[0].length;
    const begin = number && number < span.end - span.start ? span.start + number : span.start;
    for (let t = from; t < to; t++) {
      const start = at.start[t]! + shift;
      let end = at.end[t]! + shift;
      if (start < begin) continue;
      while (address < addresses.length && addresses[address]!.end <= start) address++;
      const entity = addresses[address];
      let word: string;
      if (entity && entity.start <= start && entity.end > start) {
        end = Math.max(end, entity.end);
        while (t + 1 < to && at.start[t + 1]! + shift < end) t++;
        word = entity.name === 'email' ? MAIL + entity.value : LINK + hostOf(entity.value);
      } else word = fold(text.slice(start, end));
      if (word === '') continue;
      words.push(vocabulary.id(word));
      starts.push(start);
      ends.push(end);
    }
    if (words.length === 0) return;
    if (sentence >= 0) ofSentence[sentence] = units.length;
    units.push({
      index: units.length,
      sentence,
      block,
      section: blocks[block]!.section,
      heading: kind === 'heading',
      words: Int32Array.from(words),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      key: keyOf(words, vocabulary),
      span,
    });
  };

  for (const block of blocks) {
    if (block.kind === 'code') {
      const own = tokenize(text.slice(block.start, block.end));
      add(-1, block.index, { start: block.start, end: block.end }, 0, own.count, own, block.start);
      continue;
    }
    for (let s = block.sentences[0]; s < block.sentences[1]; s++) {
      const { start, end, tokens: range } = sentences[s]!;
      add(s, block.index, { start, end }, range[0], range[1], tokens);
    }
  }
  return { context, document, units, ofSentence };
}

/** The host alone: where on a site a page lies is markup, not meaning. */
function hostOf(url: string): string {
  return (
    /^(?:[a-z]+:)?\/?\/?(?:www\.)?([^/?#:]+)/i
      .exec(url)?.[1]
      ?.toLowerCase()
      .replace(/[.\s]+$/, '') ?? url
  );
}

/**
 * A hash of the words' letters: "e-mail" and "email", "from. Learn" and "from.Learn" are the same, "1 2" and "12" are not.
 */
export function keyOf(words: ArrayLike<number>, vocabulary: Vocabulary): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  let digit = false;
  for (let w = 0; w < words.length; w++) {
    const word = vocabulary.words[words[w]!]!;
    if (word.startsWith(LINK)) continue;
    if (digit && isDigit(word.charCodeAt(0))) {
      a = Math.imul(a ^ 32, 2654435761);
      b = Math.imul(b ^ 32, 1597334677);
    }
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code === 39) continue;
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    digit = isDigit(word.charCodeAt(word.length - 1));
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
