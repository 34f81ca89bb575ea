import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { folder } from '../cli/harness.ts';
import { codeIn, ROOT, treeOf } from './page.ts';

test('the program of the page prints what the page says', async () => {
  const [program, output] = codeIn(treeOf('docs/library.md'));
  expect([program!.meta, output!.lang]).toEqual(['run', 'text']);
  const file = join(folder(), 'program.ts');
  const library = pathToFileURL(join(ROOT, 'src/index.ts')).href;
  writeFileSync(file, program!.value.replace("'policylint'", JSON.stringify(library)));
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(values.join(' ')));
  await import(/* @vite-ignore */ file);
  log.mockRestore();
  expect(printed.join('\n')).toBe(output!.value);
});
