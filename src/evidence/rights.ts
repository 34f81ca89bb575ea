import type { Document } from '../document/types.ts';
import type { Evidence } from './types.ts';

/** Topic of the concepts that are rights of the reader. */
const RIGHTS = 'right';
/** What so many paragraphs around tell rights by name is about rights, whatever the heading says. */
const NEIGHBOURS = 4;

type TopicOf = (concept: string) => string | undefined;

/** Blocks near those that tell at least two rights of the reader by name, of the same section. Pure. */
export function blocksOnRights(document: Document, evidence: readonly Evidence[], topicOf: TopicOf): Set<number> {
  const { blocks, sentences } = document;
  const tellers = new Map<number, { blocks: Set<number>; concepts: Set<string> }>();
  for (const { concept, sentence, strength, polarity } of evidence) {
    if (topicOf(concept) !== RIGHTS || strength !== 'strong' || polarity !== 'affirmed') continue;
    const { block } = sentences[sentence]!;
    const { section } = blocks[block]!;
    const teller = tellers.get(section) ?? { blocks: new Set(), concepts: new Set() };
    teller.blocks.add(block);
    teller.concepts.add(concept);
    tellers.set(section, teller);
  }
  const result = new Set<number>();
  for (const [section, teller] of tellers) {
    if (teller.concepts.size < 2) continue;
    for (const block of teller.blocks)
      for (let near = block - NEIGHBOURS; near <= block + NEIGHBOURS; near++)
        if (blocks[near]?.section === section) result.add(near);
  }
  return result;
}
