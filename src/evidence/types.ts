import type { Span } from '../document/types.ts';

/** A place in the text that speaks of a concept. */
export interface Evidence {
  concept: string;
  /** Index into `Document.sentences`. */
  sentence: number;
  /** The words that matched, as a span of the plain text (own words of the sentence, without what introduces it). */
  match: Span;
  /** `strong` answers the concept, `near` only speaks of it. */
  strength: 'strong' | 'near';
  polarity: 'affirmed' | 'denied';
  /** The sentence says it only under a heading about the concept; elsewhere its words would not count. */
  headed: boolean;
}

/** Evidence of a document by concept, in reading order, and the topics its sections are about. */
export interface EvidenceIndex {
  of(concept: string): readonly Evidence[];
  all: readonly Evidence[];
  /** Concepts a section's own heading or one above it is about. */
  topics(section: number): ReadonlySet<string>;
  /** Concepts a section's own heading is about. */
  ownTopics(section: number): ReadonlySet<string>;
  /** Sections whose own heading is about a concept, in reading order. */
  sectionsAbout(concept: string): readonly number[];
}
