import { expect, it } from 'vitest';
import { valuesOf } from './facts-of.ts';

it.each([
  ['Write to us at Mill Road 7, 10178 Berlin.', ['Mill Road 7, 10178 Berlin']],
  ['The club is a charity, no. 1123456, Boathouse Lane 2, Galway.', []],
  ['Thistle Ltd, 14 Quay Lane, Galway, a company registered in Ireland.', ['14 Quay Lane, Galway']],
  ['Write to: Long Hall, 4 Mill Lane, Leeds LS1 5QS.', ['Long Hall, 4 Mill Lane, Leeds LS1 5QS']],
])(
  'knows a street by its postcode or its number, and takes five digits of a longer number for neither: %s',
  async (text, addresses) => {
    expect(await valuesOf(`# Privacy policy\n\n${text}`, 'postal-address')).toEqual(addresses);
  },
);
