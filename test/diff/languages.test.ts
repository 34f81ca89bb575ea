import { describe, expect, it } from 'vitest';
import { diff } from '../../src/index.ts';

const ids = async (language: string, base: string, revision: string) =>
  (await diff(`${base}\n`, `${revision}\n`, { path: 'p.md', language })).changes.map((c) => `${c.id} ${c.level}`);

describe('a sentence turned into its opposite', () => {
  it.each([
    ['en', 'This applies to visitors.', 'This does not apply to visitors.'],
    ['tr', 'Bu metin ziyaretçiler için geçerlidir.', 'Bu metin ziyaretçiler için geçerli değildir.'],
    ['de', 'Das gilt für Besucher.', 'Das gilt nicht für Besucher.'],
    ['fr', "Ceci s'applique aux visiteurs.", "Ceci ne s'applique pas aux visiteurs."],
    ['es', 'Esto se aplica a los visitantes.', 'Esto no se aplica a los visitantes.'],
    ['lv', 'Tas attiecas uz apmeklētājiem.', 'Tas neattiecas uz apmeklētājiem.'],
    ['pl', 'Dotyczy to odwiedzających.', 'Nie dotyczy to odwiedzających.'],
  ])('%s', async (language, base, revision) => {
    expect(await ids(language, base, revision)).toEqual(['text-reversed material']);
    expect(await ids(language, revision, base)).toEqual(['text-reversed material']);
  });
});

describe('a possibility turned into a promise, and back', () => {
  it.each([
    [
      'en',
      'We may notify you of changes to this policy by e-mail.',
      'We will notify you of changes to this policy by e-mail.',
    ],
    [
      'de',
      'Wir können Sie über Änderungen dieser Datenschutzerklärung per E-Mail informieren.',
      'Wir werden Sie über Änderungen dieser Datenschutzerklärung per E-Mail informieren.',
    ],
    [
      'fr',
      'Nous pouvons vous informer par e-mail des modifications de cette politique.',
      'Nous devons vous informer par e-mail des modifications de cette politique.',
    ],
    [
      'es',
      'Podemos informarle por correo electrónico de los cambios de esta política.',
      'Debemos informarle por correo electrónico de los cambios de esta política.',
    ],
    [
      'lv',
      'Mēs varam paziņot jums par izmaiņām šajā politikā pa e-pastu.',
      'Mēs paziņosim jums par izmaiņām šajā politikā pa e-pastu.',
    ],
    [
      'pl',
      'Możemy powiadomić Państwa o zmianach niniejszej polityki e-mailem.',
      'Będziemy powiadamiać Państwa o zmianach niniejszej polityki e-mailem.',
    ],
  ])('%s', async (language, open, binding) => {
    expect(await ids(language, open, binding)).toEqual(['change-clause-strengthened substantive']);
    expect(await ids(language, binding, open)).toEqual(['change-clause-weakened material']);
  });
});
