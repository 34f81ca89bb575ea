import { describe, expect, it } from 'vitest';
import { analyzeText, lint } from '../../../src/index.ts';
import { rules } from '../../../src/packs/generated/rules.ts';
import { checks } from '../../../src/rules/checks/index.ts';
import { SAMPLES } from './samples.ts';

const NOW = '2026-11-01';
const { defects } = rules();

/** What the checks find in a text: rule and message of each finding, and the language of the text. */
async function found(text: string) {
  const context = await analyzeText(text, { now: NOW });
  const findings = checks.flatMap((check) => [...check.run(context)]);
  return {
    language: context.document.language,
    told: findings.map(({ rule, message = 'default' }) => ({ rule, message })),
  };
}

describe('messages and languages of the rules', () => {
  it.each(SAMPLES.map((s) => [s.rule, s.message, s.language, s] as const))(
    '%s tells %s in %s, once and with its severity',
    async (rule, message, language, { text, severity }) => {
      const { told, ...rest } = await found(text);
      expect(rest.language).toBe(language);
      expect(told.filter((f) => f.rule === rule)).toEqual([{ rule, message }]);
      const { findings } = await lint(text, { now: NOW });
      expect(findings.filter((f) => f.rule === rule).map((f) => f.severity)).toEqual([severity]);
    },
  );

  it('all have a text that brings them out', async () => {
    const messages = new Set<string>();
    const languages = new Set<string>();
    for (const text of [...Object.values(defects).flatMap((rule) => rule.bad), ...SAMPLES.map((s) => s.text)]) {
      const { language, told } = await found(text);
      for (const { rule, message } of told) {
        messages.add(`${rule} tells ${message}`);
        languages.add(`${rule} in ${language}`);
      }
    }
    // Made by the engine or by the reader; each of these has a test of its own.
    const elsewhere = /^(?:internal|suppression|document)\/|^structure\/unreadable$/;
    const written = Object.values(defects)
      .filter(({ id }) => !elsewhere.test(id))
      .flatMap(({ id, messages: all }) => Object.keys(all).map((message) => `${id} tells ${message}`));
    expect(written.filter((message) => !messages.has(message))).toEqual([]);
    const claimed = Object.values(defects)
      .flatMap(({ id, detect }) =>
        Object.values(detect ?? {}).flatMap((lists) => Object.keys(lists).map((l) => [id, l])),
      )
      .filter(([, language]) => language !== '*')
      .map(([id, language]) => `${id} in ${language}`);
    expect(claimed.length).toBeGreaterThan(100);
    expect([...new Set(claimed)].filter((claim) => !languages.has(claim))).toEqual([]);
  });
});
