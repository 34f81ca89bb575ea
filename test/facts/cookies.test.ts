import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';
import { factsOf, plain } from './facts-of.ts';

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

describe('cookies outside tables', () => {
  it('are told as code and at the beginning of items', async () => {
    const text =
      '# Cookie policy\n\nWe set the cookie `sid` for one session.\n\n- **hubspotutk** (HubSpot) – lasts 6 months\n- **theme** – lasts 2 days\n- analytics – to count visits';
    expect(plain(await factsOf(text), 'cookie')).toEqual([
      { value: 'sid', criterion: 'session' },
      { value: 'hubspotutk', duration: 'P6M', detail: { provider: 'HubSpot' } },
      { value: 'theme', duration: 'P2D' },
    ]);
  });

  it("the table's own provider counts", async () => {
    const text =
      '# Cookie-Richtlinie\n\n## Cookies\n\n| Cookie | Anbieter | Speicherdauer |\n| --- | --- | --- |\n| _ga | Google Ireland Limited | 2 Jahre |';
    expect(plain(await factsOf(text), 'cookie')).toEqual([
      { value: '_ga', duration: 'P2Y', detail: { provider: 'Google Ireland Limited' } },
    ]);
  });
});

it('each of very many cookies is found', async () => {
  const page = Array.from({ length: 12_000 }, (_, i) => `We set the cookie \`sid_${i}\` for your basket.`).join('\n\n');
  const { factsOf: of } = await analyzeText(`# Cookies\n\n${page}`, { language: 'en', laws: ['gdpr'] });
  const cookies = of('cookie');
  expect(cookies.length).toBe(12_000);
  expect(cookies.at(-1)?.value).toBe('sid_11999');
});
