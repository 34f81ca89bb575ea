import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffContexts } from '../../src/diff/diff.ts';
import { analyzeText } from '../../src/index.ts';
import type { CheckContext } from '../../src/rules/types.ts';
import { chanceOf, RETOUCHES } from './noise.ts';
import { asHtml, asText, numbered } from './renderings.ts';

const ROOT = 'fixtures/complete';
const policies = readdirSync(ROOT).filter((name) => name.endsWith('.md'));

const weighty = (base: CheckContext, revision: CheckContext) =>
  diffContexts(base, revision, { locale: 'en' })
    .changes.filter((change) => change.level !== 'editorial')
    .map((change) => `${change.id}: ${change.summary}`);

describe.each(policies)('%s says the same', (name) => {
  const source = readFileSync(`${ROOT}/${name}`, 'utf8');
  const read = (text: string, path: string) => analyzeText(text, { path });
  const markdown = read(source, 'policy.md');

  it.each([
    ['as HTML', 'policy.html', async () => asHtml((await markdown).document)],
    ['as plain text', 'policy.txt', async () => asText((await markdown).document)],
    ['with numbered headings', 'policy.md', async () => numbered(source)],
    ['with its lines wrapped anew', 'policy.md', async () => RETOUCHES.rewrap!(source, chanceOf(3))],
    ['with its sections shuffled', 'policy.md', async () => RETOUCHES.shuffle!(source, chanceOf(5))],
  ])('%s', async (_, path, render) => {
    const text = await render();
    expect(text).not.toBe(source);
    const other = await read(text, path);
    expect(weighty(await markdown, other)).toEqual([]);
    expect(weighty(other, await markdown)).toEqual([]);
  });
});
