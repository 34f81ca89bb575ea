import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/types.ts';
import { factsOf, fixture, plain } from './facts-of.ts';

describe('an English policy', () => {
  let facts: readonly Fact[];
  beforeAll(async () => {
    facts = await factsOf(fixture('en.md'));
  });

  it('dates: front matter and a line of its own', () => {
    expect(plain(facts, 'last-updated')).toEqual([{ value: '2026-01-15' }]);
    expect(plain(facts, 'effective-date')).toEqual([{ value: '2026-02-01' }]);
  });

  it('the controller with legal form and number, and how to reach it', () => {
    expect(plain(facts, 'controller')).toEqual([
      { value: 'Harbour Lane Software Ltd', detail: { 'legal-form': 'Ltd', 'company-number': '09876543' } },
    ]);
    expect(plain(facts, 'email').map((f) => f.value)).toEqual([
      'privacy@harbourlane.example',
      'dpo@harbourlane.example',
    ]);
    expect(plain(facts, 'phone')).toEqual([{ value: '+441174960123' }]);
    expect(plain(facts, 'postal-address')).toEqual([{ value: '12 Quay Street, Bristol BS1 4DB, United Kingdom' }]);
    expect(plain(facts, 'dpo').map((f) => f.value)).toEqual(['Anna Brook', 'dpo@harbourlane.example']);
  });

  it('retention: periods, start and criterion; an answer within a month and an age are none', () => {
    expect(plain(facts, 'retention')).toEqual([
      { value: 'until you close your account', criterion: 'until you close your account', subject: 'Account data' },
      { value: 'P7Y', duration: 'P7Y', subject: 'Invoices', start: 'after the end of the financial year' },
      { value: 'P30D', duration: 'P30D', subject: 'server logs' },
    ]);
    expect(plain(facts, 'children-age')).toEqual([{ value: '16' }]);
  });

  it('recipients by name and by category, and who gets nothing', () => {
    expect(plain(facts, 'recipient')).toEqual([
      { value: 'service-providers', detail: { kind: 'category' } },
      {
        value: 'Stripe Payments Europe, Ltd',
        subject: 'payment processing',
        detail: { vendor: 'Stripe', category: 'payment', country: 'US' },
      },
      {
        value: 'Google Analytics',
        subject: 'audience measurement',
        detail: { vendor: 'Google Analytics', category: 'analytics', country: 'US' },
      },
      { value: 'Brightwater Mail GmbH', subject: 'newsletters' },
      { value: 'advertising', detail: { kind: 'category' }, polarity: 'denied' },
    ]);
  });

  it('data categories, with the denied one', () => {
    expect(plain(facts, 'data-category')).toEqual([
      { value: 'pd:Name' },
      { value: 'pd:EmailAddress' },
      { value: 'pd:IPAddress' },
      { value: 'pd:PaymentCard' },
      { value: 'pd:Health', polarity: 'denied' },
    ]);
  });

  it('legal bases and the article cited', () => {
    expect(plain(facts, 'legal-basis')).toEqual([
      { value: 'GDPR-6-1-b', detail: { basis: 'contract' } },
      { value: 'GDPR-6-1-a', detail: { basis: 'consent' } },
      { value: 'GDPR-6-1-f', detail: { basis: 'legitimate-interests' } },
    ]);
    expect(plain(facts, 'citation')).toEqual([
      { value: 'GDPR Art. 6(1)(b)', detail: { law: 'GDPR', article: '6', paragraph: '1', point: 'b' } },
    ]);
  });

  it('transfers', () => {
    expect(plain(facts, 'transfer-mechanism')).toEqual([{ value: 'scc' }]);
    expect(plain(facts, 'country')).toEqual([{ value: 'GB' }, { value: 'US', detail: { role: 'transfer' } }]);
    expect(plain(facts, 'authority').map((f) => f.value)).toEqual(['ico']);
  });

  it('cookies with provider and lifetime', () => {
    expect(plain(facts, 'cookie')).toEqual([
      { value: '_ga', duration: 'P2Y', detail: { provider: 'Google Analytics' } },
      { value: 'hl_session', criterion: 'session', detail: { provider: 'Harbour Lane' } },
    ]);
  });

  it('stand where they are written', () => {
    const text = fixture('en.md');
    for (const fact of facts) expect(fact.source.end).toBeGreaterThan(fact.source.start);
    const retention = facts.find((f) => f.duration === 'P30D')!;
    expect(text.slice(retention.source.start, retention.source.end)).toBe('30 days');
  });
});

describe('a Turkish notice', () => {
  it('has its controller with MERSİS number, periods from the table, bases by KVKK', async () => {
    const facts = await factsOf(fixture('tr.md'));
    expect(plain(facts, 'last-updated')).toEqual([{ value: '2026-03-05' }]);
    expect(plain(facts, 'controller')).toEqual([
      { value: 'Kıyı Yazılım Teknoloji A.Ş.', detail: { 'legal-form': 'A.Ş.', mersis: '0123 4567 8901 2345' } },
    ]);
    expect(plain(facts, 'retention')).toEqual([
      { value: 'P10Y', duration: 'P10Y', subject: 'Fatura kayıtları' },
      { value: 'P2Y', duration: 'P2Y', subject: 'Log kayıtları' },
    ]);
    expect(plain(facts, 'legal-basis').map((f) => f.value)).toEqual(['KVKK-5-2-c', 'KVKK-5-2-ç']);
    expect(plain(facts, 'citation').map((f) => f.value)).toEqual(['KVKK Art. 5(2)']);
    expect(plain(facts, 'children-age')).toEqual([{ value: '18' }]);
    expect(plain(facts, 'authority').map((f) => f.value)).toEqual(['kvkk']);
  });
});

describe('a Latvian policy', () => {
  it('has inflected dates, SIA in front of the name, and periods', async () => {
    const facts = await factsOf(fixture('lv.md'));
    expect(plain(facts, 'effective-date')).toEqual([{ value: '2026-01-01' }]);
    expect(plain(facts, 'controller')).toEqual([
      { value: 'SIA “Krasta Programmas”', detail: { 'legal-form': 'SIA', lv: '40203000000' } },
    ]);
    expect(plain(facts, 'postal-address')).toEqual([{ value: 'Krasta iela 5, LV-1003 Rīga' }]);
    expect(plain(facts, 'retention').map((f) => f.value)).toEqual(['P5Y', 'P90D']);
    expect(plain(facts, 'authority').map((f) => f.value)).toEqual(['dvi']);
  });
});
