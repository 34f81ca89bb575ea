import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changesMarkdown } from './docs-changes.ts';
import { rulePages } from './docs/rule-pages.ts';
import { sitePages } from './docs/site.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders that hold nothing but what is generated. */
export const GENERATED = ['docs/rules', 'docs/changes', 'site'];

/** Every generated file of the documentation: path → content. Pages people write are read from `docs/`. */
export function documentation(): Map<string, string> {
  const own = rulePages().set('changes.md', changesMarkdown());
  const written = readdirSync(join(root, 'docs'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry): [string, string] => [entry.name, readFileSync(join(root, 'docs', entry.name), 'utf8')]);
  const site = sitePages(new Map([...written, ...own]));
  return new Map([
    ...[...own].map(([path, text]): [string, string] => [`docs/${path}`, text]),
    ...[...site].map(([path, text]): [string, string] => [`site/${path}`, text]),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of GENERATED) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of documentation()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
