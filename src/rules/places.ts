import type { Document, Span } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';

/** Where a finding about the whole document stands: its title, else its first block. */
export function titleSpan(document: Document): Span {
  const heading = document.blocks.find((block) => block.kind === 'heading') ?? document.blocks[0];
  return heading?.source ?? { start: 0, end: 0 };
}

/** Where a finding about something absent stands: the section it belongs in, by its heading, else the title. */
export function placeOfAbsent(document: Document, evidence: EvidenceIndex, ...concepts: string[]): Span {
  for (const concept of concepts) {
    const section = evidence.sectionsAbout(concept)[0];
    if (section !== undefined) return document.blocks[document.sections[section]!.heading]!.source;
  }
  return titleSpan(document);
}
