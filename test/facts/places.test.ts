import { expect, it } from 'vitest';
import { factsOf, policy } from './facts-of.ts';

it('the region data leave is no place they go to', async () => {
  const facts = await factsOf(policy('Transfers', 'We transfer personal data outside the European Union, to India.'));
  expect(facts.filter((f) => f.type === 'country').map((f) => [f.value, f.detail?.role])).toEqual([
    ['EU', undefined],
    ['IN', 'transfer'],
  ]);
});

it('the country of an address is where somebody is, and no place data go to', async () => {
  const facts = await factsOf(
    policy('Transfers', 'Fir AG, Seestrasse 9, 8002 Zürich, Switzerland, transfers personal data to India.'),
  );
  expect(facts.filter((f) => f.type === 'country').map((f) => [f.value, f.detail?.role])).toEqual([
    ['CH', undefined],
    ['IN', 'transfer'],
  ]);
});

it('where a representative is, no data go to', async () => {
  const facts = await factsOf(
    policy(
      'EU representative',
      'Where personal data are transferred to third countries, our representative is in Switzerland.',
    ),
  );
  expect(facts.filter((f) => f.value === 'CH').map((f) => [f.type, f.detail?.role])).toEqual([['country', undefined]]);
});
