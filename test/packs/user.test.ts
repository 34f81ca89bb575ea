import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRulesFolder } from '../../scripts/rules-folder.ts';
import { analyze, languagesOf } from '../../src/analyze.ts';
import { readDocument } from '../../src/document/read.ts';
import type { RuleFiles } from '../../src/packs/build.ts';
import { loadUserPack, PacksWithUsers } from '../../src/packs/user.ts';
import { judge } from '../../src/rules/engine.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/packs/toy', import.meta.url));
let packs: PacksWithUsers;
beforeAll(async () => {
  packs = new PacksWithUsers([await loadUserPack(readRulesFolder(FOLDER))]);
});

async function linted(text: string) {
  const document = await readDocument('policy.md', 'markdown', text);
  const loaded = await packs.load(['en', ...languagesOf(document)]);
  const report = judge(analyze(document, loaded, { laws: 'auto' }), {
    locale: 'en',
    severities: {},
    profile: new Set(),
  });
  return {
    language: report.language,
    laws: report.laws,
    oz: report.requirements.filter((r) => r.id.startsWith('oz/')).map((r) => [r.id, r.status]),
    findings: report.findings.filter((f) => f.rule.startsWith('oz/')).map((f) => [f.rule, f.severity, f.citations]),
  };
}

const ENGLISH =
  '# Privacy Policy\n\nWe collect your personal data and protect them with emeralds. Your data are safe behind the curtain.';
const DUTCH =
  '# Privacyverklaring\n\nWij verzamelen uw persoonsgegevens en beschermen ze met smaragden. Schrijf aan de tovenaar in het paleis. Wij bewaren uw brieven twee jaar, achter het gordijn.';

describe("a user's pack", () => {
  it('adds a law, a rule and phrases to a built-in language', async () => {
    expect(await linted(ENGLISH)).toEqual({
      language: 'en',
      laws: ['oz'],
      oz: [
        ['oz/wizard-contact', 'absent'],
        ['oz/retention', 'absent'],
      ],
      findings: [
        [
          'oz/retention',
          'warning',
          [
            { cite: 'Oz Act § 2', url: 'https://example.org/oz' },
            { cite: 'GDPR Art. 5(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
          ],
        ],
        ['oz/wizard-contact', 'error', [{ cite: 'Oz Act § 1', url: 'https://example.org/oz' }]],
        ['oz/humbug', 'info', []],
      ],
    });
  });

  it('keeps the phrases the built-in language has', async () => {
    const text = `${ENGLISH} We keep your account data for 30 days. Write to the wizard at the Emerald Palace.`;
    expect((await linted(text)).oz).toEqual([
      ['oz/wizard-contact', 'present'],
      ['oz/retention', 'present'],
    ]);
  });

  it('adds a language', async () => {
    expect(await linted(DUTCH)).toEqual({
      language: 'nl',
      laws: ['gdpr', 'oz'],
      oz: [
        ['oz/wizard-contact', 'present'],
        ['oz/retention', 'present'],
      ],
      findings: [['oz/humbug', 'info', []]],
    });
  });

  it('is an option of the library', async () => {
    const { lint, loadPack } = await import('../../src/index.ts');
    const report = await lint(ENGLISH, { packs: [await loadPack(readRulesFolder(FOLDER))] });
    expect(report.laws).toEqual(['oz']);
    expect(report.findings.map((f) => f.rule)).toContain('oz/humbug');
  });

  it('changes nothing for those who do not load it', async () => {
    const { lint } = await import('../../src/index.ts');
    expect((await lint(ENGLISH)).laws).toEqual([]);
    expect((await lint(DUTCH)).findings.map((f) => f.rule)).toContain('document/unsupported-language');
  });
});

describe('mistakes in a pack', () => {
  const law = (change: object, row: object = {}) =>
    new Map([['laws/oz.yaml', { ...LAW, requirements: [{ ...ROW, ...row }], ...change }]]);
  const ROW = {
    id: 'oz/retention',
    concepts: ['retention'],
    title: { en: 'x' },
    citations: [],
    severity: 'error',
    vague: 'off',
    message: { absent: { en: 'x' } },
    help: { en: 'x' },
    why: { en: 'x' },
  };
  const LAW = { id: 'oz', name: { en: 'Oz' } };
  it.each<[string, RuleFiles, string]>([
    [
      'a misspelt key',
      law({}, { severty: 'error' }),
      'laws/oz.yaml: requirements/0 (oz/retention): unknown key severty; did you mean severity?',
    ],
    [
      'a misspelt value',
      law({}, { severity: 'eror' }),
      'laws/oz.yaml: requirements/0 (oz/retention)/severity: "eror" is none of error, warning, info; did you mean error?',
    ],
    [
      'a missing key',
      law({}, { why: undefined }),
      'laws/oz.yaml: requirements/0 (oz/retention): the key why is missing',
    ],
    [
      'a misspelt key in a condition',
      law({}, { when: { all: [{ sny: [] }] } }),
      'laws/oz.yaml: requirements/0 (oz/retention)/when/all/0: unknown key sny; did you mean any?',
    ],
    [
      'a concept nobody has',
      law({}, { concepts: ['retenton'] }),
      'laws/oz.yaml: oz/retention/concepts: no concept retenton; did you mean retention?',
    ],
    [
      'a concept nobody has in a condition',
      law({}, { when: { any: ['!cokies'] } }),
      'laws/oz.yaml: oz/retention/when: no concept cokies; did you mean cookies?',
    ],
    [
      'a group that is not there',
      law({ groups: {} }, { group: 'oz/rights' }),
      'laws/oz.yaml: oz/retention/group: no group oz/rights',
    ],
    [
      "another law's id",
      law({}, { id: 'gdpr/retention' }),
      "laws/oz.yaml: gdpr/retention: the ids of this law's rows begin with oz/",
    ],
    [
      'a citation without a source',
      law({}, { citations: ['Oz Act § 1'] }),
      'laws/oz.yaml: sources: no source for the citation "Oz Act § 1"',
    ],
    [
      'a folder that is not there',
      new Map([['law/oz.yaml', {}]]),
      'law/oz.yaml: no such place in a rules folder; did you mean laws? (folders: concepts/, laws/, acts/, defects/, phrases/<language>/)',
    ],
    [
      'a phrase that does not follow the grammar',
      new Map([['phrases/en/x.yaml', { concept: 'retention', phrases: ['(open'] }]]),
      'phrases/en: en/retention, phrases: "(" is not closed in "(open"',
    ],
    [
      'a sign where a word should be',
      new Map([['phrases/en/x.yaml', { concept: 'retention', phrases: ['kept (for|–) days'] }]]),
      'phrases/en: en/retention, phrases: no word in "–" of "kept (for|–) days"',
    ],
    [
      'a list of phrases that is not there',
      new Map([['phrases/en/x.yaml', { concept: 'retention', not: ['@demnds'] }]]),
      'phrases/en: en/retention, not: unknown list @demnds in "@demnds"',
    ],
    ['an empty file', new Map([['concepts/x.yaml', null]]), 'concepts/x.yaml: must be array'],
  ])('%s', async (_name, files, message) => {
    await expect(loadUserPack(files)).rejects.toMatchObject({
      name: 'PackError',
      message: expect.stringMatching(new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)) as string,
    });
  });
});
