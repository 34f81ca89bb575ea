import { describe, expect, it } from 'vitest';
import { SYNONYMS } from '../../src/diff/lexicon/synonyms.ts';
import { synonymsOf } from '../../src/diff/lexicon/lexicon.ts';
import { diff } from '../../src/index.ts';

async function levels(language: string, base: string, revision: string): Promise<string[]> {
  const page = (text: string) => `# ${TITLES[language]}\n\n${text}\n`;
  const log = await diff(page(base), page(revision), { path: 'policy.md', language });
  return log.changes.map((c) => `${c.id} ${c.level}`);
}

const TITLES: Record<string, string> = {
  en: 'Privacy policy',
  de: 'Datenschutzerklärung',
  tr: 'Aydınlatma Metni',
  lv: 'Privātuma politika',
  fr: 'Politique de confidentialité',
  es: 'Política de privacidad',
  pl: 'Polityka prywatności',
};

describe('what says the same in other words is a matter of wording', () => {
  it.each([
    [
      'synonyms',
      'en',
      'You have the right to withdraw your consent at any time.',
      'You may revoke your consent at any time.',
    ],
    ['a number as a word', 'en', 'We keep invoices for ten years.', 'We keep invoices for 10 years.'],
    [
      'short forms',
      'en',
      "Our shop isn't aimed at children. If you're under 16, ask a parent.",
      'Our shop is not aimed at children. If you are under 16, ask a parent.',
    ],
    [
      'a part of the sentence at its beginning',
      'en',
      'We reply to your request within one month.',
      'Within one month we reply to your request.',
    ],
    [
      'items of a sentence in another order',
      'en',
      'We collect your name, your postal address and your telephone number.',
      'We collect your name, your telephone number and your postal address.',
    ],
    [
      'a telephone number spaced in another way, behind the address',
      'de',
      'Sie erreichen uns telefonisch unter +49 421 5550 177 oder unter post@lindenhof.de.',
      'Sie erreichen uns unter post@lindenhof.de oder telefonisch unter +49 421 5550177.',
    ],
    [
      'the verb at its end',
      'de',
      'Für den Vertrag ist die Angabe Ihrer Anschrift erforderlich.',
      'Die Angabe Ihrer Anschrift ist für den Vertrag erforderlich.',
    ],
    [
      'what only classifies an address or a number',
      'en',
      'We collect your name, your e-mail address, your phone number and your date of birth.',
      'We collect your name, your email, your telephone and your date of birth.',
    ],
    [
      'all parts of a sentence in another order',
      'en',
      'We collect your name, your postal address, the pages you read and the links you follow.',
      'We collect the pages you read and the links you follow, your postal address and your name.',
    ],
    [
      'active and passive, twice',
      'en',
      '## Security\n\nWe encrypt your drawings on our servers and test our systems twice a year.',
      '## Security\n\nYour drawings are encrypted on our servers, and our systems are tested twice a year.',
    ],
    [
      'a sentence that was cut',
      'en',
      'If you find a mistake in our maps, write to us and we will repair it.',
      'Please write to us if you find a mistake in our maps. We will then repair it.',
    ],
    [
      'one period, said the other way round',
      'de',
      'Nach 14 Tagen löschen wir die Protokolle.',
      'Die Protokolle werden nach 14 Tagen gelöscht.',
    ],
    [
      'the familiar form',
      'es',
      'Guardamos tu nombre y la matrícula de tu barca.',
      'Guardamos su nombre y la matrícula de su barca.',
    ],
    [
      'who does it, without a word for it',
      'en',
      'You can reach us at any time about your data.',
      'We can be reached at any time about your data.',
    ],
    ['a condition at the end', 'en', 'If you object, we stop at once.', 'We stop at once if you object.'],
    [
      'a part of the sentence moved, about the withdrawal of consent',
      'de',
      'Eine erteilte Einwilligung können Sie jederzeit widerrufen.',
      'Sie können eine erteilte Einwilligung jederzeit widerrufen.',
    ],
    ['"personal" data', 'en', 'We use your data to send invoices.', 'We use your personal data to send invoices.'],
    [
      '"personal" data',
      'fr',
      'Nous utilisons vos données pour la facturation.',
      'Nous utilisons vos données à caractère personnel pour la facturation.',
    ],
    [
      '"personal" data',
      'tr',
      'Verilerinizi fatura için kullanıyoruz.',
      'Kişisel verilerinizi fatura için kullanmaktayız.',
    ],
    [
      'how a letter of an article is cited',
      'de',
      'Wir versenden Briefe auf Grundlage Ihrer Einwilligung (Art. 6 Abs. 1 lit. a DSGVO).',
      'Wir senden Briefe aufgrund Ihrer Einwilligung (Artikel 6 Absatz 1 Buchst. a DSGVO).',
    ],
    [
      'the passive in front',
      'de',
      'Wir verarbeiten Ihren Namen und Ihre Bankverbindung.',
      'Verarbeitet werden Ihr Name und Ihre Bankverbindung.',
    ],
    [
      'one period in two units, and a synonym',
      'en',
      'Logs are deleted after 14 days.',
      'Logs are erased after two weeks.',
    ],
    [
      'free order of words',
      'lv',
      'Piekrišanu varat atsaukt jebkurā laikā.',
      'Jūs jebkurā laikā varat atsaukt piekrišanu.',
    ],
    ['synonyms', 'pl', 'Zgodę można wycofać w dowolnym momencie.', 'Zgodę mogą Państwo wycofać w każdej chwili.'],
    ['synonyms', 'tr', 'Başvurunuza otuz gün içinde yanıt verilir.', 'Başvurunuza 30 gün içinde cevap verilir.'],
    [
      'synonyms',
      'fr',
      "L'adhérent a la faculté d'introduire une réclamation auprès de la CNIL.",
      "L'adhérent peut déposer une réclamation auprès de la CNIL.",
    ],
    ['synonyms', 'es', 'Puede retirar su consentimiento.', 'Puede revocar su consentimiento.'],
    ['synonyms', 'lv', 'Jums ir tiesības pieprasīt datu dzēšanu.', 'Jūs varat pieprasīt datu dzēšanu.'],
    ['synonyms', 'pl', 'Mogą Państwo wnieść skargę do Prezesa UODO.', 'Mogą Państwo złożyć skargę do Prezesa UODO.'],
  ])('%s (%s)', async (_, language, base, revision) => {
    expect([...new Set(await levels(language, base, revision))]).toEqual(['wording-changed editorial']);
  });

  it('letters in front of what changed places', async () => {
    const base =
      'We use your data in order to:\n\n(a) send you what you ordered from us;\n(b) answer your questions about our products;\n(c) issue invoices and collect payment.';
    const revision =
      'We use your data in order to:\n\n(a) answer your questions about our products;\n(b) send you what you ordered from us;\n(c) issue invoices and collect payment.';
    expect(await levels('en', base, revision)).toEqual(['wording-changed editorial']);
  });
});

describe('what the same words say otherwise is told', () => {
  it.each([
    [
      'periods that changed places',
      'We keep invoices for two years and log files for five years.',
      'We keep invoices for five years and log files for two years.',
      ['retention-lengthened material', 'retention-shortened substantive'],
    ],
    [
      'legal bases that changed places',
      'We send letters with your consent and count visits in our legitimate interest.',
      'We send letters in our legitimate interest and count visits with your consent.',
      ['consent-changed material'],
    ],
    [
      'a choice for both',
      'You have the right to have your data corrected and deleted.',
      'You have the right to have your data corrected or deleted.',
      ['right-changed substantive'],
    ],
    [
      'another letter of an article',
      'We send letters on the basis of Article 6 para. 1 lit. a GDPR.',
      'We send letters on the basis of Article 6 para. 1 lit. f GDPR.',
      ['legal-basis-changed material'],
    ],
    [
      'another verb that is denied',
      'We share your data with our partners and do not sell them.',
      'We sell your data with our partners and do not share them.',
      ['recipient-changed substantive'],
    ],
    [
      'what a period runs from',
      '## Retention\n\nSupport tickets: 24 months after deletion.',
      '## Retention\n\nSupport tickets: 24 months.',
      ['retention-changed substantive'],
    ],
    [
      'purposes that changed places',
      'We use your e-mail address to send invoices and your telephone number to send offers.',
      'We use your e-mail address to send offers and your telephone number to send invoices.',
      ['purpose-changed substantive'],
    ],
    [
      'an address that is no e-mail address',
      'We collect your name, your e-mail and your address.',
      'We collect your name and your e-mail.',
      ['data-category-removed substantive'],
    ],
    [
      'the way something goes',
      'We transfer your data to our partners.',
      'We transfer your data from our partners.',
      ['recipient-changed substantive'],
    ],
    [
      'data that need not be personal',
      '## Sharing\n\nWe never sell data.',
      '## Sharing\n\nWe never sell personal data.',
      ['recipient-widened material'],
    ],
    [
      'days that became working days',
      '## Your rights\n\nWe answer your request within 30 days.',
      '## Your rights\n\nWe answer your request within 30 working days.',
      ['right-changed substantive'],
    ],
    [
      'a permission for a promise',
      'You will be informed of changes by e-mail.',
      'You may be informed of changes by e-mail.',
      ['change-clause-weakened material'],
    ],
  ])('%s', async (_, base, revision, changes) => {
    expect((await levels('en', base, revision)).filter((c) => !c.endsWith('editorial'))).toEqual(changes);
  });

  it.each([
    ['fr', 'Les données sont vues par nos utilisateurs.', 'Les données sont vues par nos employés.'],
    ['lv', 'Datus nosūtām uz Vāciju.', 'Datus nosūtām un ievācam.'],
    ['lv', 'Partneri nodod datus klientiem.', 'Klienti nodod datus partneriem.'],
  ])('a word that begins as a synonym does (%s)', async (language, base, revision) => {
    const changes = await levels(language, base, revision);
    expect(changes.filter((change) => !change.endsWith('editorial'))).toHaveLength(1);
  });

  it.each([
    ['en', 'You may ask us for your data.', 'We may ask you for your data.'],
    ['en', 'You may contact our officer.', 'We may contact our officer.'],
    ['en', 'At any time you may ask us for your data.', 'We may ask you for your data at any time.'],
    ['en', 'You inform us of changes in writing.', 'We inform you of changes in writing.'],
    ['en', 'Your records decide.', 'Our records decide.'],
    ['de', 'Wir können Sie jederzeit kontaktieren.', 'Sie können uns jederzeit kontaktieren.'],
    ['fr', 'Nous vous informons de tout changement.', 'Vous nous informez de tout changement.'],
    ['es', 'Le informamos de los cambios.', 'Nos informa de los cambios.'],
    ['lv', 'Mēs jūs informējam par izmaiņām.', 'Jūs mūs informējat par izmaiņām.'],
  ])('who does it to whom (%s: %s)', async (language, base, revision) => {
    for (const [one, other] of [
      [base, revision],
      [revision, base],
    ] as const)
      expect((await levels(language, one, other)).map((change) => change.endsWith('editorial'))).toEqual([false]);
  });

  it('a denial in words nobody knows is no denial given up', async () => {
    const base =
      'Aucune décision produisant des effets juridiques n’est fondée exclusivement sur un traitement automatisé.';
    const revision =
      'Il n’est pris aucune décision produisant des effets juridiques sur le seul fondement d’un automate.';
    expect(await levels('fr', base, revision)).toEqual(['text-changed substantive']);
  });
});

describe('the words that may stand for each other', () => {
  it.each(Object.entries(SYNONYMS))('are in one group each (%s)', (language, groups) => {
    const shared = groups.flatMap((group, i) =>
      group
        .split(' ')
        .map((word) => word.replace('*', ''))
        .filter((word) => synonymsOf(word, language) !== i),
    );
    expect(shared).toEqual([]);
  });
});
