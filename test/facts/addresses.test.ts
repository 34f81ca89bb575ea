import { expect, it } from 'vitest';
import { valuesOf } from './facts-of.ts';

it.each([
  ['Write to us at Mill Road 7, 10178 Berlin.', ['Mill Road 7, 10178 Berlin']],
  ['The club is a charity, no. 1123456, Boathouse Lane 2, Galway.', []],
])('takes five digits of a longer number for no postcode: %s', async (text, addresses) => {
  expect(await valuesOf(`# Privacy policy\n\n${text}`, 'postal-address')).toEqual(addresses);
});
