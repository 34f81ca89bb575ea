import type { Evidence } from './types.ts';

const RIGHT = /^right-/;
/** A sentence near so many rights speaks of all of them together: "your rights as a data subject". */
const TOGETHER = 4;
/** A text that names so many rights one by one leaves out the others, whatever it calls them together. */
const NAMED = 3;

/** Evidence without the sentences on all rights together where the text goes on to name some of them. Pure. */
export function withoutCollective(evidence: readonly Evidence[]): Evidence[] {
  const named = new Set<string>();
  const near = new Map<number, number>();
  for (const { concept, strength, sentence } of evidence) {
    if (!RIGHT.test(concept)) continue;
    if (strength === 'strong') named.add(concept);
    else near.set(sentence, (near.get(sentence) ?? 0) + 1);
  }
  if (named.size < NAMED) return [...evidence];
  return evidence.filter(
    ({ concept, strength, sentence }) =>
      strength === 'strong' || !RIGHT.test(concept) || (near.get(sentence) ?? 0) < TOGETHER,
  );
}
