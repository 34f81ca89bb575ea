import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { ROOT, treeOf } from './page.ts';

const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const names = Object.keys(devDependencies);

/** Packages of the table "Dependencies" in ARCHITECTURE.md; one with a star stands for many. */
function justified(): RegExp[] {
  const { children } = treeOf('ARCHITECTURE.md') as Nodes & { children: Nodes[] };
  const table = children.filter((node) => node.type === 'table').at(-1)!;
  const cells = table.children.slice(1).map((row) => toString(row.children[0]));
  return cells.flatMap((cell) => cell.split(', ')).map((name) => new RegExp(`^${name.replace('*', '[\\w-]+')}$`));
}

test('every dependency is justified, and nothing else', () => {
  const table = justified();
  expect(names.filter((name) => !table.some((pattern) => pattern.test(name)))).toEqual([]);
  expect(table.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([]);
});

/** Packages that are run or whose types are taken without being named in an import. */
const TOOLS = /^(?:@types\/.*|dts-bundle-generator|eslint|tsx|typescript)$/;

const IMPORT = /(?:^(?:import|export) [^'()=;]*from |^import |\bimport\()'((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/gm;

test('every dependency is imported, and every import is a dependency', () => {
  const files = ['src', 'scripts', 'bench', 'test'].flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
      .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
      .map((path) => join(folder, path)),
  );
  const imported = new Set<string>();
  for (const file of [...files, 'eslint.config.js', 'vitest.config.ts'])
    for (const [, name] of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)) imported.add(name!);
  expect(names.filter((name) => !TOOLS.test(name) && !imported.has(name))).toEqual([]);
  const known = (name: string) => names.includes(name) || names.includes(`@types/${name}`);
  expect([...imported].filter((name) => !known(name))).toEqual([]);
});
