import { describe, expect, it } from 'vitest';
import { lint } from '../../../src/index.ts';
import { rules } from '../../../src/packs/generated/rules.ts';
import { checks } from '../../../src/rules/checks/index.ts';

const NOW = '2026-11-01';
const { defects } = rules();

/** Rules reported on a text. */
async function reported(markdown: string): Promise<string[]> {
  const { findings } = await lint(markdown, { now: NOW });
  return [...new Set(findings.map((f) => f.rule))];
}

describe('every rule is told by its own examples', () => {
  for (const rule of Object.values(defects)) {
    if (rule.id.startsWith('internal/')) continue;
    it(`${rule.id} has examples, both languages and sources`, () => {
      // What a reader stumbles over depends on the format; it has a test of its own.
      if (rule.id !== 'structure/unreadable') expect(Math.min(rule.bad.length, rule.good.length)).toBeGreaterThan(0);
      for (const text of [rule.title, rule.help, rule.why, ...Object.values(rule.messages)]) {
        expect(text.en).toBeTruthy();
        expect(text.tr).toBeTruthy();
      }
      for (const { cite, url } of rule.citations) {
        expect(cite).toBeTruthy();
        expect(url).toMatch(/^https:\/\//);
      }
    });
    rule.bad.forEach((example, i) =>
      it(`${rule.id} is reported on bad example ${i + 1}`, async () => {
        const found = await reported(example);
        expect(found, example).toContain(rule.id);
        expect(found).not.toContain('internal/check-failed');
      }),
    );
    rule.good.forEach((example, i) =>
      it(`${rule.id} is not reported on good example ${i + 1}`, async () => {
        expect(await reported(example), example).not.toContain(rule.id);
      }),
    );
  }
});

describe('checks and rules belong together', () => {
  it('every check reports only rules that have a file', () => {
    for (const check of checks) for (const id of check.rules) expect(defects, id).toHaveProperty([id]);
  });
  it('every rule is made by a check or by its own data', () => {
    const made = new Set(checks.flatMap((check) => check.rules));
    const lost = Object.values(defects)
      .filter((rule) => !/^(?:internal|suppression|document)\//.test(rule.id))
      .filter((rule) => !made.has(rule.id) && !rule.detect && !rule.concept && !rule.urls)
      .map((rule) => rule.id);
    expect(lost).toEqual([]);
  });
  it('slots of messages are ones the rule fills: {name} with a lower-case name', () => {
    for (const rule of Object.values(defects))
      for (const message of Object.values(rule.messages))
        for (const text of Object.values(message)) expect(text).not.toMatch(/\{[^a-z]/);
  });
});
