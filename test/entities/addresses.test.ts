import { describe, expect, it } from 'vitest';
import { entitiesOf } from './entities-of.ts';

describe('web and e-mail addresses', () => {
  it.each([
    [
      'Write to Privacy@Example.org, or E-posta:kvkk@example.com.tr.',
      'email',
      ['privacy@example.org', 'kvkk@example.com.tr'],
    ],
    ['See https://example.org/privacy or www.example.org.', 'url', ['https://example.org/privacy', 'www.example.org']],
    ['names, addresses, etc.We keep README.md and services.In', 'url', []],
    ['visit example-shop.it or example.lv', 'url', ['example-shop.it', 'example.lv']],
    ['Write to first.care@firm.example.', 'email', ['first.care@firm.example']],
    ['Write to first.care@firm.example.', 'url', []],
    ['See example.care/@us or example.com', 'url', ['example.care/@us', 'example.com']],
    ['no address here at all', 'email', []],
  ] as const)('%s', async (text, name, expected) => {
    expect(await entitiesOf(text, name)).toEqual(expected);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['en', 'Call +371 67 223 131 or +1 415 555 2671.', ['+37167223131', '+14155552671']],
    ['en', 'Call 0800 088 4411 or telephone 01 496 0222.', ['+448000884411', '+35314960222']],
    ['en', 'Contact the school office on 029 2046 0301.', ['+442920460301']],
    ['tr', '0850 222 33 44 numaralı hattan bize ulaşabilirsiniz.', ['+908502223344']],
    ['de', 'Sie erreichen uns unter 07531 / 55 50 12.', ['+497531555012']],
    ['fr', 'Elle peut être jointe au 02 97 55 01 90.', ['+33297550190']],
    ['pl', 'Sekretariat szkoły: (24) 262 11 00.', ['+48242621100']],
    ['tr', 'Mersis No: 0123 4567 8901 2345, vergi no 0123 456 789', []],
    ['de', 'HRB 012345, USt-IdNr. DE 012345678, vom 01 02 2024', []],
    ['fr', 'SIRET 012 345 678 00012, numéro d’entreprise 0123 456 789', []],
    ['en', 'company number 01234567, account 00 1234 5678 90, card 0123 4567 8901 2345', []],
    ['tr', 'Telefon: 0212 355 00 00', ['+902123550000']],
    ['de', 'Tel.: 030 901820', ['+4930901820']],
    ['en', 'KvK 12345678, since 2024-09-24, 1 2 3 4 5 6 7 8', []],
    ['lv', 'Reģ. Nr. 40003052786', []],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'phone', language)).toEqual(expected);
  });
});

describe('articles', () => {
  it.each([
    ['en', 'Article 6(1)(a) GDPR', ['Article 6(1)(a)']],
    ['de', 'Art. 6 Abs. 1 lit. a DSGVO und § 25 TTDSG', ['Art. 6 Abs. 1 lit. a', '§ 25']],
    ['tr', 'KVKK m. 5/2 ve Kanun’un 11. maddesi', ['m. 5/2', '11. maddesi']],
    ['lv', 'Regulas 6. panta 1. punkta a) apakšpunkts', ['6. panta 1. punkta a) apakšpunkts']],
    ['pl', 'art. 6 ust. 1 lit. f RODO', ['art. 6 ust. 1 lit. f']],
    ['en', 'We sell 3 articles and art', []],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'article', language)).toEqual(expected);
  });
});
