import type { Word } from './words.ts';

/** Offsets are UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The words of a plain text, as a struct of arrays. */
export interface Tokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  /** Filled when a word is first asked for (`src/text/words.ts`). */
  words?: (Word | undefined)[];
}
