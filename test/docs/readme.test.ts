import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Link, Nodes } from 'mdast';
import { agrees, codeIn, follow, ROOT, treeOf } from './page.ts';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)].filter((page) => existsSync(join(ROOT, page)));

function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

describe.each(PAGES)('%s', (page) => {
  test('its commands print what it says', async () => {
    const wrong = (await follow(page)).filter((example) => !agrees(example));
    expect(wrong.map(({ command, actual }) => `$ ${command}\n${actual}`)).toEqual(wrong.map(({ command, expected }) => `$ ${command}\n${expected}`));
  });

  test('its links to files lead somewhere', () => {
    const broken = linksIn(treeOf(page))
      .map(({ url }) => url.split('#')[0]!)
      .filter((url) => url !== '' && !/^[a-z]+:/.test(url) && !existsSync(join(ROOT, dirname(page), url)));
    expect(broken).toEqual([]);
  });
});

describe('the two commands of the README', () => {
  const [first, second] = codeIn(treeOf('README.md')).filter(({ lang }) => lang === 'sh');

  test('the first installs and lints a policy that is in the repository', async () => {
    expect(first!.value).toBe('npm ci && node bin/policylint.js lint fixtures/complete/en-gdpr.md');
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: { policylint: string } };
    expect([bin.policylint, existsSync(join(ROOT, bin.policylint))]).toEqual(['bin/policylint.js', true]);
    const [example] = await follow('README.md');
    expect(example!.command).toBe('node bin/policylint.js lint fixtures/complete/en-gdpr.md');
  });

  test('the second installs and runs every test', () => {
    expect(second!.value).toBe('npm ci && npm test');
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { test: string } };
    expect(scripts.test).toBe('vitest run');
  });
});
