import { fold } from '../fold.ts';
import { numberAt, unpackNumbers, unpackPattern } from './pack.ts';
import type { CompiledLanguage, Part, Pattern, PhraseRole, PhraseUse } from './types.ts';

/** What a word means to a language: its classes, and the patterns that start from it. */
interface WordInfo {
  classes: readonly number[];
  patterns: readonly number[];
  negates: boolean;
  /** A negator right in front of it denies nothing. */
  spares: boolean;
}

/** An entity over tokens `[at, end)`; `name` is one of `ENTITY_NAMES`. */
export interface EntityToken {
  at: number;
  end: number;
  name: string;
}

/** A pattern found: `use` indexes `CompiledLanguage.uses`; tokens `[first, last)` are positions in the window. */
export interface PhraseMatch {
  use: number;
  first: number;
  last: number;
}

/** The words a phrase is looked for in: a sentence, with what introduces it in front. */
export interface Window {
  words: readonly WordInfo[];
  /** Entities by the window position they start at. */
  entities: ReadonlyMap<number, readonly { end: number; classes: readonly number[] }[]>;
  /** A match must reach at least one position from here on: what is before is only context. */
  own: number;
}

const NO_NUMBERS: readonly number[] = [];
const UNKNOWN: WordInfo = { classes: NO_NUMBERS, patterns: NO_NUMBERS, negates: false, spares: false };
const MAX_CACHED_WORDS = 200_000;
const MAX_ENTITY_TOKENS = 12;
/** Attempts one anchor may cost; only text made to be slow comes near it. */
const BUDGET = 400;

/** Looks up words and finds phrases of one language. Keeps a cache of word forms, nothing of a document. */
export class PhraseMatcher {
  readonly language: CompiledLanguage;
  #words = new Map<string, WordInfo>();
  #entityClasses: ReadonlyMap<string, readonly number[]>;
  #budget = 0;
  readonly #negators: ReadonlySet<number>;
  readonly #spared: ReadonlySet<number>;
  readonly #entityClassIds: ReadonlySet<number>;
  readonly #packed: readonly string[];
  /** Patterns tried so far. */
  readonly #patterns: (Pattern | undefined)[] = [];
  readonly #uses: readonly string[];
  #phrases: readonly string[] | undefined;
  /** Per class, the number of the last window it was in. */
  readonly #seenIn: Int32Array;
  #windows = 0;

  constructor(language: CompiledLanguage) {
    this.language = language;
    this.#entityClasses = new Map(Object.entries(language.entities));
    this.#negators = new Set(language.negators);
    this.#spared = new Set(language.negatorExceptions);
    this.#entityClassIds = new Set(Object.values(language.entities).flat());
    this.#packed = language.patterns.split('\n');
    this.#uses = language.uses.split('\n');
    this.#seenIn = new Int32Array(language.classCount + 1);
  }

  /** The classes of a word as written. */
  word(raw: string): WordInfo {
    const known = this.#words.get(raw);
    if (known) return known;
    const info = this.#lookUp(fold(raw));
    if (this.#words.size >= MAX_CACHED_WORDS) this.#words.clear();
    this.#words.set(raw, info);
    return info;
  }

  /** The concept and role of a match. */
  use(id: number): PhraseUse {
    const line = this.#uses[id]!;
    const blank = line.lastIndexOf(' ');
    return { concept: line.slice(0, blank), role: line.slice(blank + 1) as PhraseRole };
  }

  /** The phrase of a match, as its author wrote it. */
  phrase(id: number): string {
    this.#phrases ??= this.language.phrases.split('\n');
    return this.#phrases[id]!;
  }

  entityClasses(name: string): readonly number[] {
    return this.#entityClasses.get(name) ?? NO_NUMBERS;
  }

  /** Whether the word at a position denies what stands about it. */
  negatesAt(words: readonly WordInfo[], at: number): boolean {
    return words[at]!.negates && words[at + 1]?.spares !== true;
  }

  #lookUp(word: string): WordInfo {
    const classes: number[] = [];
    this.#collect(word, classes);
    const apostrophe = word.indexOf("'");
    if (apostrophe > 0 && this.language.elisions.includes(word.slice(0, apostrophe))) {
      this.#collect(word.slice(0, apostrophe), classes);
      this.#collect(word.slice(apostrophe + 1), classes);
    }
    if (classes.length === 0) return UNKNOWN;
    const { anchors } = this.language;
    const unique = [...new Set(classes)];
    const patterns = unique.flatMap((c) => unpackNumbers(anchors[c] ?? ''));
    return {
      classes: unique,
      patterns,
      negates: unique.some((c) => this.#negators.has(c)),
      spares: unique.some((c) => this.#spared.has(c)),
    };
  }

  #collect(word: string, classes: number[]): void {
    const { exact, stems, inside } = this.language;
    if (Object.hasOwn(exact, word)) classes.push(...unpackNumbers(exact[word]!));
    const longest = Math.min(word.length, 40);
    for (let length = 2; length <= longest; length++) {
      const stem = word.slice(0, length);
      if (Object.hasOwn(stems, stem)) classes.push(...unpackNumbers(stems[stem]!));
    }
    for (const entry of inside)
      if (entry.end ? word.endsWith(entry.text) : word.includes(entry.text)) classes.push(...entry.classes);
  }

  /** All phrases in a window, each pattern at most once. */
  match(window: Window, found: (match: PhraseMatch) => void): void {
    const tried = new Set<number>();
    const { anchors } = this.language;
    this.#note(window);
    const attempt = (id: number, at: number) => {
      if (!this.#isPossible(id) || tried.has(id)) return;
      this.#budget = BUDGET;
      const pattern = (this.#patterns[id] ??= unpackPattern(this.#packed[id]!));
      const span = this.#matchAt(pattern, window, at);
      if (!span) return;
      tried.add(id);
      found({ use: pattern.use, first: span[0], last: span[1] });
    };
    for (let at = 0; at < window.words.length; at++) {
      for (const id of window.words[at]!.patterns) attempt(id, at);
      const entities = window.entities.get(at);
      if (!entities) continue;
      for (const entity of entities)
        for (const cls of entity.classes) for (const id of unpackNumbers(anchors[cls] ?? '')) attempt(id, at);
    }
  }

  /** Notes which classes a window holds, so that most patterns are turned down without looking at it. */
  #note(window: Window): void {
    const seen = this.#seenIn;
    const id = ++this.#windows;
    for (const word of window.words) for (const cls of word.classes) seen[cls] = id;
    for (const entities of window.entities.values())
      for (const entity of entities) for (const cls of entity.classes) seen[cls] = id;
  }

  #isPossible(id: number): boolean {
    const pattern = this.#packed[id]!;
    for (let i = numberAt(pattern, 0); i > 0; i--)
      if (this.#seenIn[numberAt(pattern, i)] !== this.#windows) return false;
    return true;
  }

  #matchAt(pattern: Pattern, window: Window, at: number): [number, number] | undefined {
    const anchor = pattern.parts[pattern.anchorPart]!;
    const span = this.#around(anchor, pattern.anchorElement, window, at);
    if (!span) return undefined;
    let [first, last] = span;
    for (let p = 0; p < pattern.parts.length; p++) {
      if (p === pattern.anchorPart) continue;
      const part = pattern.parts[p]!;
      const elsewhere = this.#anywhere(part, window);
      if (part.negated ? elsewhere : !elsewhere) return undefined;
      if (elsewhere) {
        first = Math.min(first, elsewhere[0]);
        last = Math.max(last, elsewhere[1]);
      }
    }
    return last > window.own ? [first, last] : undefined;
  }

  #anywhere(part: Part, window: Window): [number, number] | undefined {
    this.#budget = Math.max(this.#budget, BUDGET);
    for (let at = 0; at < window.words.length; at++) {
      const span = this.#around(part, 0, window, at);
      if (span) return span;
    }
    return undefined;
  }

  #around(part: Part, anchor: number, window: Window, at: number): [number, number] | undefined {
    const end = this.#elementEnd(part.elements[anchor]!.cls, window, at);
    for (const anchorEnd of end) {
      const last = this.#forward(part, anchor + 1, window, anchorEnd);
      if (last < 0) continue;
      const first = this.#backward(part, anchor, window, at);
      if (first >= 0 && (!part.atStart || within(first, window.own, part.elements[0]!.gap))) return [first, last];
    }
    return undefined;
  }

  #forward(part: Part, element: number, window: Window, from: number): number {
    if (element === part.elements.length) return from;
    const { cls, gap } = part.elements[element]!;
    const limit = Math.min(window.words.length - 1, from + gap);
    for (let at = from; at <= limit; at++) {
      if (--this.#budget < 0) return -1;
      for (const end of this.#elementEnd(cls, window, at)) {
        const last = this.#forward(part, element + 1, window, end);
        if (last >= 0) return last;
      }
    }
    return -1;
  }

  #backward(part: Part, element: number, window: Window, from: number): number {
    if (element === 0) return from;
    const { gap } = part.elements[element]!;
    const { cls } = part.elements[element - 1]!;
    const limit = Math.max(0, from - 1 - gap - (this.#isEntity(cls) ? MAX_ENTITY_TOKENS : 0));
    for (let at = from - 1; at >= limit; at--) {
      if (--this.#budget < 0) return -1;
      for (const end of this.#elementEnd(cls, window, at)) {
        if (end > from || from - end > gap) continue;
        const first = this.#backward(part, element - 1, window, at);
        if (first >= 0) return first;
      }
    }
    return -1;
  }

  #isEntity(cls: number): boolean {
    return this.#entityClassIds.has(cls);
  }

  /** Where an element that starts at a position ends: nothing, behind the word, or behind an entity. */
  #elementEnd(cls: number, window: Window, at: number): readonly number[] {
    const entities = window.entities.get(at);
    const isWord = window.words[at]!.classes.includes(cls);
    if (!entities) return isWord ? endAt(at + 1) : NO_NUMBERS;
    const ends = isWord ? [at + 1] : [];
    for (const entity of entities) if (entity.classes.includes(cls)) ends.push(entity.end);
    return ends;
  }
}

/** One-element lists, made once: most elements of a phrase end behind one word. */
const ENDS: (readonly number[])[] = [];

function endAt(position: number): readonly number[] {
  return position < 512 ? (ENDS[position] ??= [position]) : [position];
}

/** Whether a phrase that begins a sentence begins it, or after at most so many words. */
function within(first: number, own: number, gap: number): boolean {
  return first >= own && first - own <= gap;
}
