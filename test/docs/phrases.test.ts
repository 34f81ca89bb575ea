import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { analyzeText, loadPack } from '../../src/index.ts';
import { treeOf } from './page.ts';

function tablesIn(node: Nodes): Table[] {
  if (node.type === 'table') return [node];
  return 'children' in node ? node.children.flatMap(tablesIn) : [];
}

const [, examples] = tablesIn(treeOf('docs/phrases.md'));
const rows = examples!.children.slice(1).map((row) => row.children.map((cell) => toString(cell)));

async function matches(phrase: string, sentence: string): Promise<boolean> {
  const language = /[ßü]|\b(der|die|wir)\b/i.test(sentence) ? 'de' : 'en';
  const pack = await loadPack(
    new Map<string, unknown>([
      ['concepts/demo.yaml', [{ id: 'demo', topic: 'text' }]],
      [`phrases/${language}/demo.yaml`, { concept: 'demo', phrases: [phrase] }],
    ]),
  );
  const { evidence } = await analyzeText(sentence, { language, laws: [], packs: [pack] });
  return evidence.of('demo').length > 0;
}

test('the page shows every sign', () => {
  const phrases = rows.map(([phrase]) => phrase).join('\n');
  for (const sign of ['*', '(', '|', '[', '~', '<', '{', '&', '!', '^']) expect(phrases).toContain(sign);
});

test.each(rows)('%s', async (phrase, hit, miss) => {
  expect([await matches(phrase!, hit!), await matches(phrase!, miss!)]).toEqual([true, false]);
});
