import { unpackNumbers } from './pack.ts';
import type { CompiledLanguage } from './types.ts';

/** A stem, an ending and a part have at least so many letters (`parse.ts` sees to it). */
const LETTERS = 2;
/** Letters of a word that are looked at: no word of a language is longer. */
const MAX_LETTERS = 40;

type Entries = CompiledLanguage['inside'];

/** The classes of word forms: by the whole word, its beginnings, its ending and what it holds. */
export class WordForms {
  /** By the last letters of what words end in, and by the first of what they hold. */
  readonly #endings: ReadonlyMap<string, Entries>;
  readonly #parts: ReadonlyMap<string, Entries>;

  constructor(readonly language: CompiledLanguage) {
    const { inside } = language;
    this.#endings = grouped(
      inside.filter((entry) => entry.end),
      (text) => text.slice(-LETTERS),
    );
    this.#parts = grouped(
      inside.filter((entry) => !entry.end),
      (text) => text.slice(0, LETTERS),
    );
  }

  /** Each class once; those of an elided word ("l'adresse") are those of its two words as well. */
  classesOf(word: string): number[] {
    const classes = new Set<number>();
    this.#collect(word, classes);
    const apostrophe = word.indexOf("'");
    if (apostrophe > 0 && this.language.elisions.includes(word.slice(0, apostrophe))) {
      this.#collect(word.slice(0, apostrophe), classes);
      this.#collect(word.slice(apostrophe + 1), classes);
    }
    return [...classes];
  }

  #collect(word: string, classes: Set<number>): void {
    const { exact, stems } = this.language;
    if (Object.hasOwn(exact, word)) addPacked(exact[word]!, classes);
    const longest = Math.min(word.length, MAX_LETTERS);
    for (let length = LETTERS; length <= longest; length++) {
      const stem = word.slice(0, length);
      if (Object.hasOwn(stems, stem)) addPacked(stems[stem]!, classes);
    }
    for (const entry of this.#endings.get(word.slice(-LETTERS)) ?? [])
      if (word.endsWith(entry.text)) add(entry.classes, classes);
    if (this.#parts.size === 0) return;
    for (let at = 0; at + LETTERS <= longest; at++)
      for (const entry of this.#parts.get(word.slice(at, at + LETTERS)) ?? [])
        if (word.startsWith(entry.text, at)) add(entry.classes, classes);
  }
}

function addPacked(packed: string, classes: Set<number>): void {
  add(unpackNumbers(packed), classes);
}

function add(numbers: readonly number[], classes: Set<number>): void {
  for (const number of numbers) classes.add(number);
}

function grouped(entries: Entries, keyOf: (text: string) => string): Map<string, Entries> {
  const groups = new Map<string, Entries>();
  for (const entry of entries) {
    const key = keyOf(entry.text);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
