import { describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/report/index.ts';
import { CLEAN, EMPTY, render, SAMPLE } from './samples.ts';

// How each format looks. `npx vitest -u` rewrites the snapshots: read the difference before committing it.
describe.each(Object.keys(REPORTERS))('%s', (format) => {
  test('sample', async () => {
    await expect(render(await REPORTERS[format]!(), SAMPLE)).toMatchFileSnapshot(`looks/${format}.txt`);
  });

  test('in Turkish', async () => {
    await expect(render(await REPORTERS[format]!(), SAMPLE, { locale: 'tr' })).toMatchFileSnapshot(
      `looks/${format}.tr.txt`,
    );
  });
});

test('stylish says that nothing is wrong', async () => {
  const stylish = await REPORTERS.stylish!();
  expect(render(stylish, CLEAN)).toBe('✔ No problems in 1 file\n');
  expect(render(stylish, EMPTY)).toBe('✔ No problems in 0 files\n');
});
