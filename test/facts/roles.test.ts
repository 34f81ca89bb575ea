import { describe, expect, it } from 'vitest';
import { factsOf, plain, policy, valuesOf } from './facts-of.ts';

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

  it('a service an officer is reached by receives nothing from that', async () => {
    const text = policy('Data protection officer', 'Our data protection officer answers you by Zendesk.');
    expect(await valuesOf(text, 'recipient')).toEqual([]);
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
