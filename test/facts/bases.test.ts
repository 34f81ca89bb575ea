import { describe, expect, it } from 'vitest';
import { factsOf, fixture, plain, valuesOf } from './facts-of.ts';

describe('legal bases', () => {
  it.each([
    ['de-gdpr.md', ['GDPR-6-1-a', 'GDPR-6-1-b', 'GDPR-6-1-c', 'GDPR-6-1-f']],
    ['fr-gdpr.md', ['GDPR-6-1-a', 'GDPR-6-1-b', 'GDPR-6-1-c', 'GDPR-6-1-f']],
    ['pl-gdpr.md', ['GDPR-6-1-a', 'GDPR-6-1-b', 'GDPR-6-1-c', 'GDPR-6-1-f']],
    ['tr-gdpr.md', ['GDPR-6-1-a', 'GDPR-6-1-b', 'GDPR-6-1-c', 'GDPR-6-1-f']],
    ['tr-kvkk.md', ['KVKK-5-2-c', 'KVKK-5-2-f', 'KVKK-5-2-ç']],
    ['en-kvkk.md', ['KVKK-5-2-c', 'KVKK-5-2-ç']],
  ])('of %s, by words or by article, under the law it falls under', async (name, bases) => {
    expect((await valuesOf(fixture(`../complete/${name}`), 'legal-basis')).sort()).toEqual(bases);
  });

  it('an article that only a right names is no basis', async () => {
    const text =
      '# Datenschutzerklärung\n\n## Rechtsgrundlagen\n\nRechtsgrundlage ist Art. 6 Abs. 1 lit. b DSGVO.\n\n## Widerspruch\n\n' +
      'Sie haben das Recht, gegen die Verarbeitung Ihrer Daten, die aufgrund von Art. 6 Abs. 1 lit. e DSGVO erfolgt, Widerspruch einzulegen.';
    expect(await valuesOf(text, 'legal-basis')).toEqual(['GDPR-6-1-b']);
  });
});

it('an elided article hides no word', async () => {
  const text =
    "# Politique de confidentialité\n\n## Données collectées\n\nNous collectons l'adresse e-mail et l'adresse IP de l'utilisateur.";
  expect(await valuesOf(text, 'data-category')).toEqual(['pd:EmailAddress', 'pd:IPAddress']);
});

it('a purpose that is denied is denied', async () => {
  const text =
    '# Privacy policy\n\n## Purposes\n\nWe use your data to prevent fraud. We do not use your data for direct marketing.';
  expect(plain(await factsOf(text), 'purpose')).toEqual([
    { value: 'dpv:FraudPreventionAndDetection' },
    { value: 'dpv:DirectMarketing', polarity: 'denied' },
  ]);
});

it('a period on top of a criterion keeps both', async () => {
  const text =
    '# Privacy policy\n\n## Retention\n\n- Account data: until you delete your account, and 30 days after that';
  expect(plain(await factsOf(text), 'retention')).toEqual([
    { value: 'P30D', duration: 'P30D', subject: 'Account data', criterion: 'until you delete your account' },
  ]);
});
