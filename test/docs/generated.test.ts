import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { documentation, GENERATED } from '../../scripts/docs.ts';
import { CHANGES } from '../../src/diff/registry.ts';
import { cli, folder } from '../cli/harness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const pages = documentation();

function filesIn(path: string): string[] {
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split('\\').join('/'));
}

test('the committed pages are what `npm run docs` writes', () => {
  const stale = [...pages].filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
  expect(GENERATED.flatMap(filesIn).filter((path) => !pages.has(path))).toEqual([]);
});

test('every rule and every change has a page, in Markdown and on the site', async () => {
  const rules = JSON.parse((await cli(folder(), ['rules', '-f', 'json'])).stdout) as { id: string }[];
  const wanted = [...rules.map(({ id }) => `rules/${id}`), ...[...CHANGES.keys()].map((id) => `changes/${id}`)];
  expect(wanted.length).toBeGreaterThan(200);
  for (const page of wanted) {
    expect(pages.get(`docs/${page}.md`), page).toMatch(/^<!-- Generated .*\n\n# [^]+\n## Why\n/);
    expect(pages.get(`site/${page}.html`), page).toContain('<h2 id="why">Why</h2>');
  }
});

test('every rule shows what it reports and what it leaves alone', async () => {
  const rules = JSON.parse((await cli(folder(), ['rules', '-f', 'json'])).stdout) as { id: string }[];
  const without = rules.filter(({ id }) => {
    const page = pages.get(`docs/rules/${id}.md`)!;
    return !/\n## (Reported|Sentences that are not enough)\n/.test(page) || !/\n## (Not reported|Sentences that answer it)\n/.test(page);
  });
  // No text of a policy can show these: files that cannot be read and failures of the program.
  expect(without.map(({ id }) => id)).toEqual(['internal/check-failed', 'internal/file-failed', 'structure/unreadable']);
});

test('the page says what `explain` says', async () => {
  const { stdout } = await cli(folder(), ['explain', 'gdpr/retention']);
  const headings = [...pages.get('docs/rules/gdpr/retention.md')!.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(headings).toEqual(stdout.split('\n').filter((line) => /^[A-Z]/.test(line)));
});

test('every relative link of the site leads to a file of the site', () => {
  const broken: string[] = [];
  for (const [path, text] of pages) {
    if (!path.endsWith('.html')) continue;
    for (const [, url] of text.matchAll(/ href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(url!)) continue;
      const [file, anchor] = url!.split('#') as [string, string?];
      const target = file === '' ? path : join(dirname(path), file);
      const html = pages.get(target);
      if (html === undefined || (anchor && !html.includes(`id="${anchor}"`))) broken.push(`${path}: ${url}`);
    }
  }
  expect(broken).toEqual([]);
});

test('the site runs no scripts and loads nothing from elsewhere', () => {
  for (const [path, text] of pages)
    if (path.startsWith("site/")) expect(/<script|<iframe|<img|@import|url\(| on\w+="/.exec(text)?.[0], path).toBeUndefined();
});
