import { describe, expect, it } from 'vitest';
import { factsOf, plain, valuesOf } from './facts-of.ts';

const policy = (heading: string, text: string) => `# Privacy policy\n\n## ${heading}\n\n${text}`;

describe('companies that are neither controller nor recipient', () => {
  it.each([
    [
      'Imagine that a customer of ours, Plain Bakery Ltd, keeps its orders here. Then Plain Bakery Ltd is the controller.',
    ],
    ['For example, if Plain Bakery Ltd uses our software, Plain Bakery Ltd is the controller of that data.'],
  ])('%s', async (text) => {
    const facts = await factsOf(policy('An example', text));
    expect(facts.filter((f) => f.type === 'controller' || f.type === 'recipient')).toEqual([]);
  });

  it('the representative gets no data, and its country is none data go to', async () => {
    const facts = await factsOf(
      policy(
        'EU representative',
        'As we have no office in the EU, our EU representative under Article 27 GDPR is Agent Services GmbH, Ringstrasse 4, 80331 Munich, Germany.',
      ),
    );
    expect(plain(facts, 'representative').map((f) => f.value)).toEqual(['Agent Services GmbH']);
    expect(plain(facts, 'recipient')).toEqual([]);
    expect(facts.filter((f) => f.type === 'country' && f.detail?.role === 'transfer')).toEqual([]);
  });

  it('who hosts or designs a site receives data and does not control them', async () => {
    const text = policy(
      'Who is responsible?',
      'Green Garden GmbH runs this site. Hosting: Fast Server GmbH. Web design: Nice Pages Ltd.',
    );
    expect(await valuesOf(text, 'controller')).toEqual(['Green Garden GmbH']);
    expect(await valuesOf(text, 'recipient')).toEqual(['Fast Server GmbH', 'Nice Pages Ltd.']);
  });
});

describe('where a recipient is', () => {
  it('is told behind its name', async () => {
    const facts = await factsOf(
      policy(
        'Recipients',
        'We share data with our affiliates Round Media BV (Netherlands) and Round Media Pty Ltd, Sydney, Australia.',
      ),
    );
    expect(
      plain(facts, 'recipient')
        .filter((f) => f.detail?.kind !== 'category')
        .map((f) => [f.value, f.detail?.country]),
    ).toEqual([
      ['Round Media BV', 'NL'],
      ['Round Media Pty Ltd', 'AU'],
    ]);
  });

  it('is told in its row', async () => {
    const table =
      '| Processor | Country |\n| --- | --- |\n| Quiet Data Oy | Finland |\n| Loud Data Inc. | United States |';
    expect(
      plain(await factsOf(policy('Processors', table)), 'recipient').map((f) => [f.value, f.detail?.country]),
    ).toEqual([
      ['Quiet Data Oy', 'FI'],
      ['Loud Data Inc.', 'US'],
    ]);
  });
});

describe('countries', () => {
  it('the region data leave is no place they go to', async () => {
    const facts = await factsOf(policy('Transfers', 'We transfer personal data outside the European Union, to India.'));
    expect(facts.filter((f) => f.type === 'country').map((f) => [f.value, f.detail?.role])).toEqual([
      ['EU', undefined],
      ['IN', 'transfer'],
    ]);
  });
});

describe('words named in passing', () => {
  it.each<[string, string, string[]]>([
    ['We share your delivery address with the courier.', 'data-category', ['pd:PhysicalAddress']],
    ['We share insights with the courier of this address.', 'data-category', []],
    ['We share data with our insurer to verify your identity.', 'purpose', ['dpv:IdentityVerification']],
  ])('%s', async (text, type, expected) => {
    expect(await valuesOf(policy('Who receives data', text), type as 'purpose')).toEqual(expected);
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
      'What we collect',
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

describe('cookies outside tables', () => {
  it('are told as code and at the beginning of items', async () => {
    const text =
      '# Cookie policy\n\nWe set the cookie `sid` for one session.\n\n- **hubspotutk** (HubSpot) – lasts 6 months\n- **theme** – lasts 2 days\n- analytics – to count visits';
    expect(plain(await factsOf(text), 'cookie')).toEqual([
      { value: 'sid', criterion: 'session' },
      { value: 'hubspotutk', duration: 'P6M', detail: { provider: 'HubSpot' } },
      { value: 'theme', duration: 'P2D' },
    ]);
  });

  it("the table's own provider counts", async () => {
    const text =
      '# Cookie-Richtlinie\n\n## Cookies\n\n| Cookie | Anbieter | Speicherdauer |\n| --- | --- | --- |\n| _ga | Google Ireland Limited | 2 Jahre |';
    expect(plain(await factsOf(text), 'cookie')).toEqual([
      { value: '_ga', duration: 'P2Y', detail: { provider: 'Google Ireland Limited' } },
    ]);
  });
});

describe('numbers and addresses', () => {
  it('a number that is called by another name is no telephone number', async () => {
    const text = policy('Contact', 'Call (212) 555-0147. Order number: 4455667788.');
    expect(await valuesOf(text, 'phone')).toEqual(['+12125550147']);
  });

  it('British postcodes end an address without a run of digits', async () => {
    const text = policy('Contact', 'Write to: Long Hall, 4 Mill Lane, Leeds LS1 5QS.');
    expect(await valuesOf(text, 'postal-address')).toEqual(['Long Hall, 4 Mill Lane, Leeds LS1 5QS']);
  });
});
