import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

const POLICY = `# Privacy policy

We collect your personal data. We do not sell or share your personal data with third parties.

You have the right to access your data.

## The rest

We keep your data for as long as necessary. We retain your messages for as long as necessary.
`;

describe('the status of a requirement', () => {
  it.each([
    ['gdpr/right-access', 'present', [['You have the right to access your data.', 'affirmed']]],
    ['gdpr/recipients', 'denied', [['We do not sell or share your personal data with third parties.', 'denied']]],
    ['gdpr/data-categories', 'vague', [['We collect your personal data.', 'affirmed']]],
    [
      'gdpr/retention',
      'vague',
      [
        ['We keep your data for as long as necessary.', 'affirmed'],
        ['We retain your messages for as long as necessary.', 'affirmed'],
      ],
    ],
    ['gdpr/complaint', 'absent', []],
    ['gdpr/cookies', 'not-applicable', []],
  ])('%s: %s', async (id, status, evidence) => {
    const { requirements } = await lint(POLICY, {
      laws: ['gdpr'],
      profile: ['no gdpr/cookies', 'no gdpr/right-access'],
    });
    const requirement = requirements.find((r) => r.id === id)!;
    expect([requirement.status, requirement.evidence.map((e) => [e.text, e.polarity])]).toEqual([status, evidence]);
    for (const { text, position } of requirement.evidence)
      expect(POLICY.slice(position.start.offset, position.end.offset)).toBe(text);
  });
});

describe('what is missing or vague', () => {
  const finding = async (text: string, rule: string, profile: string[] = []) =>
    (await lint(text, { laws: ['gdpr'], profile })).findings.find((f) => f.rule === rule);

  it('stands on the section about it, else on the title', async () => {
    const text = `${POLICY}\n## Complaints\n\nWe are nice people.\n`;
    const at = async (rule: string) => (await finding(text, rule))?.section;
    expect(await at('gdpr/complaint')).toEqual(['Privacy policy', 'Complaints']);
    expect(await at('gdpr/legal-basis')).toEqual(['Privacy policy']);
  });

  it('has another message, on the sentence', async () => {
    const vague = (await finding(POLICY, 'gdpr/retention'))!;
    const absent = (await finding(POLICY.replace(/## The[^]*/, ''), 'gdpr/retention'))!;
    expect([vague.severity, absent.severity]).toEqual(['warning', 'error']);
    expect([vague.message, absent.message]).toEqual([
      'The notice keeps data "as long as necessary" without a period or a criterion the reader can apply.',
      'The notice does not say how long personal data are kept.',
    ]);
    expect([vague.position.start.line, absent.position.start.line]).toEqual([9, 1]);
  });

  it('is not told of what the profile excludes, whatever the text says of it', async () => {
    expect(await finding(POLICY, 'gdpr/retention', ['no gdpr/retention'])).toBeUndefined();
    expect(await finding(POLICY, 'gdpr/complaint', ['no gdpr/complaint'])).toBeUndefined();
  });

  it('rights that are only referred to are one finding with the articles of all', async () => {
    const text =
      '# Aydınlatma Metni\n\nKişisel verilerinizi işliyoruz.\n\nKanun’un 11. maddesindeki haklara sahipsiniz.\n';
    const { findings } = await lint(text, { laws: ['kvkk'] });
    const [rights, ...more] = findings.filter((f) => f.rule.startsWith('kvkk/right'));
    expect(more).toEqual([]);
    expect(rights).toMatchObject({ rule: 'kvkk/rights', severity: 'warning', position: { start: { line: 5 } } });
    expect(rights!.message).toMatch(
      /^The notice only refers to these rights of Article 11 without naming them: \(a\) /,
    );
    expect(rights!.citations.map((c) => c.cite)).toEqual([
      'KVKK Art. 10(1)(d) with Art. 11(1)(a)',
      'Aydınlatma Tebliği Art. 4(1)(d)',
      ...[...'bcçdefgğ'].map((letter) => `KVKK Art. 10(1)(d) with Art. 11(1)(${letter})`),
    ]);
  });
});
