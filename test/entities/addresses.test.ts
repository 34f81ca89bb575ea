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
    ['no address here at all', 'email', []],
  ] as const)('%s', async (text, name, expected) => {
    expect(await entitiesOf(text, name)).toEqual(expected);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['en', 'Call +371 67 223 131 or +1 415 555 2671.', ['+37167223131', '+14155552671']],
    ['en', 'Call 0800 088 4411 or telephone 01 496 0222.', ['+448000884411', '+35314960222']],
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
