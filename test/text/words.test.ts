import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { foldedAt, wordAt } from '../../src/text/words.ts';

function wordsOf(text: string): [written: string, folded: string][] {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, t) => [wordAt(text, tokens, t), foldedAt(text, tokens, t)]);
}

it('words are as written and as they are compared, however often they were read before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { count, start, end } = tokenize(text);
      const expected = Array.from({ length: count }, (_, t) => text.slice(start[t], end[t]));
      for (let round = 0; round < 2; round++)
        expect(wordsOf(text)).toEqual(expected.map((written) => [written, fold(written)]));
    }),
  );
});

it('more words than are kept are read all the same', () => {
  const all = Array.from({ length: 120_000 }, (_, i) => `wórd${i}`);
  const read = wordsOf(all.join(' '));
  expect(read.map(([written]) => written)).toEqual(all);
  expect(read.at(-1)).toEqual(['wórd119999', 'word119999']);
});
