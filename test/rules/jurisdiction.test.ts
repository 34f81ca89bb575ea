import { describe, expect, it } from 'vitest';
import { diff, lint } from '../../src/index.ts';

const US = `# Privacy Policy

Otter Tools, Inc., 500 Market Street, San Francisco, CA 94105, United States, runs this site for customers in the United States.
We collect your personal information to fill orders. Call us toll-free at (415) 555-2671.
`;
const UK = `# Privacy notice

Otter Tools Ltd, 14 Harbour Row, Bristol, England, is the controller of your personal data under the UK GDPR and the Data
Protection Act 2018. We use your personal data to fill orders. E-mail privacy@otter-tools.co.uk.
`;
const NOWHERE = `# Privacy policy

We collect your personal data to fill orders. E-mail privacy@otter-tools.com about your personal data.
`;

const cited = async (text: string) => {
  const { laws, findings } = await lint(text);
  expect(laws).toEqual([]);
  return findings.find((f) => f.rule === 'retention/missing')!.citations.map((c) => c.cite);
};

describe('a text under neither law', () => {
  it('is told no article of the Union where its controller is in a third country', async () => {
    expect(await cited(US)).toEqual([]);
  });

  it('is told the articles of the UK GDPR where it is under that', async () => {
    expect(await cited(UK)).toEqual(['UK GDPR Art. 13(2)(a)', 'UK GDPR Art. 5(1)(e)']);
  });

  it('is told those of the GDPR where it points nowhere', async () => {
    expect(await cited(NOWHERE)).toEqual(['GDPR Art. 13(2)(a)', 'GDPR Art. 5(1)(e)']);
  });

  it('has changes cited in the same way', async () => {
    const add = (text: string) => `${text}\nWe keep your personal data for two years.\n`;
    const of = async (text: string) =>
      (await diff(text, add(text))).changes.flatMap((c) => c.citations.map((x) => x.cite));
    expect(await of(UK)).toEqual(['UK GDPR Art. 13(2)(a)']);
    expect(await of(US)).toEqual([]);
  });
});
