import type { Citation, RulePack } from './types.ts';

/**
 * Of a rule's citations those that bind the reader's text: never one law's articles in a text under another. A citation
 * belongs to the laws whose `sources` it begins with; one that belongs to none holds everywhere.
 * @param laws what the text falls under.
 */
export function applicable(citations: readonly Citation[], laws: Iterable<string>, rules: RulePack): Citation[] {
  const under = new Set(laws);
  return citations.filter(({ cite }) => {
    const owners = Object.values(rules.laws).filter((law) => startsWithAny(cite, law.sources));
    return owners.length === 0 || owners.some((law) => under.has(law.id));
  });
}

/** The address of a citation, from the longest beginning that is known. */
export function addressOf(cite: string, sources: Readonly<Record<string, string>> = {}): string | undefined {
  const beginning = Object.keys(sources)
    .filter((key) => cite.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  return beginning === undefined ? undefined : sources[beginning];
}

function startsWithAny(cite: string, sources: Readonly<Record<string, string>> = {}): boolean {
  return Object.keys(sources).some((beginning) => cite.startsWith(beginning));
}
