import { expect, it } from 'vitest';
import { policy, valuesOf } from './facts-of.ts';

it('a number that is called by another name is no telephone number', async () => {
  const text = policy('Contact', 'Call (212) 555-0147. Order number: 4455667788.');
  expect(await valuesOf(text, 'phone')).toEqual(['+12125550147']);
});
