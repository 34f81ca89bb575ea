import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';

async function entities(text: string, ...names: string[]): Promise<string[]> {
  const { entities: all } = await analyzeText(`# Policy\n\n${text}\n`, { path: 'policy.md' });
  return all.filter((e) => names.includes(e.name)).map((e) => e.value);
}

/** The text broken once at every blank, as an editor may wrap it. */
const wrappings = (text: string) =>
  [...text.matchAll(/ /g)].map(({ index }) => `${text.slice(0, index)}\n${text.slice(index + 1)}`);

describe('a paragraph wrapped anywhere', () => {
  const lead = 'For everything this policy describes, in the shop and on this website,';

  it.each([
    ['the controller of your personal data is Acorn Maps Ltd, in Galway.', ['company'], ['Acorn Maps Ltd']],
    ['you can call us at +353 1 496 0123 on working days.', ['phone'], ['+35314960123']],
    ['we keep invoices for 8 years and logs for thirty (30) days.', ['duration'], ['P8Y', 'P30D']],
  ])('%s', async (sentence, names, values) => {
    for (const wrapped of wrappings(sentence)) expect(await entities(`${lead} ${wrapped}`, ...names)).toEqual(values);
  });

  it('lines of an address stay apart', async () => {
    const address = 'Data Protection Officer\nAcorn Maps Ltd\nTel. +353 1 496 0123\n12 Quay Street\nGalway';
    expect(await entities(address, 'company', 'phone')).toEqual(['Acorn Maps Ltd', '+35314960123']);
  });
});
