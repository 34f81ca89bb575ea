import { describe, expect, it } from 'vitest';
import { factsOf, plain, policy } from './facts-of.ts';

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
