import { describe, expect, it } from 'vitest';
import { hasMark, lawsOf } from '../../src/document/laws.ts';
import { analyzeText } from '../../src/index.ts';
import type { Law } from '../../src/packs/types.ts';

const laws = async (text: string) => (await analyzeText(`# Privacy Policy\n\n${text}`)).laws;

describe('laws a document falls under', () => {
  it.each([
    ['We collect your personal data when you open an account.', []],
    ['We collect your personal data in line with the GDPR.', ['gdpr']],
    ['We collect your personal data in line with the UK GDPR.', []],
    ['Example GmbH collects your personal data when you open an account.', ['gdpr']],
    ['If you are a resident of the European Economic Area, you may access your personal data.', ['gdpr']],
    ['Our service is not directed at persons in the European Union and collects no personal data of theirs.', []],
    ['We share personal data with a provider in the United States.', []],
    ['Örnek Yazılım A.Ş. collects your personal data when you open an account.', ['kvkk']],
    ['Your personal data are processed under Law No. 6698 and under the GDPR.', ['gdpr', 'kvkk']],
    ['We call +90 212 669 86 98 and read 66981 letters about your personal data.', []],
    ['Mēs apstrādājam jūsu personas datus, lai nodrošinātu pakalpojumu, un glabājam tos divus gadus.', ['gdpr']],
    ['Kişisel verilerinizi hizmet sunmak amacıyla işliyoruz ve iki yıl süreyle saklıyoruz.', ['kvkk']],
    ['Wir verarbeiten Ihre personenbezogenen Daten, um den Dienst zu erbringen.', ['gdpr']],
    ['Wij verwerken uw persoonsgegevens om uw bestelling te leveren en bewaren ze zeven jaar.', ['gdpr']],
  ])('%s', async (text, expected) => {
    expect(await laws(text)).toEqual(expected);
  });

  it('an empty section says whom the document is for', async () => {
    expect(
      await laws('We collect your personal data.\n\n## EU and EU Citizens\n\n## Turkey and Turkish Citizens'),
    ).toEqual(['gdpr', 'kvkk']);
  });

  it('a law of a pack says itself what it applies to', async () => {
    const { document, evidence } = await analyzeText('# Privacy\n\nExample of Oz follows the Emerald Act.');
    const oz = { id: 'oz', applies: { marks: ['Emerald Act'], except: ['Old Emerald Act'] } } as Law;
    expect(lawsOf(document, evidence, { oz })).toEqual(['oz']);
    expect(lawsOf(document, evidence, { oz: { ...oz, applies: undefined } })).toEqual([]);
  });
});

describe('marks', () => {
  it.each([
    ['the GDPR applies', 'GDPR', [], true],
    ['the GDPRs apply', 'GDPR', [], false],
    ['the gdpr applies', 'GDPR', [], false],
    ['the UK GDPR applies', 'GDPR', ['UK GDPR'], false],
    ['the UK GDPR and the GDPR apply', 'GDPR', ['UK GDPR'], true],
    ['Örnek A.Ş.’nin', 'A.Ş.', [], true],
    ['ASIA', 'SIA', [], false],
  ] as const)('%s: %s', (text, mark, except, found) => {
    expect(hasMark(text, mark, except)).toBe(found);
  });
});
