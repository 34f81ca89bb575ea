import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffContexts } from '../../src/diff/diff.ts';
import { analyzeText, diff } from '../../src/index.ts';

/** Sentences whose subject is clear wherever they stand, by the complete policy they are added to. */
const SENTENCES: Record<string, [sentence: string, id: string][]> = {
  'en-gdpr': [
    ['We also use your data to train our machine learning models.', 'purpose-added'],
    ['Your data are also used for market research.', 'purpose-added'],
    ['We also share your personal data with advertising partners.', 'recipient-added'],
    ['We sell your personal data to data brokers.', 'recipient-added'],
    ['We transfer your personal data to India.', 'transfer-country-added'],
    ['Your personal data are transferred to countries outside the European Economic Area.', 'transfer-added'],
    ['We keep support messages for two years.', 'retention-added'],
    ['We also collect your precise location.', 'data-category-added'],
    ['We also process your date of birth and your telephone number.', 'data-category-added'],
    ['We also receive personal data about you from data brokers.', 'data-source-added'],
    ['We take decisions about your account by automated means alone.', 'automated-decision-added'],
    ['Children under 13 may use the service.', 'children-added'],
    ['We also set cookies to measure how our pages are used.', 'cookie-added'],
    ['Your data are encrypted in transit and at rest.', 'security-added'],
    ['We may change this policy at any time and publish the new version on this page.', 'change-clause-added'],
  ],
  'de-gdpr': [
    ['Wir verwenden Ihre Daten auch, um unsere Modelle zu trainieren.', 'purpose-added'],
    ['Wir verkaufen Ihre personenbezogenen Daten an Datenhändler.', 'recipient-added'],
    ['Wir geben Ihre Daten auch an Werbepartner weiter.', 'recipient-added'],
    ['Wir übermitteln Ihre personenbezogenen Daten nach Indien.', 'transfer-country-added'],
    ['Supportanfragen speichern wir zwei Jahre lang.', 'retention-added'],
    ['Wir erheben auch Ihren genauen Standort.', 'data-category-added'],
    ['Wir können diese Datenschutzerklärung jederzeit ändern.', 'change-clause-added'],
  ],
  'fr-gdpr': [
    ['Nous utilisons également vos données pour entraîner nos modèles.', 'purpose-added'],
    ['Nous vendons vos données personnelles à des courtiers en données.', 'recipient-added'],
    ['Nous transférons vos données personnelles en Inde.', 'transfer-country-added'],
    ['Nous conservons les messages du support pendant deux ans.', 'retention-added'],
  ],
  'es-gdpr': [
    ['También utilizamos sus datos para entrenar nuestros modelos.', 'purpose-added'],
    ['También compartimos sus datos con socios publicitarios.', 'recipient-added'],
    ['Transferimos sus datos personales a la India.', 'transfer-country-added'],
    ['También recogemos su ubicación precisa.', 'data-category-added'],
  ],
  'pl-gdpr': [
    ['Państwa dane wykorzystujemy również w celu trenowania naszych modeli.', 'purpose-added'],
    ['Sprzedajemy Państwa dane osobowe brokerom danych.', 'recipient-added'],
    ['Przekazujemy Państwa dane osobowe do Indii.', 'transfer-country-added'],
    ['Zbieramy również dokładną lokalizację.', 'data-category-added'],
  ],
  'lv-gdpr': [
    ['Jūsu datus izmantojam arī, lai apmācītu mūsu modeļus.', 'purpose-added'],
    ['Mēs pārdodam jūsu personas datus datu tirgotājiem.', 'recipient-added'],
    ['Mēs nododam jūsu personas datus uz Indiju.', 'transfer-country-added'],
    ['Atbalsta ziņojumus glabājam divus gadus.', 'retention-added'],
  ],
  'tr-kvkk': [
    ['Kişisel verilerinizi ayrıca yapay zekâ modellerimizi eğitmek amacıyla işliyoruz.', 'purpose-added'],
    ['Kişisel verilerinizi reklam ortaklarımızla da paylaşıyoruz.', 'recipient-added'],
    ['Kişisel verileriniz veri simsarlarına satılmaktadır.', 'recipient-added'],
    ['Kişisel verileriniz Hindistan’a aktarılmaktadır.', 'transfer-country-added'],
    ['Destek yazışmaları beş yıl süreyle saklanır.', 'retention-added'],
    ['Ayrıca konum bilginizi de topluyoruz.', 'data-category-added'],
  ],
};

const told = (log: Awaited<ReturnType<typeof diff>>) =>
  log.changes.filter((c) => c.level !== 'editorial').map((c) => c.id);

describe.each(Object.entries(SENTENCES))('a sentence added to any section of %s', (name, sentences) => {
  const text = readFileSync(`fixtures/complete/${name}.md`, 'utf8').trimEnd();
  const sections = text.split(/\n(?=#+ )/);
  const base = analyzeText(text, { path: 'policy.md' });

  it.each(sentences)('%s is %s', async (sentence, id) => {
    const found: Record<string, string[]> = {};
    const wanted: Record<string, string[]> = {};
    for (const section of sections) {
      const revision = sections.map((s) => (s === section ? `${s.trimEnd()}\n\n${sentence}\n` : s)).join('\n');
      const title = section.split('\n')[0]!;
      wanted[title] = [id];
      found[title] = told(
        diffContexts(await base, await analyzeText(revision, { path: 'policy.md' }), { locale: 'en' }),
      );
    }
    expect(found).toEqual(wanted);
  });
});

describe('a passage under a heading', () => {
  const under = async (heading: string, base: string, revision: string) => {
    const page = (text: string) =>
      `# Privacy policy\n\n## ${heading}\n\nThis section belongs to our policy.\n\n${text}\n`;
    return told(await diff(page(base), page(revision), { path: 'policy.md', language: 'en' }));
  };

  it.each([
    [
      'Data protection officer',
      'We share your personal data with Cloudflare, which delivers our pages.',
      'recipient-added',
    ],
    ['Cookies', 'We sell your personal data to data brokers.', 'recipient-added'],
    ['Complaints', 'We also use your data to train our models.', 'purpose-added'],
    ['Cookies', 'We do not sell your personal data.', 'recipient-denial-added'],
  ])('%s: "%s" is %s', async (heading, sentence, id) => {
    expect(await under(heading, '', sentence)).toEqual([id]);
  });

  it.each([
    ['Security', 'We use the following measures to protect your data.', 'security-added'],
    ['Cookies', 'The cookies help us remember your language.', 'cookie-added'],
    ['Your rights', 'We answer within one month.', 'right-added'],
    ['Transfers outside the EEA', 'Card data go to the United States.', 'transfer-country-added'],
  ])('%s: "%s" belongs there: %s', async (heading, sentence, id) => {
    expect(await under(heading, '', sentence)).toEqual([id]);
  });

  it('a promise that another passage still gives is text when it goes', async () => {
    const promise = 'We do not sell your personal data.';
    const rest = `${promise}\n\n## Contact\n\nWrite to us.`;
    expect(await under('Cookies', `${promise}\n\n## Recipients\n\n${rest}`, `\n\n## Recipients\n\n${rest}`)).toEqual([
      'text-removed',
    ]);
  });
});

describe('a paragraph behind a list speaks for itself', () => {
  it('and is not introduced by what introduces the list', async () => {
    const page = (end: string) =>
      `# Privacy policy\n\n## What we collect\n\nWhen you hire a bicycle we collect:\n\n- your name,\n- your address.\n\n${end}We are glad to help.\n`;
    const log = await diff(page('We do not collect data about your health.\n\n'), page(''), { path: 'p.md' });
    expect(log.changes.map(({ id }) => id)).toEqual(['data-category-denial-removed']);
  });
});

describe('a promise beside something else', () => {
  const changes = async (base: string, revision: string) => {
    const page = (text: string) => `# Privacy policy\n\nWe are glad.\n\n${text}\n`;
    const log = await diff(page(base), page(revision), { path: 'p.md' });
    return log.changes.map(({ id }) => id);
  };
  const COOKIES = 'We use only strictly necessary cookies, and we do not share your data with third parties.';

  it('is a promise, and no recipient that comes or goes', async () => {
    expect(await changes('', COOKIES)).toEqual(['cookie-added', 'recipient-denial-added']);
    expect(await changes(COOKIES, '')).toEqual(['recipient-denial-removed', 'cookie-removed']);
  });

  it('is not given up where it is put in words nobody knows', async () => {
    expect(await changes('We do not sell your data to anybody.', 'We do not flog your data to anybody.')).toEqual([
      'recipient-changed',
    ]);
  });
});

it('a fifth more is longer', async () => {
  const page = (days: number) => `# Privacy policy\n\nWe keep your letters for ${days} days.\n`;
  const log = await diff(page(30), page(36), { path: 'p.md' });
  expect(log.changes.map(({ id }) => id)).toEqual(['retention-lengthened']);
});
