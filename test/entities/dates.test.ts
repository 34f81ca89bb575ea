import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/text/entities/dates.ts';
import { entitiesOf } from './entities-of.ts';

describe('dates', () => {
  it.each([
    ['en', 'February 14, 2026', ['2026-02-14']],
    ['en', 'on the 3rd of March 2024', ['2024-03-03']],
    ['en', 'February 2026', ['2026-02']],
    ['en', 'APRIL-2024', ['2024-04']],
    ['en', '2024-09-24 and 2024/10/01', ['2024-09-24', '2024-10-01']],
    ['en', '03/12/2024', []],
    ['en', '03/25/2024 and 25/03/2024', ['2024-03-25', '2024-03-25']],
    ['en', '05/05/2024', ['2024-05-05']],
    ['en', 'in 2024 we may change', []],
    ['en', 'Regulation 2016/679, version 2.10.24', []],
    ['en', '31 February 2024', ['2024-02']],
    ['tr', '12 Mart 2024 ve 1 Ağustos 2025’te', ['2024-03-12', '2025-08-01']],
    ['tr', 'Aralık 2025', ['2025-12']],
    ['tr', '12.03.2024', ['2024-03-12']],
    ['lv', 'no 2026. gada 1. janvāra', ['2026-01-01']],
    ['lv', 'no 24.09.2024.', ['2024-09-24']],
    ['de', 'Stand: 12. März 2024', ['2024-03-12']],
    ['fr', '1er janvier 2025 et le 3 mars 2024', ['2025-01-01', '2024-03-03']],
    ['fr', '03/12/2024', ['2024-12-03']],
    ['es', '5 de mayo de 2023', ['2023-05-05']],
    ['pl', '1 lipca 2025 r.', ['2025-07-01']],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'date', language)).toEqual(expected);
  });

  it('only days of the calendar are dates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (y, m, d) => {
          const iso = isoDate(y, m, d);
          const real = new Date(Date.UTC(y, m - 1, d));
          const exists = real.getUTCMonth() === m - 1 && real.getUTCDate() === d && real.getUTCFullYear() === y;
          expect(iso).toBe(exists ? real.toISOString().slice(0, 10) : undefined);
        },
      ),
    );
  });
});
