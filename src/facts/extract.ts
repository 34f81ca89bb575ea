import type { Document } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import type { Entity } from '../text/entities/types.ts';
import type { Fact } from './types.ts';

/** All facts of a document, in reading order. Pure. */
export function extractFacts(document: Document, entities: readonly Entity[], _evidence: EvidenceIndex): Fact[] {
  return entities
    .filter((e) => e.name === 'email' || e.name === 'url')
    .map((e) => ({ type: e.name as 'email' | 'url', value: e.value, source: document.sourceSpan(e), sentence: -1 }));
}
