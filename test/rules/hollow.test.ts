import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

/** Texts that use the words of every element and give none: what a lawyer would not take for an answer. */
it.each([
  ['tr', 'kvkk'],
  ['lv', 'gdpr'],
  ['pl', 'gdpr'],
  ['en', 'gdpr'],
])('a hollow policy in %s answers nothing the %s asks', async (language, law) => {
  const name = `${language}-${law}.md`;
  const text = readFileSync(new URL(`../../fixtures/hollow/${name}`, import.meta.url), 'utf8');
  const report = await lint(text, { path: name, laws: [law], now: '2026-06-01' });
  expect(report.language).toBe(language);
  const answered = report.requirements.filter((r) => r.status === 'present' || r.status === 'denied');
  expect(answered.map((r) => `${r.id}: ${r.evidence[0]!.text}`)).toEqual([]);
});
