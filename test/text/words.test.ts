import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { WordMemo, wordAt } from '../../src/text/words.ts';

function wordsOf(text: string): [written: string, folded: string][] {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, t) => {
    const { written, folded } = wordAt(text, tokens, t);
    return [written, folded];
  });
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

it('what is made of a word is made once as long as words are kept, and never mistaken for that of another', () => {
  const made: string[] = [];
  const memo = new WordMemo(({ written }) => {
    made.push(written);
    return written.toUpperCase();
  });
  const tokens = tokenize('erste');
  const first = wordAt('erste', tokens, 0);
  expect([memo.of(first), memo.of(first), made]).toEqual(['ERSTE', 'ERSTE', ['erste']]);
  const many = Array.from({ length: 60_000 }, (_, i) => `viele${i}`).join(' ');
  const others = tokenize(many);
  for (let t = 0; t < others.count; t++)
    expect(memo.of(wordAt(many, others, t))).toBe(many.slice(others.start[t], others.end[t]).toUpperCase());
  expect(memo.of(first)).toBe('ERSTE');
});

it('what is a word is what Unicode calls a letter, a mark or a number, and the underscore', () => {
  const wrong = [];
  for (let code = 0; code < 0x3000; code++) {
    const char = String.fromCharCode(code);
    if ((tokenize(char).count === 1) !== /[\p{L}\p{M}\p{N}_]/u.test(char)) wrong.push(code);
    // Between two digits a comma joins digits alone.
    if (code < 0x250 && (tokenize(`1,${char}`).end[0] === 3) !== /\p{Nd}/u.test(char)) wrong.push(code);
  }
  // The letter that is written as an apostrophe.
  expect(wrong).toEqual([0x2bc]);
});
