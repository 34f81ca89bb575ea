import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDuration } from '../../src/text/entities/durations.ts';
import { entitiesOf } from './entities-of.ts';

describe('durations', () => {
  it.each([
    ['en', 'We keep logs for 30 days.', ['P30D']],
    ['en', 'for thirty (30) days', ['P30D']],
    ['en', 'for six (6) months after that', ['P6M']],
    ['en', 'a 24-month period', ['P24M']],
    ['en', 'kept 30–90 days', ['P90D']],
    ['en', 'between 3 and 5 years', ['P5Y']],
    ['en', 'for one year and for half a year', ['P1Y', 'P6M']],
    ['en', 'for a year', ['P1Y']],
    ['en', 'twenty-four months', ['P24M']],
    ['en', '1.5 years', ['P18M']],
    ['en', 'within 72 hours', ['PT72H']],
    ['en', 'annually, every few days, many years', []],
    ['en', 'In 2025 years ago', []],
    ['en', 'see section 3. Days are long', []],
    ['tr', '10 (on) yıl süreyle saklanır', ['P10Y']],
    ['tr', 'otuz (30) gün içinde', ['P30D']],
    ['tr', '2 yıldan fazla, 6 ay', ['P2Y', 'P6M']],
    ['tr', 'herhangi bir günlük tutulmaz', []],
    ['tr', 'on iki ay', ['P12M']],
    ['lv', '5 gadus un 30 dienas', ['P5Y', 'P30D']],
    ['lv', 'sešus mēnešus', ['P6M']],
    ['lv', '2. Mēs apstrādājam datus', []],
    ['de', '6 Monate und zehn Jahre', ['P6M', 'P10Y']],
    ['de', 'nach 30 Tagen', ['P30D']],
    ['fr', 'pendant trois ans puis 13 mois', ['P3Y', 'P13M']],
    ['es', 'durante 5 años y seis meses', ['P5Y', 'P6M']],
    ['pl', 'przez 10 lat i 14 dni', ['P10Y', 'P14D']],
    ['pl', 'sześć miesięcy', ['P6M']],
    ['pl', 'pół roku, półtora roku i dwudziestu dni', ['P6M', 'P18M', 'P20D']],
    ['pl', 'zgodnie z rozporządzeniem (UE) 2016/679 z dnia 27 kwietnia 2016 r.', []],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'duration', language)).toEqual(expected);
  });

  it('whole amounts keep their unit, fractions take the next smaller one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.constantFrom('D', 'W', 'M', 'Y'), (amount, unit) => {
        expect(isoDuration(amount, unit)).toBe(`P${amount}${unit}`);
        expect(isoDuration(amount + 0.5, unit)).toMatch(/^P(?:\d+[DWMY]|T\d+H)$/);
      }),
    );
  });
});
