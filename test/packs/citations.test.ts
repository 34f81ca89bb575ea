import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import { addressOf } from '../../src/packs/citations.ts';

describe('the citations of a finding', () => {
  const cited = async (laws: string[]): Promise<Record<string, string[]>> => {
    const { findings } = await lint(
      '# Privacy policy\n\nDraft – for internal review only.\n\nYour data are kept by [COMPANY NAME].\n',
      {
        laws,
      },
    );
    const own = findings.filter((finding) => finding.rule.startsWith('draft/'));
    return Object.fromEntries(own.map((finding) => [finding.rule, finding.citations.map((c) => c.cite)]));
  };

  it('are those of the laws the text falls under', async () => {
    expect(await cited(['gdpr'])).toEqual({
      'draft/placeholder': ['GDPR Art. 12(1)', 'GDPR Art. 5(1)(a)'],
      'draft/marker': ['GDPR Art. 12(1)'],
    });
    expect(await cited(['kvkk'])).toEqual({
      'draft/placeholder': ['Aydınlatma Tebliği m. 5/1-j'],
      'draft/marker': ['Aydınlatma Tebliği m. 5/1-ğ'],
    });
  });

  it('are those of all of them under several laws', async () => {
    expect((await cited(['gdpr', 'kvkk']))['draft/marker']).toEqual(['GDPR Art. 12(1)', 'Aydınlatma Tebliği m. 5/1-ğ']);
  });
});

describe('the address of a citation', () => {
  it('comes from the longest beginning that is known', () => {
    const sources = { A: 'https://a.example', 'A B': 'https://ab.example' };
    expect([addressOf('A B 1', sources), addressOf('A 1', sources), addressOf('B 1', sources)]).toEqual([
      'https://ab.example',
      'https://a.example',
      undefined,
    ]);
  });
});
