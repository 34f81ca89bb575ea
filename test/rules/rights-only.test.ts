import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

/** What a chapter on rights in the words of the Regulation answers: rights, and nothing the rights are about. */
const ANSWERED = [
  'gdpr/complaint',
  'gdpr/right-access',
  'gdpr/right-erasure',
  'gdpr/right-object',
  'gdpr/right-portability',
  'gdpr/right-rectification',
  'gdpr/right-restriction',
  'gdpr/withdraw-consent',
];

describe.each([
  ['de', ANSWERED],
  ['fr', ANSWERED],
  ['es', ANSWERED],
  // Who speaks of objecting to "our legitimate interests" has some and names none: vague.
  ['en', [...ANSWERED, 'gdpr/legitimate-interests'].sort()],
])('a policy of nothing but rights, in %s', (language, expected) => {
  it('names no purpose, basis, recipient, period, source, transfer or automated decision', async () => {
    const text = readFileSync(new URL(`../../fixtures/rights-only/${language}-gdpr.md`, import.meta.url), 'utf8');
    const { requirements } = await lint(text, { path: `${language}-gdpr.md`, laws: ['gdpr'], now: '2026-06-01' });
    const answered = requirements.filter((r) => ['present', 'vague', 'denied'].includes(r.status));
    expect(answered.map((r) => r.id).sort()).toEqual(expected);
  });
});
