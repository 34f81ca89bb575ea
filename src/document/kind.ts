import type { EvidenceIndex } from '../evidence/types.ts';
import type { Document, DocumentKind } from './types.ts';

/** What kind of document this is. Pure. */
export function kindOf(document: Document, evidence: EvidenceIndex): DocumentKind {
  if (document.tokens.count < 20 && evidence.all.length === 0) return 'not-a-policy';
  return 'privacy-policy';
}
