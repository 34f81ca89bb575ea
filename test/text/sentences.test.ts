import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const split = (text: string): string[] => splitSentences(text).map((s) => text.slice(s.start, s.end));

describe('splitSentences', () => {
  it('reads the entries of a list written inside a paragraph one by one', () => {
    expect(split('You may:\na) see your data,\nb) correct them. At once.\nc) delete them')).toEqual([
      'You may:',
      'a) see your data,',
      'b) correct them.',
      'At once.',
      'c) delete them',
    ]);
  });

  it('does not take a broken line for a list', () => {
    const text = 'The basis is Art. 6(1)\nb) GDPR for orders and Art. 6(1)\nf) GDPR for logs.';
    expect(split(text)).toEqual([text]);
  });

  it('ends no sentence at a month cut short', () => {
    expect(split('Changed on 5 Jan. 2024. Before, on Oct. 3, 2022.')).toEqual([
      'Changed on 5 Jan. 2024.',
      'Before, on Oct. 3, 2022.',
    ]);
    expect(split('We met in Jan. You came later.')).toHaveLength(2);
  });

  it('ends no sentence at an abbreviation of German law', () => {
    const text = 'Wir stützen uns auf Art. 6 Abs. 1 UAbs. 1 Buchst. f DSGVO, evtl. Art. 9 DSGVO.';
    expect(split(text)).toEqual([text]);
  });

  it('ends no sentence at an abbreviation of Polish addresses and acts', () => {
    const text = 'Biuro: pl. Zamkowy 1, os. Rzeka 4, czynne w godz. 8–16 (Dz.U. 2018, m.in. Art. 4).';
    expect(split(text)).toEqual([text]);
  });

  it('ends no sentence at a German ordinal', () => {
    const text = 'Wer das 18. Lebensjahr vollendet hat, darf bis zum 3. Tag teilnehmen.';
    expect(split(text)).toEqual([text]);
    expect(split('Das Haus hat die Nummer 18. Klingeln Sie dort.')).toHaveLength(2);
  });

  it('ends no sentence at the number of a Turkish street', () => {
    const text = 'Kalem Yazılım Ltd. Şti. (1598. Cad. No: 14, Ankara) veri sorumlusudur.';
    expect(split(text)).toEqual([text]);
    expect(split('Madde 14. Bu metin yürürlüktedir.')).toHaveLength(2);
    expect(split('Madde 15. Bulgular bize bildirilir.')).toHaveLength(2);
  });

  it('ends no sentence inside a hyphenated name with full stops', () => {
    const text = 'We took part in the EU-U.S. and Swiss-U.S. Privacy Shield of the Department.';
    expect(split(text)).toEqual([text]);
  });
});
