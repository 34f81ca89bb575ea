import { describe, expect, it } from 'vitest';
import { factsOf, plain, valuesOf } from './facts-of.ts';

const policy = (heading: string, text: string) => `# Privacy policy\n\n## ${heading}\n\n${text}`;

describe('controllers that are no companies', () => {
  it.each<[string, string, string]>([
    ['Who we are', 'This website is operated by Jonas Adler, sole trader, Lime Lane 7.', 'Jonas Adler'],
    [
      'Controller',
      'The data controller is the Riverside Housing Association, a charity.',
      'Riverside Housing Association',
    ],
    [
      'Responsable du traitement',
      'Le site est édité par l’association Les Amis du Moulin, 8 quai Neuf.',
      'Les Amis du Moulin',
    ],
    ['Pārzinis', 'Datu pārzinis: biedrība "Meža Lauki", Skolas iela 3, Cēsis, LV-4101.', 'Meža Lauki'],
  ])('%s: %s', async (heading, text, name) => {
    expect(await valuesOf(policy(heading, text), 'controller')).toEqual([name]);
  });

  it('"Then", "Here" and a country in front belong to no name', async () => {
    const text = policy(
      'Controllers',
      'Joint controllers: Fir AG, Seestrasse 9, 8002 Zürich, Switzerland and Fir Deutschland GmbH, Uferweg 1, 10115 Berlin, Germany.',
    );
    expect(await valuesOf(text, 'controller')).toEqual(['Fir AG', 'Fir Deutschland GmbH']);
    expect(await valuesOf(text, 'postal-address')).toHaveLength(2);
  });

  it('an officer in a table', async () => {
    const text = policy(
      'Contact',
      '| Role | Person |\n| --- | --- |\n| Data protection officer | Ann Brook |\n| Chair | Tom Hill |',
    );
    expect(await valuesOf(text, 'dpo')).toEqual(['Ann Brook']);
  });
});

describe('what a period is about', () => {
  const subjects = async (text: string) =>
    plain(await factsOf(policy('Retention', text)), 'retention').map((f) => [f.value, f.subject]);

  it.each<[string, [string, string | undefined][]]>([
    ['**Donations.** 6 years, as charity law requires.', [['P6Y', 'Donations']]],
    [
      'Call recordings are erased after 30 days; statistics, after 25 months.',
      [
        ['P30D', 'Call recordings'],
        ['P25M', 'statistics'],
      ],
    ],
    ['We keep the contract data until all duties are met.', [['until all duties are met', 'contract data']]],
  ])('%s', async (text, expected) => {
    expect(await subjects(text)).toEqual(expected);
  });
});

describe('denials', () => {
  it('a limit is no denial', async () => {
    const facts = await factsOf(
      policy(
        'What we collect',
        "We don't collect location data for more than 12 hours, and we do not collect health data.",
      ),
    );
    expect(plain(facts, 'data-category').map((f) => [f.value, f.polarity])).toContainEqual(['pd:Location', undefined]);
  });

  it('a basis the text does not rely on', async () => {
    const facts = await factsOf(policy('Legal basis', 'We rely on your consent. We do not rely on public interest.'));
    expect(plain(facts, 'legal-basis').map((f) => [f.value, f.polarity])).toEqual([
      ['GDPR-6-1-a', undefined],
      ['GDPR-6-1-e', 'denied'],
    ]);
  });
});

describe('cookies in prose', () => {
  it('each has its own lifetime, and none is a retention period', async () => {
    const facts = await factsOf(
      '# Cookies\n\nOur site sets these cookies: `cart` keeps your basket for 7 days, `auth` is removed when you close the browser, and `_gid` (Google) counts visitors for a day.',
    );
    expect(plain(facts, 'cookie')).toEqual([
      { value: 'cart', duration: 'P7D' },
      { value: 'auth', criterion: 'session' },
      { value: '_gid', duration: 'P1D', detail: { provider: 'Google' } },
    ]);
    expect(plain(facts, 'retention')).toEqual([]);
  });

  it('a name in quotation marks behind the word is one, any other quotation is none', async () => {
    const facts = await factsOf(
      '# Datenschutz\n\n## Cookies\n\nDas Cookie „warenkorb“ wird nach 30 Tagen gelöscht. Klicken Sie unter Cookies auf „ablehnen“.',
    );
    expect(plain(facts, 'cookie')).toEqual([{ value: 'warenkorb', duration: 'P30D' }]);
    expect(plain(facts, 'retention')).toEqual([]);
  });

  it('a Turkish cookie has a lifetime and no retention period', async () => {
    const facts = await factsOf(
      '# Gizlilik Politikası\n\n## Çerezler\n\nSitemizdeki `oturum_id` çerezi tarayıcı kapatılınca silinir; `_fbp` 90 gün kalır.',
    );
    expect(plain(facts, 'cookie').map((f) => [f.value, f.duration ?? f.criterion])).toEqual([
      ['oturum_id', 'session'],
      ['_fbp', 'P90D'],
    ]);
    expect(plain(facts, 'retention')).toEqual([]);
  });
});
