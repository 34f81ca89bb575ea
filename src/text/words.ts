import type { Tokens } from './types.ts';
import { fold } from './fold.ts';

/** A word of the texts read so far, kept once: stages look up by its strings, whose hashes are known then. */
export interface Word {
  /** Counts words in the order they were first met; never used twice. */
  id: number;
  written: string;
  /** As words are compared. */
  folded: string;
  /** Of `folded`, 32 bits: different ones are of different words. */
  hash: number;
}

const MAX_KNOWN = 50_000;

/** A policy says the same few thousand words again and again. */
const known = new Map<string, Word>();
let next = 0;
/** The first of the words that are kept. */
let oldest = 0;

/** A token as a word. */
export function wordAt(text: string, tokens: Tokens, t: number): Word {
  const words = (tokens.words ??= new Array<Word | undefined>(tokens.count));
  return (words[t] ??= wordOf(text.slice(tokens.start[t], tokens.end[t])));
}

/** The words of a short text as they are compared: a name, a quotation. */
export function foldedWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter(Boolean)
    .map(fold);
}

/** What is made of words, once each as long as they are kept: a list by number costs a fraction of a dictionary. */
export class WordMemo<T> {
  #values: (T | undefined)[] = [];
  #oldest = oldest;

  constructor(private readonly make: (word: Word) => T) {}

  of(word: Word): T {
    if (this.#oldest !== oldest) {
      this.#oldest = oldest;
      this.#values = [];
    }
    const at = word.id - oldest;
    if (at < 0) return this.make(word);
    const before = this.#values[at];
    if (before !== undefined) return before;
    // A list with holes this wide would become a dictionary.
    while (this.#values.length < at) this.#values.push(undefined);
    return (this.#values[at] = this.make(word));
  }
}

function wordOf(part: string): Word {
  const before = known.get(part);
  if (before) return before;
  if (known.size >= MAX_KNOWN) {
    known.clear();
    oldest = next;
  }
  const written = copyOf(part);
  const folded = fold(written);
  const word = { id: next++, written, folded, hash: hashOf(folded) };
  known.set(written, word);
  return word;
}

function hashOf(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = (Math.imul(hash, 31) + folded.charCodeAt(i)) | 0;
  return hash;
}

/** V8 keeps the whole text behind a part of it; a word that outlives its text must not. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
