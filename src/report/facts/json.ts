import type { Document, Position } from '../../document/types.ts';
import type { Fact } from '../../facts/types.ts';

/** A fact as it is reported: with its words and its place in the file instead of offsets of the core. */
export type ReportedFact = Omit<Fact, 'source' | 'sentence'> & { text: string; position: Position };

export interface FactsDocument {
  path: string;
  language: string;
  facts: ReportedFact[];
}

export interface FactsReport {
  version: 1;
  tool: { name: 'policylint'; version: string };
  documents: FactsDocument[];
}

/** Facts of one document as `facts --format json` prints them. */
export function factsDocument(document: Document, facts: readonly Fact[]): FactsDocument {
  return {
    path: document.path,
    language: document.language,
    facts: facts.map(({ source, sentence: _, ...fact }) => ({
      ...fact,
      text: document.source.slice(source.start, source.end),
      position: document.position(source),
    })),
  };
}
