import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fact, FactType } from '../../src/facts/types.ts';
import { analyzeText } from '../../src/index.ts';

export const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/facts/${name}`, import.meta.url)), 'utf8');

/** A policy of one section. */
export const policy = (heading: string, text: string): string => `# Privacy policy\n\n## ${heading}\n\n${text}`;

export async function factsOf(text: string): Promise<readonly Fact[]> {
  return (await analyzeText(text, { path: 'policy.md' })).facts;
}

export async function valuesOf(text: string, type: FactType): Promise<string[]> {
  return (await factsOf(text)).filter((fact) => fact.type === type).map((fact) => fact.value);
}

/** The facts of one type without what only tells where they stand. */
export function plain(facts: readonly Fact[], type: FactType): Partial<Fact>[] {
  return facts.filter((f) => f.type === type).map(({ source: _s, sentence: _n, type: _t, ...rest }) => rest);
}
