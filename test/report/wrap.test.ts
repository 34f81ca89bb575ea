import fc from 'fast-check';
import { expect, test } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { wrap } from '../../src/report/wrap.ts';

test('wraps as the library does where a character takes one cell', () => {
  const word = fc.stringMatching(/^[a-zA-ZğüşıöçĞÜŞİÖÇāņž.,:;()§“”-]{1,40}$/);
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 10, max: 60 }), (words, width) => {
      const text = words.join(' ');
      expect(wrap(text, width)).toEqual(wrapAnsi(text, width).split('\n'));
    }),
  );
});

test('links, colours and marks take no room, East Asian characters two cells', () => {
  expect(wrap('\u001b]8;;https://example.com\u0007abc def\u001b]8;;\u0007 \u001b[1mghi\u001b[22m', 11)).toEqual([
    '\u001b]8;;https://example.com\u0007abc def\u001b]8;;\u0007 \u001b[1mghi\u001b[22m',
  ]);
  expect(wrap('e\u0301e\u0301 日本 a', 7)).toEqual(['e\u0301e\u0301 日本', 'a']);
});
