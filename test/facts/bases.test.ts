import { describe, expect, it } from 'vitest';
import { fixture, valuesOf } from './facts-of.ts';

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
      '# Datenschutzerklärung\n\n## Rechtsgrundlagen\n\nRechtsgrundlage ist Art. 6 Abs. 1 lit. b DSGVO.\n\n' +
      'Sie haben das Recht, gegen die Verarbeitung Ihrer Daten, die aufgrund von Art. 6 Abs. 1 lit. e DSGVO erfolgt, Widerspruch einzulegen.';
    expect(await valuesOf(text, 'legal-basis')).toEqual(['GDPR-6-1-b']);
  });
});
