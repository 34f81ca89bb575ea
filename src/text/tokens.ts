import type { Tokens } from './types.ts';

const enum Class {
  Other = 0,
  Word = 1,
  Digit = 2,
  /** Invisible characters and apostrophes: part of a word only between two word characters. */
  Joiner = 3,
}

const ASCII_LIMIT = 0x250;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Letters, marks and numbers below the limit, and the underscore: asking Unicode for each would cost a millisecond. */
const WORDS = [0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a, 0xaa, 0xaa, 0xb2, 0xb3, 0xb5, 0xb5, 0xb9, 0xba, 0xbc, 0xbe];
const MORE_WORDS = [0xc0, 0xd6, 0xd8, 0xf6, 0xf8, ASCII_LIMIT - 1];

function buildTable(): Uint8Array {
  const table = new Uint8Array(ASCII_LIMIT);
  const words = [...WORDS, ...MORE_WORDS];
  for (let i = 0; i < words.length; i += 2) table.fill(Class.Word, words[i], words[i + 1]! + 1);
  table.fill(Class.Digit, 0x30, 0x3a);
  for (const joiner of "'´`\u00ad") table[joiner.charCodeAt(0)] = Class.Joiner;
  return table;
}

const TABLE = buildTable();

function classOf(code: number): Class {
  if (code < ASCII_LIMIT) return TABLE[code]! as Class;
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc || (code >= 0x200b && code <= 0x200f) || code === 0x2060)
    return Class.Joiner;
  // Quotation marks and dashes, the commonest of what is left.
  if (code >= 0x2000 && code < 0x2070) return Class.Other;
  if (code >= 0xd800 && code <= 0xdfff) return Class.Other;
  return LETTER.test(String.fromCharCode(code)) ? Class.Word : Class.Other;
}

/**
 * Splits a text into words. A word is a run of letters, marks and digits; apostrophes inside it belong to it
 * (`don't`, `KVKK'nın`), hyphens divide it (`e-mail` is two words), and `.` or `,` between two digits does not.
 */
export function tokenize(text: string): Tokens {
  let capacity = Math.max(16, text.length >> 2);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let count = 0;
  const length = text.length;
  let i = 0;
  while (i < length) {
    const first = classOf(text.charCodeAt(i));
    if (first !== Class.Word && first !== Class.Digit) {
      i++;
      continue;
    }
    const from = i++;
    let previous: Class = first;
    while (i < length) {
      const code = text.charCodeAt(i);
      const here = classOf(code);
      if (here === Class.Word || here === Class.Digit) {
        previous = here;
        i++;
        continue;
      }
      if (i + 1 >= length) break;
      const next = classOf(text.charCodeAt(i + 1));
      const joins =
        (here === Class.Joiner && next !== Class.Other && next !== Class.Joiner) ||
        ((code === 46 || code === 44) && previous === Class.Digit && next === Class.Digit);
      if (!joins) break;
      i++;
    }
    if (count === capacity) {
      capacity *= 2;
      start = grown(start, capacity);
      end = grown(end, capacity);
    }
    start[count] = from;
    end[count] = i;
    count++;
  }
  return { count, start, end };
}

function grown(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}
