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

  it('lets rights told together stand for no right beside others told one by one', async () => {
    const together = 'Sie können Ihre Betroffenenrechte uns gegenüber ausüben.';
    expect(await evidenceOf(`# Datenschutz\n\n${together}`, 'right-portability')).toEqual([[together, 'affirmed']]);
    const list = '- Recht auf Auskunft\n- Recht auf Berichtigung Ihrer Daten\n- Recht auf Löschung Ihrer Daten';
    expect(await evidenceOf(`# Datenschutz\n\n${together}\n\n${list}`, 'right-portability')).toEqual([]);
  });

  it('takes no right of residents of one state only for a right of the reader', async () => {
    const text =
      '# Datenschutz\n\n## Einwohner Kaliforniens\n\n### Ihre Rechte\n\nSie haben ein Recht auf Auskunft über Ihre Daten.\n\nWir geben Ihre Daten an unseren Steuerberater weiter.\n\n## Ihre Rechte\n\nSie haben ein Recht auf Löschung Ihrer Daten.';
    expect(await evidenceOf(text, 'right-access')).toEqual([]);
    expect(await evidenceOf(text, 'recipients')).toEqual([
      ['Wir geben Ihre Daten an unseren Steuerberater weiter.', 'affirmed'],
    ]);
    expect(await evidenceOf(text, 'right-erasure')).toEqual([
      ['Sie haben ein Recht auf Löschung Ihrer Daten.', 'affirmed'],
    ]);
  });

  it('reads entries of a list inside a paragraph with what opens it', async () => {
    const text =
      'Kişisel verileriniz için şunu talep edebilirsiniz:\na) verilerin düzeltilmesi\nb) verilerin silinmesi\nc) bilgi verilmesi';
    expect(await evidenceOf(text, 'right-rectification')).toEqual([['a) verilerin düzeltilmesi', 'affirmed']]);
    expect(await evidenceOf(text, 'right-erasure')).toEqual([['b) verilerin silinmesi', 'affirmed']]);
  });

  it.each([
    [
      'behind letters',
      'You have the right to request: (a) a copy of them (b) an explanation of them and of where they were kept (iv) deletion or blocking of your data.',
      true,
    ],
    [
      'behind semicolons',
      'You may ask us for: a copy; an explanation of where they were kept and by whom; deletion or blocking of your data.',
      true,
    ],
    [
      'behind letters without a colon',
      'You have the right (1) to obtain an explanation of how and where they were kept and by whom and (2) deletion or blocking of your data.',
      true,
    ],
    [
      'behind a lead-in that gives no right',
      'Our software helps firms with: (a) storage of data; (b) deletion or blocking of data.',
      false,
    ],
  ])('reads each item of a list inside a sentence with what introduces it: %s', async (_, text, isAnswer) => {
    expect(await evidenceOf(`# Privacy policy\n\n${text}`, 'right-erasure')).toEqual(
      isAnswer ? [[text, 'affirmed']] : [],
    );
  });

  it('takes the number of a paragraph and the letter of a point for no list', async () => {
    const text =
      'You have the right to object to processing which is based on point (f) of Article 6(1), including profiling based on Article 22(1) or (4).';
    expect(await evidenceOf(`# Privacy policy\n\n${text}`, 'right-object')).toEqual([[text, 'affirmed']]);
    expect(await evidenceOf(`# Privacy policy\n\n${text}`, 'legal-basis')).toEqual([]);
  });

  it('reads no item of a list as what the words that introduce it rule out', async () => {
    const text = 'You may require free of charge: (a) information whether we hold data; (b) a copy of them.';
    expect(await evidenceOf(text, 'rights/fee')).toEqual([]);
    expect(await evidenceOf(text.replace('free of charge', 'for a charge'), 'rights/fee')).toHaveLength(1);
  });

  it.each([
    [
      'in lower case behind it',
      'Kişisel verileriniz;',
      'ile paylaşılmaktadır.',
      [['ile paylaşılmaktadır.', 'affirmed']],
    ],
    ['with a sentence of its own', 'Hizmetlerimiz;', 'Bu firmalar ile çalışanlarımız paylaşır.', []],
  ])('reads what closes a list together with its last item: %s', async (_, lead, closing, expected) => {
    const text = `${lead}\n\n- Kargo firmaları,\n- Mali müşavirimiz\n\n${closing}`;
    expect(await evidenceOf(text, 'recipients')).toEqual(expected);
  });

  it('reads a paragraph under the question it opens with, and no other', async () => {
    const text = 'Wer erfährt davon? Es ist unser Verlag. Eine Schule war es auch.\n\nUnser Verlag wächst.';
    expect(await evidenceOf(text, 'recipients')).toEqual([
      ['Es ist unser Verlag.', 'affirmed'],
      ['Eine Schule war es auch.', 'affirmed'],
    ]);
  });

  it.each([
    ['a title', 'Odbiorcy danych: wykonawcy. Firma hostingowa w Łodzi.', true],
    ['a short title with a full stop', 'Odbiorcy danych. Firma hostingowa w Łodzi.', true],
    ['a question', 'Kim są odbiorcy danych? Firma hostingowa w Łodzi.', true],
    ['a longer title in bold', '**Którzy są odbiorcy twoich danych.** Firma hostingowa w Łodzi.', true],
    ['a longer sentence', 'Którzy są odbiorcy twoich danych. Firma hostingowa w Łodzi.', false],
    ['bold words in a sentence', '**Odbiorcy** są nam dobrze znani. Firma hostingowa w Łodzi.', false],
    ['a longer title of a numbered item', '5. Którzy są odbiorcy twoich danych. Firma hostingowa w Łodzi.', true],
    ['a title on a line of its own', '**Odbiorcy danych**\nJest jeden wykonawca. Firma hostingowa w Łodzi.', true],
    ['a line that only breaks off', 'Odbiorcy danych\nsą nam dobrze znani. Firma hostingowa w Łodzi.', false],
    ['no title', 'Firma jest z Łodzi. Firma hostingowa w Łodzi.', false],
    ['a question alone in the paragraph before', 'Kim są odbiorcy?\n\nFirma hostingowa w Łodzi.', true],
    ['a question two paragraphs before', 'Kim są odbiorcy?\n\nO tym później.\n\nFirma hostingowa w Łodzi.', false],
    ['what introduces its list', '**Odbiorcy danych.** Są to:\n\n- Firma hostingowa w Łodzi.', true],
    ['the header of its column', '| Cel | Odbiorcy |\n|---|---|\n| Konto | Firma hostingowa w Łodzi. |', true],
  ])('reads a sentence by what its paragraph opens with: %s', async (_, text, isAnswer) => {
    const found = await evidenceOf(`# Polityka prywatności\n\n${text}`, 'recipients');
    expect(found.some(([sentence]) => sentence === 'Firma hostingowa w Łodzi.')).toBe(isAnswer);
  });

  it('takes words in bold that a capital follows for a title', async () => {
    const read = (text: string) => evidenceOf(`# Privacy policy\n\n${text}`, 'recipients');
    expect(await read('**Who gets to see it** Airports and caterers.')).toHaveLength(1);
    expect(await read('Who gets to see it Airports and caterers.')).toEqual([]);
    expect(await read('**Who gets to see it** is up to airports and caterers.')).toEqual([]);
  });

  it('reads the first cell of a row for what it says, not as a title of itself', async () => {
    const text = '| What | Why |\n|---|---|\n| Name, date of birth, address, contact | Running the club |';
    const [found] = await evidenceOf(`# Privacy policy\n\n${text}`, 'data-categories');
    expect(found).toEqual(['Name, date of birth, address, contact', 'affirmed']);
  });

  it('reads a cell that denies what its label names as the denial it is', async () => {
    const rows = '| Topic | Answer |\n|---|---|\n| Transfers outside the EEA | None take place. |';
    expect(await evidenceOf(`# Privacy policy\n\n${rows}`, 'third-country-transfer')).toEqual([
      ['None take place.', 'denied'],
    ]);
  });

  it('reads a list under the question that introduces it', async () => {
    const text = 'Wir verarbeiten Ihre Daten sorgfältig.\n\nWer erfährt davon?\n\n- unser Verlag\n- die Druckerei';
    expect(await evidenceOf(text, 'recipients')).toEqual([
      ['unser Verlag', 'affirmed'],
      ['die Druckerei', 'affirmed'],
    ]);
  });

  it('takes the question a paragraph opens with for the title of what follows, not for an answer under itself', async () => {
    const policy = (paragraph: string): string => `# Polityka prywatności\n\n${paragraph}`;
    expect(await evidenceOf(policy('**Ciasteczka?** Dbamy o to, by było miło.'), 'cookies')).toEqual([]);
    expect(await evidenceOf(policy('**Ciasteczka?** Jedno ciasteczko sesji.'), 'cookies')).toEqual([
      ['Jedno ciasteczko sesji.', 'affirmed'],
    ]);
    const stated = '**Czy używamy ciasteczek?** Tak.';
    expect(await evidenceOf(policy(stated), 'cookies')).toEqual([['Czy używamy ciasteczek?', 'affirmed']]);
  });
});
