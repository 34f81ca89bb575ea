import { distance } from 'fastest-levenshtein';

/** The candidate most like a word, if any is like it enough to be what was meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const scored = candidates.map((candidate) => ({ candidate, cost: cost(word, candidate) }));
  const best = scored.reduce((a, b) => (b.cost < a.cost ? b : a));
  return best.cost <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** A rule's last part alone (`retention` for `gdpr/retention`) counts as near. */
function cost(word: string, candidate: string): number {
  const lower = word.toLowerCase();
  const tail = candidate.slice(candidate.lastIndexOf('/') + 1);
  return Math.min(distance(lower, candidate.toLowerCase()), distance(lower, tail.toLowerCase()) + 0.5);
}

/** `; did you mean x?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean ${found}?`;
}
