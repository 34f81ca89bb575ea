import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';

async function durations(text: string): Promise<string[]> {
  const { entities } = await analyzeText(text);
  return entities.filter((e) => e.name === 'duration').map((e) => e.value);
}

describe('durations', () => {
  it('reads Turkish and Latvian units in their inflected forms', async () => {
    expect(
      await durations('Kişisel verileriniz on yıl, kayıtlar ise 6 aylık süreyle ve 30 günden az saklanır.'),
    ).toEqual(['P10Y', 'P6M', 'P30D']);
    expect(
      await durations('Personas datus glabājam piecus gadus, žurnālus 12 mēnešus un kopijas trīsdesmit dienas.'),
    ).toEqual(['P5Y', 'P12M', 'P30D']);
  });

  it('reads on over the end of a line, not into the next paragraph', async () => {
    expect(
      await durations(
        'We keep invoices for 8\nyears, logs for thirty (30)\ncalendar days and mail for 30\n  to 60 days.\n',
      ),
    ).toEqual(['P8Y', 'P30D', 'P60D']);
    expect(await durations('Wir speichern Rechnungen zehn\nJahre lang und Protokolle 14\r\nTage.\n')).toEqual([
      'P10Y',
      'P14D',
    ]);
    expect(await durations('Faturalar on\niki ay, kayıtlar otuz\ngün süreyle saklanır.\n')).toEqual(['P12M', 'P30D']);
    expect(await durations('We keep copies of version 3\n\ndays are counted from the day of the order.\n')).toEqual([]);
    expect(await durations('## Step 2\n\nYears ago we began.\n')).toEqual([]);
  });

  it('does not take a calendar year for a length of time', async () => {
    expect(await durations('Bu metin 2025 yılında güncellenmiştir ve kişisel verilerinizi açıklar.')).toEqual([]);
    expect(await durations('Šī politika ir spēkā no 2025. gada un attiecas uz jūsu personas datiem.')).toEqual([]);
  });
});
