import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corpusPolicy, edited, policyOf, sourceOf } from '../../bench/policies.ts';
import { growthExponent, median, ratio } from '../../bench/statistics.ts';

const source = sourceOf(readFileSync(new URL('../../fixtures/complete/en-gdpr.md', import.meta.url), 'utf8'));

describe('statistics of the benchmark', () => {
  test('median of an odd and an even number of values, in any order', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
  });

  test('the exponent of linear and of quadratic growth', () => {
    const points = (power: number) => [1, 10, 100].map((size) => ({ size, time: 5 * size ** power }));
    expect(growthExponent(points(1))).toBeCloseTo(1);
    expect(growthExponent(points(2))).toBeCloseTo(2);
  });

  test('ratios are taken round by round: a slow moment of the machine changes nothing', () => {
    expect(ratio([2, 20, 2], [1, 10, 1])).toBe(2);
    expect(ratio([2, 20, 2], [1])).toBe(2);
    expect(ratio([], [1])).toBeNaN();
  });
});

describe('policies of the benchmark', () => {
  test('the same number gives the same policy, another number another', () => {
    expect(corpusPolicy([source], 5)).toBe(corpusPolicy([source], 5));
    expect(corpusPolicy([source], 5)).not.toBe(corpusPolicy([source], 6));
  });

  test('10 to 20 KB, a title, sections of the source, a tenth of the words replaced', () => {
    for (let i = 0; i < 20; i++) {
      const text = corpusPolicy([source], i);
      expect(text.length).toBeGreaterThanOrEqual(10_000);
      expect(text.length).toBeLessThan(20_000);
      expect(text.startsWith(`${source.title}\n\n## `)).toBe(true);
    }
  });

  test('light edits touch twenty paragraphs at most, heavy ones reorder sections, a rewrite is another text', () => {
    const text = policyOf(source, 1, 20_000);
    const light = edited(text, source, 'light', 1);
    const [before, after] = [text.split('\n\n'), light.split('\n\n')];
    expect(after).toHaveLength(before.length);
    const touched = after.filter((paragraph, i) => paragraph !== before[i]).length;
    expect(touched).toBeGreaterThan(5);
    expect(touched).toBeLessThanOrEqual(20);
    const heavy = edited(text, source, 'heavy', 1);
    const kept = heavy.split('\n\n').filter((paragraph) => before.includes(paragraph)).length;
    expect(kept / before.length).toBeGreaterThan(0.8);
    expect(heavy.match(/^## .*/gm)).not.toEqual(text.match(/^## .*/gm));
    const rewritten = edited(text, source, 'rewrite', 1).split('\n\n');
    expect(rewritten.filter((paragraph) => before.includes(paragraph)).length / before.length).toBeLessThan(0.6);
  });
});
