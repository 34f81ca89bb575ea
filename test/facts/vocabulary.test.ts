import { describe, expect, it } from 'vitest';
import type { FactType } from '../../src/facts/types.ts';
import { factsOf, plain, policy, valuesOf } from './facts-of.ts';

describe('words named in passing', () => {
  it.each<[string, FactType, string[]]>([
    ['We share your delivery address with the courier.', 'data-category', ['pd:PhysicalAddress']],
    ['We share insights with the courier of this address.', 'data-category', []],
    ['We share data with our insurer to verify your identity.', 'purpose', ['dpv:IdentityVerification']],
  ])('%s', async (text, type, expected) => {
    expect(await valuesOf(policy('Who receives data', text), type)).toEqual(expected);
  });

  it('purposes stand in a list of legal bases, bases in their column', async () => {
    const list = policy(
      'Legal bases',
      '- To deliver your order: contract with you\n- To prevent fraud: our legitimate interests',
    );
    expect(await valuesOf(list, 'purpose')).toEqual(['dpv:DeliveryOfGoods', 'dpv:FraudPreventionAndDetection']);
    const table = policy(
      'Why',
      '| Purpose | Data | Legal basis |\n| --- | --- | --- |\n| Newsletter | e-mail address | consent |\n| Fraud prevention | IP address | contract |',
    );
    expect(await valuesOf(table, 'purpose')).toEqual(['dpv:DirectMarketing', 'dpv:FraudPreventionAndDetection']);
    expect(await valuesOf(table, 'data-category')).toEqual(['pd:EmailAddress', 'pd:IPAddress']);
    expect(await valuesOf(table, 'legal-basis')).toEqual(['GDPR-6-1-a', 'GDPR-6-1-b']);
  });

  it('the label of an address is no kind of data', async () => {
    const text = policy(
      'Personal data we collect',
      'We collect your name.\n\nE-mail: jane@acme-shop.com\n\nPhone: +44 20 7946 0018',
    );
    expect(await valuesOf(text, 'data-category')).toEqual(['pd:Name']);
  });

  it('what a plain sentence denies is denied', async () => {
    const facts = await factsOf(
      '# Política de privacidad\n\n## Destinatarios\n\nSus datos se comunican a los bancos. No cedemos datos a empresas de publicidad.',
    );
    expect(plain(facts, 'recipient')).toEqual([
      { value: 'payment', detail: { kind: 'category' } },
      { value: 'advertising', detail: { kind: 'category' }, polarity: 'denied' },
    ]);
  });
});

describe('denials', () => {
  it('a limit is no denial', async () => {
    const facts = await factsOf(
      policy(
        'What we collect',
        "We don't collect location data for more than 12 hours, and we do not collect health data.",
      ),
    );
    expect(plain(facts, 'data-category').map((f) => [f.value, f.polarity])).toEqual([
      ['pd:Location', undefined],
      ['pd:Health', 'denied'],
    ]);
  });

  it('a basis the text does not rely on', async () => {
    const facts = await factsOf(policy('Legal basis', 'We rely on your consent. We do not rely on public interest.'));
    expect(plain(facts, 'legal-basis').map((f) => [f.value, f.polarity])).toEqual([
      ['GDPR-6-1-a', undefined],
      ['GDPR-6-1-e', 'denied'],
    ]);
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

it('the words of a basis are no purpose besides', async () => {
  const text = policy('Legal bases', 'The legal basis is compliance with a legal obligation.');
  expect(await valuesOf(text, 'legal-basis')).toEqual(['GDPR-6-1-c']);
  expect(await valuesOf(text, 'purpose')).toEqual([]);
});
