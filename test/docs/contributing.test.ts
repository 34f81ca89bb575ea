import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeText, loadPack } from '../../src/index.ts';
import { ROOT } from './page.ts';

const PAGE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const recipe = PAGE.split('## Add a phrase')[1]!.split('\n## ')[0]!;
const [sentence] = /(?<=in words of your own: `)[^`]+/.exec(recipe)!;
const [phrase] = /(?<=\(docs\/phrases\.md\): `- )[^`]+/.exec(recipe)!;

test('the recipe for a phrase has a sentence nobody knows yet, and the phrase that finds it', async () => {
  const pack = await loadPack(
    new Map<string, unknown>([['phrases/en/retention.yaml', { concept: 'retention', phrases: [phrase] }]]),
  );
  const strengths = async (packs: (typeof pack)[]) => {
    const { evidence } = await analyzeText(sentence, { language: 'en', laws: [], packs });
    return evidence.of('retention').map((e) => e.strength);
  };
  expect([await strengths([]), await strengths([pack])]).toEqual([[], ['strong']]);
});
