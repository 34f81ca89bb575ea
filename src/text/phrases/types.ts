/** The phrase language, compiled. See docs/phrases.md for what authors write. */

/** What a phrase of a concept says when it matches. */
export type PhraseRole =
  /** The sentence answers the concept. */
  | 'phrases'
  /** The sentence answers the concept when a heading above it is about the concept. */
  | 'headed'
  /** The sentence answers the concept unless the heading above it is about other concepts only. */
  | 'open'
  /** The sentence speaks of the concept without answering it: `vague`. */
  | 'near'
  /** The sentence answers by denying: "we do not transfer your data". */
  | 'denied'
  /** A heading with this phrase is about the concept. */
  | 'headings'
  /** The sentence is about something else: nothing of the concept counts in it. */
  | 'not';

/** One word position: the token must belong to `cls`, at most `gap` tokens behind the previous element. */
export interface Element {
  cls: number;
  gap: number;
}

/** Elements in order; `negated` parts must not occur in the sentence. */
export interface Part {
  /** Number of the line in `CompiledLanguage.parts`: many patterns share a part, and a window is searched for it once. */
  id: number;
  elements: Element[];
  negated: boolean;
  /** The part begins the sentence. */
  atStart: boolean;
}

export interface Pattern {
  /** Number of the line in `CompiledLanguage.concepts`. */
  concepts: number;
  role: PhraseRole;
  parts: Part[];
  /** Where matching starts: the rarest element. */
  anchorPart: number;
  anchorElement: number;
}

/**
 * Everything a language's phrases compile to; plain JSON. Lists of numbers are packed (`pack.ts`), lists of strings are
 * lines.
 */
export interface CompiledLanguage {
  language: string;
  /** Folded word → classes, packed. */
  exact: Record<string, string>;
  /** Folded beginning of a word → classes, packed. */
  stems: Record<string, string>;
  /** Folded part or ending of a word → classes; `end` when it must end the word. */
  inside: { text: string; end: boolean; classes: number[] }[];
  /** Entity name (`duration`) → classes. */
  entities: Record<string, number[]>;
  /** One a line; the concepts that share a pattern are one line, with tabs between them. */
  concepts: string;
  /** Packed parts of patterns, one a line. */
  parts: string;
  /** Packed patterns, one a line. */
  patterns: string;
  /** Class → patterns anchored in it, packed. */
  anchors: Record<string, string>;
  classCount: number;
  /** Words that turn a statement into its denial ("not", "never", "nicht"), as classes of the vocabulary. */
  negators: number[];
  /** Classes of the words right in front of which a negator denies nothing ("not only", "not limited to"). */
  negatorExceptions: number[];
  /** Words in front of a match and behind it in which a negator still speaks of it. */
  negationReach: [before: number, after: number];
  /** Words that lose their vowel before another ("l'", "d'"), without the apostrophe: what follows is a word of its own. */
  elisions: string[];
  /** Folded unit words (`x*` for stems) → factor and ISO 8601 unit (`D`, `W`, `M`, `Y`, `TH`, `TM`). */
  units: Record<string, [factor: number, unit: string]>;
  /** Folded number words → value. */
  numbers: Record<string, number>;
}
