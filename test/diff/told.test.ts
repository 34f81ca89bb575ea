import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/index.ts';

/** What a reader of the changelog is told, above editorial: id and summary. */
async function told(language: string, base: string, revision: string): Promise<string[]> {
  const page = (text: string) => `# ${TITLES[language]}\n\n${text}\n`;
  const log = await diff(page(base), page(revision), { path: 'policy.md', language });
  return log.changes.filter((c) => c.level !== 'editorial').map((c) => `${c.id}: ${c.summary}`);
}

const TITLES: Record<string, string> = {
  en: 'Privacy policy',
  de: 'Datenschutzerklärung',
  tr: 'Aydınlatma Metni',
  lv: 'Privātuma politika',
};

const KEPT = '## Retention\n\n| Data | Period |\n| --- | --- |\n| Account data | 2 years |\n| Server logs | 30 days |';

const PURPOSES =
  '## Purposes\n\n| Purpose | Legal basis | Period |\n| --- | --- | --- |\n' +
  '| Delivering your orders | Article 6(1)(b) GDPR | Two years |\n' +
  '| Sending our newsletter | Article 6(1)(a) GDPR | Until consent is withdrawn |';

/** One edit a lawyer would make, and all the changelog may say of it. */
const EDITS: readonly (readonly [what: string, language: string, base: string, revision: string, told: string[]])[] = [
  [
    'an officer with another address',
    'en',
    'Our data protection officer can be reached at dpo@acornmaps.com.',
    'Our data protection officer can be reached at privacy@acornmaps.com.',
    ['dpo-changed: The data protection officer’s details changed: dpo@acornmaps.com → privacy@acornmaps.com'],
  ],
  [
    'opt-in to opt-out, in other forms of the words',
    'en',
    'We tell you about similar products by e-mail if you have opted in to this.',
    'We tell you about similar products by e-mail unless you have opted out of this.',
    [
      'consent-opt-out: Opt-in became opt-out: … products by e-mail if you have opted in to this → … products by e-mail unless you have opted out of this',
    ],
  ],
  [
    'opt-in to opt-out in German',
    'de',
    'Unseren Newsletter erhalten Sie, wenn Sie ausdrücklich eingewilligt haben.',
    'Unseren Newsletter erhalten Sie, wenn Sie nicht widersprochen haben.',
    [
      'consent-opt-out: Opt-in became opt-out: … erhalten Sie, wenn Sie ausdrücklich eingewilligt haben → … erhalten Sie, wenn Sie nicht widersprochen haben',
    ],
  ],
  [
    'a country, by its name',
    'tr',
    '## Yurt dışına aktarım\n\nKişisel verileriniz Almanya’ya aktarılmaktadır.',
    '## Yurt dışına aktarım\n\nKişisel verileriniz Almanya’ya ve Hindistan’a aktarılmaktadır.',
    ['transfer-country-added: A country was added: Hindistan'],
  ],
  [
    'a safeguard, by its name; its name holds no country',
    'en',
    'We transfer your data to the United States on the basis of the standard contractual clauses.',
    'We transfer your data to the United States on the basis of the EU-US Data Privacy Framework.',
    [
      'transfer-safeguard-changed: The safeguard for transfers changed from standard contractual clauses to Data Privacy Framework',
    ],
  ],
  [
    'a kind of recipient, in the words of the text',
    'tr',
    '## Aktarım\n\nKişisel verileriniz kargo şirketlerine aktarılmaktadır.',
    '## Aktarım\n\nKişisel verileriniz kargo şirketlerine ve reklam ajanslarına aktarılmaktadır.',
    ['recipient-added: A recipient of the data was added: reklam ajanslarına'],
  ],
  [
    'a transfer that did not take place and does now',
    'de',
    '## Drittländer\n\nEine Übermittlung in Länder außerhalb der Europäischen Union findet nicht statt.',
    '## Drittländer\n\nEine Übermittlung in Länder außerhalb der Europäischen Union findet statt.',
    [
      'transfer-reversed: A statement about transfers abroad was turned into its opposite: … der Europäischen Union findet nicht statt → … der Europäischen Union findet statt',
    ],
  ],
  [
    'the life of a cookie',
    'de',
    '## Cookies\n\nDas Cookie „warenkorb“ wird nach 30 Tagen gelöscht.',
    '## Cookies\n\nDas Cookie „warenkorb“ wird nach 12 Monaten gelöscht.',
    ['cookie-lifetime-lengthened: The lifetime of a cookie (warenkorb) grew from 30 Tagen to 12 Monaten'],
  ],
  [
    'one more piece of data in a sentence',
    'en',
    'When you sign up, we collect your name and your e-mail address.',
    'When you sign up, we collect your name, your date of birth and your e-mail address.',
    ['data-category-added: Data that are collected were added: date of birth'],
  ],
  [
    'a row of a table of periods that is gone',
    'en',
    KEPT,
    KEPT.replace('| Server logs | 30 days |', '').trim(),
    ['retention-removed: A retention period was removed: Server logs: 30 days'],
  ],
  [
    'a row of a table of purposes that is gone',
    'en',
    PURPOSES,
    PURPOSES.replace('| Sending our newsletter | Article 6(1)(a) GDPR | Until consent is withdrawn |', '').trim(),
    [
      'consent-removed: What was said about consent was removed: Until consent is withdrawn',
      'purpose-removed: A purpose was removed: Sending our newsletter Article 6(1)(a) GDPR Until consent is withdrawn',
    ],
  ],
  [
    'a sentence about the controller that still names the same',
    'en',
    'The controller is Acorn Maps Ltd, which decides what happens with your data.',
    'The controller is Acorn Maps Ltd, since it is they who decide what is done with your data.',
    [
      'text-changed: Text was changed: … is Acorn Maps Ltd, which decides what happens with your data → … is Acorn Maps Ltd, since it is they who decide what is done with your data',
    ],
  ],
  [
    'a street in a country that writes no postcode',
    'en',
    'The controller is Acorn Maps Ltd, 14 Quay Lane, Galway, a company registered in Ireland.',
    'The controller is Acorn Maps Ltd, 3 Dock Street, Limerick, a company registered in Ireland.',
    ['contact-address-changed: The postal address changed from 14 Quay Lane, Galway to 3 Dock Street, Limerick'],
  ],
  [
    'a controller under another name at the same address',
    'de',
    'Verantwortlicher ist die Lindenhof Garten GmbH, Am Anger 4, 99084 Erfurt.',
    'Verantwortlicher ist die Rosenhof Garten GmbH, Am Anger 4, 99084 Erfurt.',
    ['controller-changed: The controller changed from Lindenhof Garten GmbH to Rosenhof Garten GmbH'],
  ],
  [
    'a controller under another name that its e-mail address holds as well',
    'de',
    'Verantwortlicher ist die Lindenhof Garten GmbH, E-Mail: service@lindenhof.de.',
    'Verantwortlicher ist die Rosenhof Garten GmbH, E-Mail: service@rosenhof.de.',
    [
      'contact-email-changed: The e-mail address changed from service@lindenhof.de to service@rosenhof.de',
      'controller-changed: The controller changed from Lindenhof Garten GmbH to Rosenhof Garten GmbH',
    ],
  ],
  [
    'countries in a sentence about those who receive data',
    'tr',
    '## Aktarım\n\nKişisel verileriniz İrlanda’da bulunan sunuculara aktarılmaktadır.',
    '## Aktarım\n\nKişisel verileriniz İrlanda ve Hindistan’da bulunan sunuculara aktarılmaktadır.',
    ['transfer-country-added: A country was added: Hindistan'],
  ],
  [
    'rights in a sentence that became a list in other words',
    'de',
    '## Ihre Rechte\n\nSie haben das Recht auf Auskunft, auf Berichtigung, auf Löschung und auf Datenübertragbarkeit.\n\nSchreiben Sie uns.',
    '## Ihre Rechte\n\nSie haben folgende Rechte:\n\n- Auskunft\n- Berichtigung\n- Löschung\n- Datenübertragbarkeit\n\nSchreiben Sie uns.',
    [
      'right-changed: What is said about rights changed: Sie haben das Recht auf Auskunft, auf Berichtigung, auf Löschung und auf Datenübertragbarkeit → Sie haben folgende Rechte: Auskunft Berichtigung Löschung Datenübertragbarkeit',
    ],
  ],
  [
    'a sentence that became a table with one period changed',
    'en',
    '## Retention\n\nWe keep account data for 2 years, server logs for 30 days and invoices for 10 years.',
    `${KEPT.replace('30 days', '90 days')}\n| Invoices | 10 years |`,
    ['retention-lengthened: Retention (Server logs) lengthened from 30 days to 90 days'],
  ],
  [
    'a promise not to use data for something, dropped',
    'en',
    '## Purposes\n\nWe use your drawings to print your maps.\n\nWe do not use your drawings to train language models.',
    '## Purposes\n\nWe use your drawings to print your maps.',
    [
      'purpose-denial-removed: The promise not to use data for something was removed: We do not use your drawings to train language models.',
    ],
  ],
  [
    'a promise not to use data for something, turned round in many words',
    'en',
    '## Purposes\n\nWe do not use your drawings to train language models.',
    '## Purposes\n\nWe may use your drawings to train and improve language models, unless you switch this off in your settings.',
    [
      'purpose-reversed: A statement about purposes was turned into its opposite: We do not use your drawings to train language models → We may use your drawings to train and improve language models, unless you switch this off in your settings',
    ],
  ],
  [
    'a promise not to sell beside one not to transfer',
    'tr',
    '## Aktarım\n\nVerileriniz hiçbir şekilde üçüncü kişilere satılmaz. Verileriniz yurt dışına aktarılmaz.',
    '## Aktarım\n\nVerileriniz yurt dışına aktarılmaz.',
    [
      'recipient-denial-removed: The promise not to share was removed: Verileriniz hiçbir şekilde üçüncü kişilere satılmaz.',
    ],
  ],
  [
    'a fee beside a longer time to answer',
    'en',
    '## Your rights\n\nWe answer your request within 30 days and free of charge.',
    '## Your rights\n\nWe answer your request within 45 days and may ask for a reasonable fee.',
    [
      'right-weakened: A right was limited: … answer your request within 30 days and free of charge → … answer your request within 45 days and may ask for a reasonable fee',
      'answer-time-lengthened: The time to answer requests grew from 30 days to 45 days',
    ],
  ],
  [
    'a price for what was free',
    'de',
    '## Ihre Rechte\n\nDie Auskunft über Ihre Daten ist kostenlos.',
    '## Ihre Rechte\n\nFür die Auskunft über Ihre Daten berechnen wir 15 Euro.',
    [
      'right-weakened: A right was limited: Die Auskunft über Ihre Daten ist kostenlos → Für die Auskunft über Ihre Daten berechnen wir 15 Euro',
    ],
  ],
  [
    'an interest for consent in the cell of a table',
    'en',
    PURPOSES.replace('Article 6(1)(a) GDPR', 'Your consent'),
    PURPOSES.replace('Article 6(1)(a) GDPR', 'Article 6(1)(f) GDPR, our interest being the sale of our maps'),
    [
      'legal-basis-consent-dropped: Processing no longer rests on consent: Sending our newsletter: Your consent → Article 6(1)(f) GDPR, our interest being the sale of our maps',
    ],
  ],
  [
    'an item of a list of data, each a single noun',
    'de',
    '## Welche Daten\n\n- Name\n- Anschrift\n- Schuhgröße',
    '## Welche Daten\n\n- Name\n- Anschrift',
    ['data-category-removed: Data that are collected were removed: Schuhgröße'],
  ],
  [
    'a promise by the prefix of the verb',
    'lv',
    '## Nolūki\n\nDatus izmantojam piegādei. Datus neizmantojam reklāmai.',
    '## Nolūki\n\nDatus izmantojam piegādei.',
    ['purpose-denial-removed: The promise not to use data for something was removed: Datus neizmantojam reklāmai.'],
  ],
  [
    'a cell, by the label of its row',
    'en',
    '## Recipients\n\n| Provider | Task | Country |\n| --- | --- | --- |\n| Sentry | Error reports | Germany |\n| Stripe | Payments | United States |',
    '## Recipients\n\n| Provider | Task | Country |\n| --- | --- | --- |\n| Sentry | Error reports | United States |\n| Stripe | Payments | United States |',
    ['recipient-changed: What is said about recipients changed: Sentry: Germany → Sentry: United States'],
  ],
  [
    'a period of what only a pronoun names',
    'de',
    '## Bewerbungen\n\nWir löschen sie sechs Monate nach Abschluss des Verfahrens.',
    '## Bewerbungen\n\nWir löschen sie zwei Jahre nach Abschluss des Verfahrens.',
    ['retention-lengthened: Retention lengthened from sechs Monate to zwei Jahre'],
  ],
  [
    'the address of a vendor is not how the controller is reached',
    'de',
    '## Empfänger\n\nDen Newsletter versendet für uns Brevo (Sendinblue GmbH, Köpenicker Straße 126, 10179 Berlin).',
    '## Empfänger\n\nDen Newsletter versendet für uns Mailjet (Mailjet GmbH, Friedrichstraße 68, 10117 Berlin).',
    [
      'recipient-replaced: A recipient was replaced: Brevo by Mailjet',
      'recipient-replaced: A recipient was replaced: Sendinblue GmbH by Mailjet GmbH',
    ],
  ],
];

describe('what is told of an edit', () => {
  it.each(EDITS)('%s (%s)', async (_, language, base, revision, changes) => {
    expect(await told(language, base, revision)).toEqual(changes);
  });
});

describe('a text in another language', () => {
  it('is told as such, by the name of the language', async () => {
    const read = (name: string) => readFileSync(`fixtures/complete/${name}.md`, 'utf8');
    const of = async (locale: 'en' | 'tr') =>
      (await diff(read('en-gdpr'), read('de-gdpr'), { path: 'policy.md', locale })).changes
        .filter((c) => c.id === 'language-changed')
        .map((c) => c.summary);
    expect(await of('en')).toEqual(['The language changed from English to German']);
    expect(await of('tr')).toEqual(['Metnin dili İngilizce yerine Almanca oldu']);
  });
});
