import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

/** What a chapter on rights in the words of the law answers: rights, and nothing the rights are about. */
const ANSWERED = {
  gdpr: [
    'gdpr/complaint',
    'gdpr/right-access',
    'gdpr/right-erasure',
    'gdpr/right-object',
    'gdpr/right-portability',
    'gdpr/right-rectification',
    'gdpr/right-restriction',
    'gdpr/withdraw-consent',
  ],
  kvkk: [
    'kvkk/answer-30-days',
    'kvkk/application-channels',
    'kvkk/right-compensation',
    'kvkk/right-erasure',
    'kvkk/right-information',
    'kvkk/right-know-processing',
    'kvkk/right-notify-third-parties',
    'kvkk/right-object-automated',
    'kvkk/right-purpose',
    'kvkk/right-recipients',
    'kvkk/right-rectification',
  ],
};

describe.each([
  ['de', 'gdpr', ANSWERED.gdpr],
  ['es', 'gdpr', ANSWERED.gdpr],
  ['fr', 'gdpr', ANSWERED.gdpr],
  ['lv', 'gdpr', ANSWERED.gdpr],
  ['pl', 'gdpr', ANSWERED.gdpr],
  ['tr', 'gdpr', ANSWERED.gdpr],
  ['tr', 'kvkk', ANSWERED.kvkk],
  // Who speaks of objecting to "our legitimate interests" has some and names none: vague.
  ['en', 'gdpr', [...ANSWERED.gdpr, 'gdpr/legitimate-interests'].sort()],
])('a policy of nothing but rights, in %s under the %s', (language, law, expected) => {
  it('names no purpose, basis, recipient, period, source, transfer or automated decision', async () => {
    const path = `${language}-${law}.md`;
    const text = readFileSync(new URL(`../../fixtures/rights-only/${path}`, import.meta.url), 'utf8');
    const { requirements } = await lint(text, { path, laws: [law], now: '2026-06-01' });
    const answered = requirements.filter((r) => ['present', 'vague', 'denied'].includes(r.status));
    expect(answered.map((r) => r.id).sort()).toEqual(expected);
  });
});
