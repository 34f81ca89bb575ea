import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOfTitle } from '../../src/document/kind.ts';
import { analyzeText, lint } from '../../src/index.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/kinds/${name}.md`, import.meta.url), 'utf8');

describe('kind of a document', () => {
  it.each([
    ['shop-page', 'not-a-policy'],
    ['failed-scrape', 'not-a-policy'],
    ['stub', 'stub'],
    ['cookie-policy', 'cookie-policy'],
    ['kvkk-notice', 'kvkk-notice'],
    ['retention-policy', 'retention-policy'],
    ['terms', 'terms'],
    ['data-processing-agreement', 'data-processing-agreement'],
    ['untitled-policy', 'privacy-policy'],
    ['policy-without-the-word', 'privacy-policy'],
  ])('%s is %s', async (name, kind) => {
    expect((await analyzeText(fixture(name))).kind).toBe(kind);
  });

  it.each([
    ['', 'not-a-policy'],
    ['Data Processing Agreement\n===', 'not-a-policy'],
    ['# Privacy Policy\n\nThis page contains the privacy policies of Example.', 'not-a-policy'],
    ['# Gizlilik Politikası\n\nMetin eklenecektir.', 'stub'],
    ['# Privātuma politika\n\nTeksts tiks pievienots drīzumā.', 'stub'],
    ['The app does not collect any personal information.', 'privacy-policy'],
    ['Buy one, get one free. Open from nine to five.', 'not-a-policy'],
  ])('%j is %s', async (text, kind) => {
    expect((await analyzeText(text)).kind).toBe(kind);
  });

  it('a text that is no policy gets one finding and is not judged', async () => {
    for (const name of ['shop-page', 'failed-scrape']) {
      const report = await lint(fixture(name), { laws: ['gdpr', 'kvkk'], now: '2026-01-01' });
      expect(report.findings.map((f) => [f.rule, f.severity, f.position.start.line])).toEqual([
        ['document/not-a-policy', 'error', 1],
      ]);
    }
  });

  it('terms are not judged as a notice', async () => {
    const report = await lint(fixture('terms'), { laws: ['gdpr'] });
    expect(report.findings.filter((f) => f.rule.startsWith('gdpr/'))).toEqual([]);
  });

  it('a text in a language without phrases is told so instead of being found to lack everything', async () => {
    const report = await lint(
      '# Privacyverklaring\n\nWij verwerken uw persoonsgegevens om uw bestelling te leveren en bewaren ze zeven jaar.',
      { laws: ['gdpr'] },
    );
    expect(report.language).toBe('nl');
    expect(report.requirements).toEqual([]);
    expect(report.findings.filter((f) => /^(?:gdpr|document)\//.test(f.rule)).map((f) => f.rule)).toEqual([
      'document/unsupported-language',
    ]);
  });
});

describe('kind a title names', () => {
  it.each([
    ['Appendix 3 to the terms of use', undefined],
    ['Załącznik nr 3 do regulaminu porządku domowego', undefined],
    ['Załącznik do regulaminu: polityka prywatności', 'privacy-policy'],
    ['Privacy Policy', 'privacy-policy'],
    ['Privacy and Cookie Policy', 'privacy-policy'],
    ['Gizlilik ve Çerez Politikası', 'privacy-policy'],
    ['Çerez Aydınlatma Metni', 'cookie-policy'],
    ['Çerez Politikası', 'cookie-policy'],
    ['KVKK Aydınlatma Metni', 'kvkk-notice'],
    ['Kişisel Verilerin Korunması Politikası', 'privacy-policy'],
    ['Kişisel Veri Saklama ve İmha Politikası', 'retention-policy'],
    ['PRİVĀTUMA POLITIKA', 'privacy-policy'],
    ['Sīkdatņu politika', 'cookie-policy'],
    ['Lietošanas noteikumi', 'terms'],
    ['Datenschutzerklärung', 'privacy-policy'],
    ['Auftragsverarbeitungsvertrag (AVV)', 'data-processing-agreement'],
    ['Allgemeine Geschäftsbedingungen', 'terms'],
    ['Politique de confidentialité', 'privacy-policy'],
    ["Conditions générales d'utilisation", 'terms'],
    ['Aviso de privacidad', 'privacy-policy'],
    ['Política de cookies', 'cookie-policy'],
    ['Polityka prywatności', 'privacy-policy'],
    ['Regulamin sklepu', 'terms'],
    ['Terms of Service', 'terms'],
    ['About us', undefined],
  ])('%s: %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});
