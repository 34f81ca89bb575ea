import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { FactType } from '../../src/facts/types.ts';
import { analyzeText } from '../../src/index.ts';
import { fixture } from './facts-of.ts';

const ASKED: FactType[][] = [
  ['email'],
  ['phone', 'url'],
  ['postal-address'],
  ['dpo', 'representative'],
  ['retention'],
  ['cookie'],
  ['last-updated', 'effective-date'],
  ['controller', 'email'],
];
const names = readdirSync(fileURLToPath(new URL('../../fixtures/facts', import.meta.url))).filter((n) =>
  n.endsWith('.md'),
);

it.each(names)('the facts of some types are those among all: %s', async (name) => {
  const text = fixture(name);
  const { facts } = await analyzeText(text, { path: 'policy.md' });
  expect(facts.length).toBeGreaterThan(0);
  for (const types of ASKED) {
    const { factsOf } = await analyzeText(text, { path: 'policy.md' });
    expect(factsOf(...types)).toEqual(facts.filter((fact) => types.includes(fact.type)));
  }
});
