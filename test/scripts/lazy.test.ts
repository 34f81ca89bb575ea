import { expect, test } from 'vitest';
import { withLazyConstants } from '../../scripts/lazy.ts';

test('regular expressions, sets, maps and lists of them are made where they are first used', () => {
  const source = `
const WORD = /\\p{L}+/u;
const NAMES = new Set('a b'.split(' '));
const PAIRS: readonly [RegExp, string][] = [[/a/, 'a']];
export function f(text: string) {
  for (const [pattern] of PAIRS) if (pattern.test(text)) return 0;
  return WORD.test(text) && NAMES.has(text) ? text.split(WORD) : [];
}`;
  expect(withLazyConstants(source)).toBe(`
let WORD;
let NAMES;
let PAIRS;
export function f(text: string) {
  for (const [pattern] of (PAIRS ??= [[/a/, 'a']])) if (pattern.test(text)) return 0;
  return (WORD ??= /\\p{L}+/u).test(text) && (NAMES ??= new Set('a b'.split(' '))).has(text) ? text.split((WORD ??= /\\p{L}+/u)) : [];
}`);
});

test.each([
  ['exported', 'export const A = /a/; function f() { return A.test(""); }'],
  ['used while the module is loaded', 'const A = /a/; const B = A.source; function f() { return A.test(B); }'],
  ['used in a type', 'const A = new Set(["a"] as const); function f(x: typeof A) { return A.has("a"); }'],
  ['shadowed', 'const A = /a/; function f(A: RegExp) { return A.test(""); }'],
  ['a shorthand property', 'const A = /a/; function f() { return { A }; }'],
  ['assigned', 'let A = /a/; function f() { A = /b/; return A.test(""); }'],
  ['given another name', 'const A = /a/; export { A as B };'],
  ['cheap', 'const A = new Map(); const B = 1; function f() { return A.get(B); }'],
  ['long and used twice', `const A = [/${'a'.repeat(500)}/]; function f() { return A[0] ?? A[1]; }`],
])('what is %s stays as it is', (_, source) => {
  expect(withLazyConstants(source)).toBe(source);
});

test('the name of a property is none of a constant', () => {
  expect(withLazyConstants('const a = /a/; function f(x: any) { return x.a + a.test({ a: 1 }.a); }')).toBe(
    'let a; function f(x: any) { return x.a + (a ??= /a/).test({ a: 1 }.a); }',
  );
});

test('a constant in another one stays', () => {
  const source =
    'const A = /a/; const B = new Set(["a"].filter((x) => A.test(x))); function f() { return B.has("a"); }';
  expect(withLazyConstants(source)).toBe(
    'let A; const B = new Set(["a"].filter((x) => (A ??= /a/).test(x))); function f() { return B.has("a"); }',
  );
});
