import { describe, expect, test } from 'vitest';
import type { Severity } from '../../src/packs/types.ts';
import { REPORTERS } from '../../src/report/index.ts';
import type { Style } from '../../src/report/reporter.ts';
import { CLEAN, document, EMPTY, finding, render, reportOf, SAMPLE } from './samples.ts';

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

test('stylish says of which notices nothing was asked, for no law was recognised', async () => {
  const stylish = await REPORTERS.stylish!();
  const lawless = (path: string) => ({ ...document(path, []), laws: [] });
  expect(render(stylish, reportOf(lawless('a.md'), document('b.md', []), lawless('c.md')))).toBe(
    '✔ No problems in 3 files\n' +
      'No law was recognised in a.md (+ 1 more): what a law requires there was not\n' +
      'judged. --law gdpr or --law kvkk judges it.\n',
  );
  expect(render(stylish, reportOf(lawless('a.md')), { locale: 'tr' })).toContain(
    'a.md için geçerli kanun anlaşılamadı',
  );
  expect(render(stylish, reportOf({ ...lawless('terms.md'), kind: 'terms' }))).toBe('✔ No problems in 1 file\n');
});

test('stylish goes down the page; at one place the worst comes first', async () => {
  const at = (line: number, severity: Severity) => {
    const point = { line, column: 1, offset: line * 10 };
    return finding({ severity, position: { start: point, end: point } });
  };
  const order = [at(9, 'error'), at(2, 'info'), at(2, 'warning'), at(2, 'error'), at(1, 'info')];
  const shown = render(await REPORTERS.stylish!(), reportOf(document('a.md', order)));
  expect(shown.match(/^ +\d+:1 +\w+/gm)!.map((line) => line.trim().split(/ +/))).toEqual([
    ['1:1', 'info'],
    ['2:1', 'error'],
    ['2:1', 'warning'],
    ['2:1', 'info'],
    ['9:1', 'error'],
  ]);
});

test('a policy cannot speak to the terminal', async () => {
  const esc = reportOf(document('a\u001b[2J.md', [finding({ message: 'x \u001b]0;title\u0007 \u009b31m y' })]));
  for (const format of ['stylish', 'compact'])
    expect(render(await REPORTERS[format]!(), esc)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
});

test('stylish on a terminal: colours, links and what to do next', async () => {
  const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const style = Object.fromEntries(
    ['bold', 'dim', 'red', 'yellow', 'blue', 'green', 'underline'].map((name) => [name, mark(name)]),
  ) as unknown as Style;
  const shown = render(await REPORTERS.stylish!(), SAMPLE, { style, links: true, terminal: true });
  await expect(shown.replaceAll('\u001b', '␛').replaceAll('\u0007', '␇')).toMatchFileSnapshot(
    'looks/stylish.terminal.txt',
  );
});
