import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRulesFolder } from '../../scripts/rules-folder.ts';
import { lint } from '../../src/index.ts';
import { rules } from '../../src/packs/generated/rules.ts';
import type { Condition, Localized, PhraseFile, Requirement } from '../../src/packs/types.ts';

const { laws, concepts } = rules();
const rows = Object.values(laws).flatMap((law) => law.requirements);

/** Citation, severity when absent and when vague, of every row: kept beside the tables so that a slip in one shows. */
const TABLE: Record<string, [citations: string[], absent: string, vague: string]> = {
  'gdpr/controller-identity': [['GDPR Art. 13(1)(a)', 'GDPR Art. 14(1)(a)'], 'error', 'warning'],
  'gdpr/controller-contact': [['GDPR Art. 13(1)(a)', 'GDPR Art. 14(1)(a)'], 'error', 'warning'],
  'gdpr/representative': [['GDPR Art. 13(1)(a) with Art. 27(1),(3)'], 'warning', 'warning'],
  'gdpr/dpo-contact': [['GDPR Art. 13(1)(b)', 'GDPR Art. 37(7)', 'GDPR Art. 14(1)(b)'], 'error', 'error'],
  'gdpr/purposes': [['GDPR Art. 13(1)(c)', 'GDPR Art. 5(1)(b)', 'GDPR Art. 14(1)(c)'], 'error', 'warning'],
  'gdpr/legal-basis': [['GDPR Art. 13(1)(c) with Art. 6(1)', 'GDPR Art. 14(1)(c)'], 'error', 'error'],
  'gdpr/legitimate-interests': [['GDPR Art. 13(1)(d)', 'GDPR Art. 14(2)(b)'], 'error', 'error'],
  'gdpr/recipients': [['GDPR Art. 13(1)(e)', 'GDPR Art. 4(9)', 'GDPR Art. 14(1)(e)'], 'error', 'warning'],
  'gdpr/third-country-transfer': [
    ['GDPR Art. 13(1)(f) with Art. 45 / 46 / 47 / 49(1) second subparagraph', 'GDPR Art. 14(1)(f)'],
    'warning',
    'warning',
  ],
  'gdpr/transfer-safeguards': [
    ['GDPR Art. 13(1)(f) with Art. 45 / 46 / 47 / 49(1) second subparagraph', 'GDPR Art. 14(1)(f)'],
    'warning',
    'warning',
  ],
  'gdpr/retention': [['GDPR Art. 13(2)(a)', 'GDPR Art. 5(1)(e)', 'GDPR Art. 14(2)(a)'], 'error', 'warning'],
  'gdpr/right-access': [['GDPR Art. 13(2)(b) with Art. 15', 'GDPR Art. 14(2)(c)'], 'error', 'info'],
  'gdpr/right-rectification': [['GDPR Art. 13(2)(b) with Art. 16', 'GDPR Art. 14(2)(c)'], 'error', 'info'],
  'gdpr/right-erasure': [['GDPR Art. 13(2)(b) with Art. 17', 'GDPR Art. 14(2)(c)'], 'error', 'info'],
  'gdpr/right-restriction': [['GDPR Art. 13(2)(b) with Art. 18', 'GDPR Art. 14(2)(c)'], 'error', 'info'],
  'gdpr/right-object': [['GDPR Art. 13(2)(b) with Art. 21(1)', 'GDPR Art. 14(2)(c)'], 'warning', 'info'],
  'gdpr/right-portability': [['GDPR Art. 13(2)(b) with Art. 20', 'GDPR Art. 14(2)(c)'], 'warning', 'info'],
  'gdpr/withdraw-consent': [['GDPR Art. 13(2)(c)', 'GDPR Art. 7(3)', 'GDPR Art. 14(2)(d)'], 'error', 'warning'],
  'gdpr/complaint': [['GDPR Art. 13(2)(d)', 'GDPR Art. 77(1)', 'GDPR Art. 14(2)(e)'], 'error', 'warning'],
  'gdpr/provision-required': [['GDPR Art. 13(2)(e)'], 'warning', 'info'],
  'gdpr/automated-decisions': [['GDPR Art. 13(2)(f) with Art. 22(1),(4)', 'GDPR Art. 14(2)(g)'], 'error', 'warning'],
  'gdpr/data-categories': [['GDPR Art. 14(1)(d)'], 'info', 'info'],
  'gdpr/data-source': [['GDPR Art. 14(2)(f)'], 'error', 'error'],
  'gdpr/children': [['GDPR Art. 8(1)–(2)', 'GDPR Art. 12(1)'], 'warning', 'info'],
  'gdpr/cookies': [
    [
      'Directive 2002/58/EC Art. 5(3) (as amended by Directive 2009/136/EC)',
      'GDPR Art. 13',
      'CJEU C-673/17 Planet49 (duration and third-party access)',
    ],
    'warning',
    'warning',
  ],
  'gdpr/change-notification': [
    ['WP260 rev.01 ¶29–31 (guidance) on GDPR Arts. 5(1)(a), 12, 13', 'GDPR Art. 13(3)'],
    'warning',
    'warning',
  ],
  'gdpr/rights-channel': [['GDPR Art. 12(2)', 'GDPR Recital 59'], 'warning', 'off'],
  'kvkk/controller-identity': [['KVKK Art. 10(1)(a)', 'Aydınlatma Tebliği Art. 4(1)(a)'], 'error', 'warning'],
  'kvkk/purposes': [['KVKK Art. 10(1)(b)', 'Aydınlatma Tebliği Art. 4(1)(b)'], 'error', 'warning'],
  'kvkk/recipients': [
    ['KVKK Art. 10(1)(c)', 'Aydınlatma Tebliği Art. 4(1)(c), 5(1)(ı), 3(1)(a) (alıcı grubu)'],
    'error',
    'warning',
  ],
  'kvkk/collection-method': [['KVKK Art. 10(1)(ç)', 'Aydınlatma Tebliği Art. 4(1)(ç), 5(1)(i)'], 'error', 'warning'],
  'kvkk/legal-basis': [
    ['KVKK Art. 10(1)(ç)', 'Aydınlatma Tebliği Art. 4(1)(ç), 5(1)(h)', 'KVKK Art. 5(1), 5(2)(a)–(f), 6(3)(a)–(g)'],
    'error',
    'error',
  ],
  ...Object.fromEntries(
    (
      [
        ['right-know-processing', 'a'],
        ['right-information', 'b'],
        ['right-purpose', 'c'],
        ['right-recipients', 'ç'],
        ['right-rectification', 'd'],
        ['right-erasure', 'e'],
        ['right-notify-third-parties', 'f'],
        ['right-object-automated', 'g'],
        ['right-compensation', 'ğ'],
      ] as const
    ).map(([id, letter]) => [
      `kvkk/${id}`,
      [[`KVKK Art. 10(1)(d) with Art. 11(1)(${letter})`, 'Aydınlatma Tebliği Art. 4(1)(d)'], 'warning', 'warning'] as [
        string[],
        string,
        string,
      ],
    ]),
  ),
  'kvkk/application-channels': [
    ['KVKK Art. 13(1)', 'Veri Sorumlusuna Başvuru Usul ve Esasları Hakkında Tebliğ (RG 10/03/2018-30356) Art. 5(1)'],
    'warning',
    'info',
  ],
  'kvkk/answer-30-days': [['KVKK Art. 13(2)', 'Başvuru Tebliği Art. 7'], 'info', 'warning'],
  'kvkk/transfer-abroad': [
    [
      'KVKK Art. 9(1),(4),(5),(6) as amended by Law 7499 Art. 34',
      'By-Law on transfers abroad (RG 10/07/2024-32598) Art. 4(1)(e), 14, 16',
      'KVKK Art. 10(1)(c)',
    ],
    'warning',
    'warning',
  ],
  'kvkk/retention': [['KVKK Art. 4(2)(d), 7(1)'], 'info', 'warning'],
  'kvkk/board-complaint': [['KVKK Art. 14(1)–(2)'], 'info', 'off'],
};

describe('the tables of the laws', () => {
  it('hold every row with its citations and severities, letter for letter', () => {
    const told = Object.fromEntries(rows.map((r) => [r.id, [r.citations.map((c) => c.cite), r.severity, r.vague]]));
    expect(told).toEqual(TABLE);
  });

  it('cite addresses of the law itself', () => {
    const hosts = new Set(rows.flatMap((r) => r.citations.map((c) => new URL(c.url).host)));
    expect([...hosts].sort()).toEqual([
      'ec.europa.eu',
      'eur-lex.europa.eu',
      'www.mevzuat.gov.tr',
      'www.resmigazete.gov.tr',
    ]);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s is told in English and Turkish', (_id, row) => {
    const texts: (Localized | undefined)[] = [row.title, row.message.absent, row.help, row.why];
    if (row.vague !== 'off') texts.push(row.message.vague);
    for (const text of texts) {
      expect(text?.en).toMatch(/\S/);
      expect(text?.tr).toMatch(/\S/);
    }
    for (const message of [row.message.absent, row.message.vague])
      for (const sentence of [message?.en, message?.tr]) {
        if (sentence === undefined) continue;
        expect(sentence).toMatch(/\.$/);
        expect(sentence, 'one sentence').not.toMatch(/\.\s+\p{Lu}/u);
      }
    expect(row.help.en, 'an example').toMatch(/["“]|List all nine|Say|Name/);
  });

  it('groups name what they are, and have rows', () => {
    for (const law of Object.values(laws))
      for (const [id, group] of Object.entries(law.groups)) {
        expect(law.requirements.filter((r) => r.group === id).length).toBeGreaterThan(1);
        for (const text of [group.title, group.message.absent, group.message.vague, group.help, group.why])
          expect(text?.tr).toMatch(/\S/);
        expect(group.message.absent.en).toContain('{rights}');
      }
  });

  it('never call what Art. 10 KVKK does not list a breach of it', () => {
    for (const id of ['retention', 'application-channels', 'answer-30-days', 'board-complaint'])
      expect(JSON.stringify(rows.find((r) => r.id === `kvkk/${id}`)!.citations)).not.toContain('Art. 10');
  });
});

/** Notices under KVKK are written in these languages; in the others nobody needs the concepts that only it asks for. */
const KVKK_LANGUAGES = ['en', 'tr'];
/** Concepts that a language has no phrases for yet; to be emptied, never filled. */
const GAPS: Record<string, string[]> = {};

describe('phrases of the concepts that laws ask for', () => {
  const files = readRulesFolder(fileURLToPath(new URL('../../rules', import.meta.url)));
  const spoken = new Map<string, Set<string>>();
  for (const [path, data] of files) {
    const language = /^phrases\/([^/]+)\/(?!_)/.exec(path)?.[1];
    if (!language) continue;
    const known = spoken.get(language) ?? new Set();
    spoken.set(language, known.add((data as PhraseFile).concept));
  }
  const asked = [...new Set(rows.flatMap(conceptsOf))];
  const askedByGdpr = new Set(laws.gdpr!.requirements.flatMap(conceptsOf));
  it('every one is a concept', () => {
    expect(asked.filter((id) => !concepts[id])).toEqual([]);
  });
  it.each([...spoken.keys()])('%s has phrases for them', (language) => {
    const needed = KVKK_LANGUAGES.includes(language) ? asked : [...askedByGdpr];
    const missing = needed.filter((id) => !spoken.get(language)!.has(id)).sort();
    expect(missing).toEqual((GAPS[language] ?? []).sort());
  });
});

function conceptsOf(row: Requirement): string[] {
  return [...row.concepts, ...conceptsIn(row.when), ...conceptsIn(row.escalate?.when)];
}

function conceptsIn(condition: Condition | string | undefined): string[] {
  if (condition === undefined) return [];
  if (typeof condition === 'string') return [condition.replace('!', '')];
  return [
    ...(condition.strong ?? []),
    ...[...(condition.any ?? []), ...(condition.all ?? [])].flatMap((part) => conceptsIn(part)),
  ];
}

describe('conditions and severities', () => {
  const severityOf = async (text: string, rule: string, law = 'gdpr', locale: 'en' | 'tr' = 'en') => {
    const report = await lint(`# Privacy Policy\n\nWe collect your personal data. ${text}`, { laws: [law], locale });
    return report.findings.find((f) => f.rule === rule);
  };
  it.each([
    ['', 'gdpr/withdraw-consent', undefined],
    ['We send our newsletter with your consent.', 'gdpr/withdraw-consent', 'error'],
    ['', 'gdpr/dpo-contact', undefined],
    ['', 'gdpr/legitimate-interests', undefined],
    ['', 'gdpr/automated-decisions', undefined],
    ['', 'gdpr/third-country-transfer', undefined],
    ['Payments are processed by Stripe.', 'gdpr/third-country-transfer', 'warning'],
    ['', 'gdpr/children', undefined],
    ['Our app is designed for children aged four to eight.', 'gdpr/representative', undefined],
    ['', 'gdpr/data-categories', 'info'],
    ['', 'gdpr/retention', 'error'],
    ['We keep your data for as long as necessary.', 'gdpr/retention', 'warning'],
  ])('%j: %s is %s', async (text, rule, severity) => {
    expect((await severityOf(text, rule))?.severity).toBe(severity);
  });

  it('missing rights are one finding that names each with its article', async () => {
    const finding = await severityOf('You have the right to access your data and to have them erased.', 'gdpr/rights');
    expect(finding).toMatchObject({
      severity: 'error',
      message:
        'The notice does not tell people of these rights: right to rectification (GDPR Art. 13(2)(b) with Art. 16), right to restriction of processing (GDPR Art. 13(2)(b) with Art. 18), right to object (GDPR Art. 13(2)(b) with Art. 21(1)), right to data portability (GDPR Art. 13(2)(b) with Art. 20).',
    });
  });

  it('rights of KVKK weigh more when none is named', async () => {
    const none = await severityOf('', 'kvkk/rights', 'kvkk', 'tr');
    expect(none?.severity).toBe('error');
    expect(none?.message).toContain('(ğ) zararın giderilmesini talep etme (KVKK m. 10/1-d ve m. 11/1-ğ)');
    const some = await severityOf(
      'You have the right to learn whether your personal data are processed.',
      'kvkk/rights',
      'kvkk',
    );
    expect(some?.severity).toBe('warning');
    expect(some?.message).not.toContain('(a) ');
  });
});
