import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analyze.ts';
import { formatOf, readDocument } from '../../../src/document/read.ts';
import { lint } from '../../../src/index.ts';
import { builtinPacks } from '../../../src/packs/builtin.ts';
import { buildLanguages, buildRules, type RuleFiles } from '../../../src/packs/build.ts';
import { checks } from '../../../src/rules/checks/index.ts';
import { phrases } from '../../../src/rules/checks/phrases.ts';

const NOW = '2026-11-01';
const LAW = /^(?:gdpr|kvkk)\/(?!names|answer|consent|no-|dpo-i|periodic|destruction)/;

describe('an unfinished policy', () => {
  it('is told every defect on its line, and nothing else', async () => {
    const source = readFileSync('fixtures/defects/unfinished.md', 'utf8');
    const { findings } = await lint(source, { path: 'unfinished.md', now: NOW });
    expect(findings.filter((f) => !LAW.test(f.rule)).map((f) => `${f.position.start.line} ${f.rule}`)).toEqual([
      '3 date/invalid',
      '9 draft/marker',
      '13 outdated/cloudflare-cfduid',
      '13 outdated/privacy-shield',
      '15 structure/numbering',
      '17 retention/vague',
      '19 draft/empty-section',
      '23 draft/placeholder',
      '23 contact/invalid-email',
      '23 structure/broken-reference',
    ]);
    for (const { position } of findings) {
      expect(position.start.offset).toBeLessThanOrEqual(position.end.offset);
      expect(position.end.offset).toBeLessThanOrEqual(source.length);
    }
  });
});

describe('whatever a file says', () => {
  const bits = fc.constantFrom(
    '# ',
    '\n\n',
    '- ',
    '| a | b |\n| - | - |\n',
    '[',
    ']',
    '(',
    ')',
    '@',
    'a@b',
    '.',
    '…………',
    '{{',
    '}}',
    '"',
    '“',
    'we ',
    'the ',
    'Art. 13(2)(g) GDPR ',
    'KVKK m. 5/9 ',
    '31.02.2025 ',
    '+371 ',
    '200186696 ',
    'Section 9 ',
    'Draft – ',
    '\u00a0',
    'ı',
    '[x](#y)',
  );
  it('no check throws, and every finding lies inside the file', async () => {
    const packs = await builtinPacks(['en', 'tr']);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(bits, fc.string({ maxLength: 12 })), { maxLength: 60 }), async (parts) => {
        const source = parts.join('');
        const document = await readDocument('x.md', formatOf('x.md')!, source);
        const context = analyze(document, packs, { laws: ['gdpr', 'kvkk'], now: NOW });
        for (const check of checks)
          for (const finding of check.run(context)) {
            expect(finding.source.start).toBeGreaterThanOrEqual(0);
            expect(finding.source.end).toBeLessThanOrEqual(source.length);
            expect(packs.rules.defects, finding.rule).toHaveProperty([finding.rule]);
          }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a rule that is only data', () => {
  it('works from a pack of its own: phrases, exceptions, addresses, laws', async () => {
    const texts = {
      title: { en: 't' },
      messages: { default: { en: 'm {text}' } },
      help: { en: 'h' },
      why: { en: 'w' },
    };
    const rule = {
      ...texts,
      id: 'house/no-fax',
      severity: 'warning',
      citations: [],
      detect: { default: { '*': { phrases: ['(fax|telefax)'] } } },
      except: ['no ~2 fax'],
      urls: ['fax.example.org/send'],
      bad: [],
      good: [],
    };
    const files: RuleFiles = new Map<string, unknown>([
      ['defects/house.yaml', [rule, { ...rule, id: 'house/other-law', laws: ['toy'] }]],
      ['phrases/en/_language.yaml', { name: 'English' }],
    ]);
    const builtin = await builtinPacks(['en']);
    const languages = buildLanguages(files);
    const packs = { ...builtin, rules: buildRules(files), language: (code: string) => languages.get(code) };
    const source =
      'You can send us a fax with it.\n\nWe have no longer a fax.\n\nSee [this](https://fax.example.org/send/now).\n';
    const document = await readDocument('x.md', 'markdown', source);
    const context = analyze(document, packs, { laws: ['gdpr'], now: NOW });
    expect([...phrases.run(context)].map((f) => [f.rule, source.slice(f.source.start, f.source.end)])).toEqual([
      ['house/no-fax', 'fax'],
      ['house/no-fax', '[this](https://fax.example.org/send/now)'],
    ]);
  });
});
