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

  it('does not take a calendar year for a length of time', async () => {
    expect(await durations('Bu metin 2025 yılında güncellenmiştir ve kişisel verilerinizi açıklar.')).toEqual([]);
    expect(await durations('Šī politika ir spēkā no 2025. gada un attiecas uz jūsu personas datiem.')).toEqual([]);
  });
});
