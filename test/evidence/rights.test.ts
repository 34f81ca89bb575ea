import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';

async function said(text: string, concept: string): Promise<string[]> {
  const { evidence } = await analyzeText(text);
  return evidence.of(concept).map((e) => e.strength);
}

const LISTED = ['right-know-processing', 'right-rectification', 'right-erasure'];
const LEFT_OUT = ['right-compensation', 'right-object-automated', 'right-notify-third-parties'];
const LIST = `Kanun'un 11. maddesi uyarınca aşağıdaki haklara sahipsiniz:

- kişisel verilerinizin işlenip işlenmediğini öğrenme
- eksik işlenmişse düzeltilmesini isteme
- silinmesini isteme
`;

describe('a reference to the rights of a law', () => {
  it.each(LEFT_OUT)('speaks of %s where no rights are listed', async (concept) => {
    expect(await said("Kanun'un 11. maddesindeki haklarınız saklıdır.", concept)).toEqual(['near']);
  });

  it.each(LEFT_OUT)('says nothing of %s where a list leaves it out', async (concept) => {
    expect(await said(LIST, concept)).toEqual([]);
  });

  it.each(LISTED)('leaves %s of the list as it is', async (concept) => {
    expect(await said(LIST, concept)).toContain('strong');
  });

  it('keeps what is said of a single right without naming it whole', async () => {
    const text = `${LIST}- işlenme amacını öğrenme\n`;
    expect(await said(text, 'right-purpose')).toEqual(['near']);
  });
});

describe('how to exercise rights', () => {
  const rights = 'You can have a copy of your data. You can ask us to correct and erase your data.';

  it('is what stands beside rights, whatever the heading', async () => {
    expect(await said(`## Fair is fair\n\n${rights}\n\nApply by letter.`, 'rights-channel')).toEqual(['strong']);
  });

  it('is not what stands in another section', async () => {
    expect(await said(`## Fair is fair\n\n${rights}\n\n## Jobs\n\nApply by letter.`, 'rights-channel')).toEqual([]);
  });

  it('is not what stands far from them', async () => {
    const far = Array.from({ length: 6 }, (_, i) => `We like the colour number ${i} best.`).join('\n\n');
    expect(await said(`## Fair is fair\n\n${rights}\n\n${far}\n\nApply by letter.`, 'rights-channel')).toEqual([]);
  });

  it('is not asked of one right alone', async () => {
    expect(
      await said('## Fair is fair\n\nYou can ask us to erase your data.\n\nApply by letter.', 'rights-channel'),
    ).toEqual([]);
  });
});
