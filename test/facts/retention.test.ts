import { describe, expect, it } from 'vitest';
import { factsOf, plain, policy } from './facts-of.ts';

const durations = async (text: string) =>
  plain(await factsOf(`# Privacy policy\n\n${text}`), 'retention').flatMap((f) => f.duration ?? []);

describe('retention periods', () => {
  it.each([
    ['We keep server logs for 30 days.', ['P30D']],
    ['Backups are deleted after 90 days.', ['P90D']],
    ['Log kayıtları 2 yıl süreyle saklanır.', ['P2Y']],
    ['Mēs glabājam rēķinus 5 gadus.', ['P5Y']],
    ['Wir nehmen den Schutz der Daten ernst. Wir speichern die Protokolldaten für 30 Tage.', ['P30D']],
    ['Nous conservons vos données pendant 3 ans.', ['P3Y']],
    ['Conservamos los datos durante 5 años.', ['P5Y']],
    ['Przechowujemy dane przez 10 lat.', ['P10Y']],
    ['You must be at least 16 years old to keep an account.', []],
    ['We do not knowingly store data of children under 13 years of age.', []],
    ['We will respond to your request within 30 days.', []],
    ['Başvurunuz otuz (30) gün içinde sonuçlandırılır.', []],
    ['We notify you 30 days before a change.', []],
    ['Our service costs 10 euros every 2 years.', []],
  ])('%s', async (text, expected) => {
    expect(await durations(text)).toEqual(expected);
  });
});

const periods = async (text: string) =>
  plain(await factsOf(`# Privacy policy\n\n## Retention\n\n${text}`), 'retention').map((f) => [
    f.value,
    f.subject,
    f.start,
  ]);

describe('what is kept, and from when', () => {
  it.each<[string, unknown[][]]>([
    ['Backups are overwritten after ninety (90) days.', [['P90D', 'Backups', undefined]]],
    [
      'Medical records: 10 years from the last treatment; X-rays: 15 years.',
      [
        ['P10Y', 'Medical records', 'from the last treatment'],
        ['P15Y', 'X-rays', undefined],
      ],
    ],
    ['Complaints: 6 months from our answer.', [['P6M', 'Complaints', 'from our answer']]],
    [
      '| Records | Period | Start |\n| --- | --- | --- |\n| Patient file | 10 years | end of treatment |',
      [['P10Y', 'Patient file', 'end of treatment']],
    ],
    ['Facebook stores its own logs for 90 days.', []],
  ])('%s', async (text, expected) => {
    expect(await periods(text)).toEqual(expected);
  });

  it('criteria without a number', async () => {
    const facts = plain(
      await factsOf('# Privacy policy\n\n## Retention\n\nWe delete your data as soon as they are no longer needed.'),
      'retention',
    );
    expect(facts.map((f) => f.criterion)).toEqual(['as soon as they are no longer needed']);
  });
});

it('a period on top of a criterion keeps both', async () => {
  const text =
    '# Privacy policy\n\n## Retention\n\n- Account data: until you delete your account, and 30 days after that';
  expect(plain(await factsOf(text), 'retention')).toEqual([
    { value: 'P30D', duration: 'P30D', subject: 'Account data', criterion: 'until you delete your account' },
  ]);
});

describe('what a period is about', () => {
  const subjects = async (text: string) =>
    plain(await factsOf(policy('Retention', text)), 'retention').map((f) => [f.value, f.subject]);

  it.each<[string, [string, string | undefined][]]>([
    ['**Donations.** 6 years, as charity law requires.', [['P6Y', 'Donations']]],
    [
      'Call recordings are erased after 30 days; statistics, after 25 months.',
      [
        ['P30D', 'Call recordings'],
        ['P25M', 'statistics'],
      ],
    ],
    ['We keep the contract data until all duties are met.', [['until all duties are met', 'contract data']]],
  ])('%s', async (text, expected) => {
    expect(await subjects(text)).toEqual(expected);
  });
});
