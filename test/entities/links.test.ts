import fc from 'fast-check';
import { find } from 'linkifyjs';
import { expect, test } from 'vitest';
import { findAddresses } from '../../src/text/entities/links.ts';
import type { Entity } from '../../src/text/entities/types.ts';

function found(text: string): Entity[] {
  const out: Entity[] = [];
  findAddresses(text, { start: 0, end: text.length }, out);
  return out;
}

const label = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9]{1,10}$/),
  fc.constantFrom('info', 'privacy', 'com', 'http', 'mailto', 'www', 'localhost', 'photo', 'x-y', '12', 'xn--a'),
);
const ending = fc.oneof(
  fc.stringMatching(/^[a-z]{2,7}$/),
  fc.constantFrom('com', 'lv', 'museum', 'example', 'comx', 'http'),
);
const behind = fc.constantFrom('', '.', ',', ').', ';', ':', '!', '?');

test('plain addresses are what the link library makes of them, or what is read where it knows no such ending', () => {
  fc.assert(
    fc.property(label, label, ending, behind, (local, domain, top, mark) => {
      const address = `${local}@${domain}.${top}`;
      const [first, ...more] = find(`${address}${mark}`).filter(({ type }) => type === 'email' || type === 'url');
      fc.pre(first === undefined || (first.type === 'email' && more.length === 0));
      fc.pre(/^[a-z0-9]+@[a-z]/i.test(address) && !address.toLowerCase().includes('localhost'));
      const value = first?.value ?? address;
      expect(found(`${address}${mark}`)).toEqual([
        { name: 'email', start: 0, end: value.length, value: value.toLowerCase() },
      ]);
    }),
    { numRuns: 3000 },
  );
});

test('in a bracket, where the library reads it, the same address is found', () => {
  fc.assert(
    fc.property(label, label, ending, behind, (local, domain, top, mark) => {
      const word = `${local}@${domain}.${top}${mark}`;
      const moved = found(`(${word}`).map((e) => ({ ...e, start: e.start - 1, end: e.end - 1 }));
      expect(found(word)).toEqual(moved);
    }),
    { numRuns: 3000 },
  );
});
