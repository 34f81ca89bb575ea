import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';

async function evidenceOf(text: string, concept: string): Promise<[sentence: string, polarity: string][]> {
  const { document, evidence } = await analyzeText(text);
  return evidence.of(concept).map((e) => {
    const { start, end } = document.sentences[e.sentence]!;
    return [document.text.slice(start, end), e.polarity];
  });
}

describe('gatherEvidence', () => {
  it('looks for the negation behind the phrase where the verb stands at the end', async () => {
    const text = 'Kişisel verileriniz bakımından otomatik karar verme yöntemi hiçbir biçimde uygulanmamaktadır.';
    expect(await evidenceOf(text, 'automated-decisions')).toEqual([[text, 'denied']]);
    const affirmed = 'Kişisel verileriniz bakımından otomatik karar verme yöntemi uygulanmaktadır.';
    expect(await evidenceOf(affirmed, 'automated-decisions')).toEqual([[affirmed, 'affirmed']]);
  });

  it('reads entries of a list inside a paragraph with what opens it', async () => {
    const text =
      'Kişisel verileriniz için şunu talep edebilirsiniz:\na) verilerin düzeltilmesi\nb) verilerin silinmesi\nc) bilgi verilmesi';
    expect(await evidenceOf(text, 'right-rectification')).toEqual([['a) verilerin düzeltilmesi', 'affirmed']]);
    expect(await evidenceOf(text, 'right-erasure')).toEqual([['b) verilerin silinmesi', 'affirmed']]);
  });

  it('reads a paragraph under the question it opens with, and no other', async () => {
    const text = 'Wer erfährt davon? Es ist unser Verlag. Eine Schule war es auch.\n\nUnser Verlag wächst.';
    expect(await evidenceOf(text, 'recipients')).toEqual([
      ['Es ist unser Verlag.', 'affirmed'],
      ['Eine Schule war es auch.', 'affirmed'],
    ]);
  });
});
