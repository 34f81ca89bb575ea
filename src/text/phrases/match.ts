import { type Word, WordMemo } from '../words.ts';
import { WordForms } from './forms.ts';
import { conceptsOf, firstNeedOf, hasNeeds, roleOf, unpackNumbers, unpackPart, unpackPattern } from './pack.ts';
import type { CompiledLanguage, Part, Pattern, PhraseRole } from './types.ts';

/** What phrases are looked for: those that answer, those that tell what is spoken of, or those that say it is something else. */
export type PhraseGroup = 'answers' | 'headings' | 'not';

type Patterns = Readonly<Record<PhraseGroup, readonly number[]>>;

/** What a word means to a language: its classes, and the patterns that start from it. */
interface WordInfo {
  classes: readonly number[];
  patterns: Patterns;
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

/** A pattern found; tokens `[first, last)` are positions in the window. */
export interface PhraseMatch {
  concept: string;
  role: PhraseRole;
  first: number;
  last: number;
}

/** Whether a phrase of a concept would change anything: those that would not are not looked for. */
export type Wanted = (concept: string, role: PhraseRole) => boolean;

type OnFound = (match: PhraseMatch) => void;

/** The words a phrase is looked for in: a sentence, with what introduces it in front. */
export interface Window {
  words: readonly WordInfo[];
  /** Entities by the window position they start at. */
  entities: ReadonlyMap<number, readonly { end: number; classes: readonly number[] }[]>;
  /** A match must reach at least one position from here on: what is before is only context. */
  own: number;
}

const NO_NUMBERS: readonly number[] = [];
const NO_PATTERNS: Patterns = { answers: NO_NUMBERS, headings: NO_NUMBERS, not: NO_NUMBERS };
const UNKNOWN: WordInfo = { classes: NO_NUMBERS, patterns: NO_PATTERNS, negates: false, spares: false };
const NONE = -1;
const MAX_ENTITY_TOKENS = 12;
/** Attempts one anchor may cost; only text made to be slow comes near it. */
const BUDGET = 400;

/** Looks up words and finds phrases of one language. Keeps a cache of word forms, nothing of a document. */
export class PhraseMatcher {
  readonly language: CompiledLanguage;
  readonly #words = new WordMemo((word) => this.#lookUp(word.folded));
  #entityClasses: ReadonlyMap<string, readonly number[]>;
  #budget = 0;
  readonly #negators: ReadonlySet<number>;
  readonly #spared: ReadonlySet<number>;
  readonly #entityClassIds: ReadonlySet<number>;
  readonly #forms: WordForms;
  readonly #packed: readonly string[];
  /** Patterns tried so far. */
  readonly #patterns: (Pattern | undefined)[] = [];
  readonly #packedParts: readonly string[];
  readonly #parts: (Part | undefined)[] = [];
  /** By the number of a pattern's concepts. */
  readonly #concepts: readonly (readonly string[])[];
  readonly #anchored: (Patterns | undefined)[] = [];
  /** Per class, the number of the last window that held it. */
  readonly #seenIn: Int32Array;
  /** Per part, the number of the last window that was searched for it, and where it was found. */
  readonly #searchedIn: Int32Array;
  readonly #foundAt: ([number, number] | undefined)[] = [];
  /** Per pattern that was looked up, the rarest class a window must hold for it besides its anchor, or `NONE`. */
  readonly #rarest: Int32Array;
  /** Per pattern, the number of the last search that found it. */
  readonly #foundIn: Int32Array;
  #search = 0;
  #noted: Window | undefined;
  #notes = 0;
  readonly #isSeen = (cls: number): boolean => this.#seenIn[cls] === this.#notes;

  constructor(language: CompiledLanguage) {
    this.language = language;
    this.#entityClasses = new Map(Object.entries(language.entities));
    this.#negators = new Set(language.negators);
    this.#spared = new Set(language.negatorExceptions);
    this.#entityClassIds = new Set(Object.values(language.entities).flat());
    this.#forms = new WordForms(language);
    this.#packed = language.patterns.split('\n');
    this.#packedParts = language.parts.split('\n');
    this.#concepts = language.concepts.split('\n').map((line) => line.split('\t'));
    this.#seenIn = new Int32Array(language.classCount + 1);
    this.#searchedIn = new Int32Array(this.#packedParts.length);
    this.#rarest = new Int32Array(this.#packed.length);
    this.#foundIn = new Int32Array(this.#packed.length);
  }

  /** The classes of a word. */
  word(word: Word): WordInfo {
    return this.#words.of(word);
  }

  entityClasses(name: string): readonly number[] {
    return this.#entityClasses.get(name) ?? NO_NUMBERS;
  }

  /** Whether the word at a position denies what stands about it. */
  negatesAt(words: readonly WordInfo[], at: number): boolean {
    return words[at]!.negates && words[at + 1]?.spares !== true;
  }

  #lookUp(word: string): WordInfo {
    const unique = this.#forms.classesOf(word);
    if (unique.length === 0) return UNKNOWN;
    const anchored = unique.map((cls) => this.#anchoredIn(cls)).filter((patterns) => patterns !== NO_PATTERNS);
    return {
      classes: unique,
      patterns: joined(anchored),
      negates: unique.some((c) => this.#negators.has(c)),
      spares: unique.some((c) => this.#spared.has(c)),
    };
  }

  #anchoredIn(cls: number): Patterns {
    const known = this.#anchored[cls];
    if (known) return known;
    const packed = this.language.anchors[cls];
    const patterns = packed === undefined ? NO_PATTERNS : this.#grouped(unpackNumbers(packed));
    this.#anchored[cls] = patterns;
    return patterns;
  }

  #grouped(ids: readonly number[]): Patterns {
    const groups = { answers: [] as number[], headings: [] as number[], not: [] as number[] };
    for (const id of ids) {
      const packed = this.#packed[id]!;
      const role = roleOf(packed);
      this.#rarest[id] = firstNeedOf(packed) ?? NONE;
      groups[role === 'headings' || role === 'not' ? role : 'answers'].push(id);
    }
    return groups;
  }

  /** The phrases of a group in a window that are wanted, each pattern at most once. */
  match(window: Window, group: PhraseGroup, wanted: Wanted, found: OnFound): void {
    this.#note(window);
    this.#search++;
    for (let at = 0; at < window.words.length; at++) {
      for (const id of window.words[at]!.patterns[group]) this.#attempt(id, at, window, wanted, found);
      const entities = window.entities.get(at);
      if (!entities) continue;
      for (const entity of entities)
        for (const cls of entity.classes)
          for (const id of this.#anchoredIn(cls)[group]) this.#attempt(id, at, window, wanted, found);
    }
  }

  #attempt(id: number, at: number, window: Window, wanted: Wanted, found: OnFound): void {
    // Most patterns end here (measured: seven in ten).
    const rarest = this.#rarest[id]!;
    if (rarest !== NONE && this.#seenIn[rarest] !== this.#notes) return;
    const packed = this.#packed[id]!;
    if (!hasNeeds(packed, this.#isSeen) || this.#foundIn[id] === this.#search) return;
    const concepts = this.#concepts[conceptsOf(packed)]!;
    const role = roleOf(packed);
    if (!isAnyWanted(concepts, role, wanted)) return;
    this.#budget = BUDGET;
    const pattern = (this.#patterns[id] ??= unpackPattern(packed, this.#partOf));
    const span = this.#matchAt(pattern, window, at);
    if (!span) return;
    this.#foundIn[id] = this.#search;
    for (const concept of concepts) if (wanted(concept, role)) found({ concept, role, first: span[0], last: span[1] });
  }

  readonly #partOf = (id: number): Part => (this.#parts[id] ??= unpackPart(this.#packedParts[id]!, id));

  /** Notes which classes a window holds, so that most patterns are turned down without looking at it. */
  #note(window: Window): void {
    if (this.#noted === window) return;
    this.#noted = window;
    const seen = this.#seenIn;
    const number = ++this.#notes;
    for (const word of window.words) for (const cls of word.classes) seen[cls] = number;
    for (const entities of window.entities.values())
      for (const entity of entities) for (const cls of entity.classes) seen[cls] = number;
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

  /** The first place of a part in a window, looked for once however many patterns have it. */
  #anywhere(part: Part, window: Window): [number, number] | undefined {
    if (this.#searchedIn[part.id] !== this.#notes) {
      this.#searchedIn[part.id] = this.#notes;
      this.#foundAt[part.id] = this.#find(part, window);
    }
    return this.#foundAt[part.id];
  }

  #find(part: Part, window: Window): [number, number] | undefined {
    this.#budget = BUDGET;
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
      if (first >= 0) return [first, last];
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
    if (element === 0) return !part.atStart || within(from, window.own, part.elements[0]!.gap) ? from : -1;
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

function joined(all: readonly Patterns[]): Patterns {
  if (all.length < 2) return all[0] ?? NO_PATTERNS;
  const of = (group: PhraseGroup) => all.flatMap((patterns) => patterns[group]);
  return { answers: of('answers'), headings: of('headings'), not: of('not') };
}

function isAnyWanted(concepts: readonly string[], role: PhraseRole, wanted: Wanted): boolean {
  for (const concept of concepts) if (wanted(concept, role)) return true;
  return false;
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
