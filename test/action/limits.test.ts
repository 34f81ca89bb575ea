import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines } from '../../src/cli/step-summary.ts';
import { parseNameStatus } from '../../src/cli/git/name-status.ts';
import { checkout } from './checkout.ts';
import { action, pullRequestPayload, runnerEnv } from './harness.ts';
import { CLEAN } from './policies.ts';
import { GitHub } from './stand-in.ts';

const more = (lines: number) => `… ${lines} more`;

test('what fits is left as it is; what does not is cut at the end of a line, never over the limit', () => {
  expect(fitLines('a\nb', 3, more)).toBe('a\nb');
  expect(fitLines('aaaa\nbbbb\ncccc\ndddd\neeee', 20, more)).toBe('aaaa\n\n… 4 more');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 40 }), (parts) => {
      const text = parts.map((part) => part.replaceAll('\n', ' ')).join('\n');
      const lines = text.split('\n');
      const cut = fitLines(text, 60, more);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(60);
      if (cut === text) return;
      const left = Number(/… (\d+) more$/.exec(cut)![1]);
      expect(cut).toBe(`${lines.slice(0, lines.length - left).join('\n')}\n\n${more(left)}`);
    }),
  );
});

test('a comment stays under what GitHub takes', async () => {
  const github = await new GitHub().start();
  const sections = (text: string) =>
    Array.from({ length: 400 }, (_, i) => `## Bölüm ${i}\n\n${text} ${i}. ${'Çok uzun bir cümle. '.repeat(20)}\n`);
  const pull = checkout(
    { 'privacy.md': `${CLEAN}\n${sections('Birinci').join('\n')}` },
    { 'privacy.md': `${CLEAN}\n${sections('TODO: ikinci').join('\n')}` },
  );
  const event = { name: 'pull_request', payload: pullRequestPayload(pull) };
  await action(runnerEnv(pull.workspace, event, { token: 'x', 'change-level': 'editorial' }, github.url));
  await github.stop();
  const { body } = github.comments[0]!;
  expect(body.length).toBeGreaterThan(50_000);
  expect(body.length).toBeLessThan(65_536);
  expect(body).toMatch(/… \d+ more lines: see the log and the output files of the job\.\n\nAs of [0-9a-f]{12}\.$/);
}, 60_000);

test('what git says of changed files', () => {
  expect(parseNameStatus('M\0a.md\0A\0b c.md\0R087\0old.md\0new.md\0D\0gone.md\0T\0link.md\0')).toEqual({
    changed: [
      { path: 'a.md', before: 'a.md' },
      { path: 'b c.md', before: undefined },
      { path: 'new.md', before: 'old.md' },
      { path: 'link.md', before: 'link.md' },
    ],
    deleted: ['gone.md'],
  });
  expect(parseNameStatus('')).toEqual({ changed: [], deleted: [] });
});
