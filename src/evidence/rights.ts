import type { Document } from '../document/types.ts';
import type { Evidence } from './types.ts';

/** What so many paragraphs around tell rights by name is about rights, whatever the heading says. */
const NEIGHBOURS = 4;
/** A sentence near so many rights speaks of all of them together: "your rights as a data subject". */
const TOGETHER = 4;
/** A text that names so many rights one by one leaves out the others, whatever it calls them together. */
const NAMED = 3;

/** Whether a concept is one of the rights of the reader. */
function isRight(concept: string): boolean {
  return concept.startsWith('right-');
}

/** Blocks near those that tell at least two rights of the reader by name, of the same section. Pure. */
export function blocksOnRights({ blocks, sentences }: Document, evidence: readonly Evidence[]): Set<number> {
  const tellers = new Map<number, { blocks: Set<number>; concepts: Set<string> }>();
  for (const { concept, sentence, strength, polarity } of evidence) {
    if (!isRight(concept) || strength !== 'strong' || polarity !== 'affirmed') continue;
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

/** Evidence without the sentences on all rights together where the text goes on to name some of them. Pure. */
export function withoutCollective(evidence: readonly Evidence[]): Evidence[] {
  const named = new Set<string>();
  const near = new Map<number, number>();
  for (const { concept, strength, sentence } of evidence) {
    if (!isRight(concept)) continue;
    if (strength === 'strong') named.add(concept);
    else near.set(sentence, (near.get(sentence) ?? 0) + 1);
  }
  if (named.size < NAMED) return [...evidence];
  return evidence.filter(
    ({ concept, strength, sentence }) =>
      strength === 'strong' || !isRight(concept) || (near.get(sentence) ?? 0) < TOGETHER,
  );
}
