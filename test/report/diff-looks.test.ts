import { describe, expect, test } from 'vitest';
import type { RedlineRow } from '../../src/diff/redline.ts';
import type { Change, Changelog, Level, Side } from '../../src/diff/types.ts';
import { DIFF_REPORTERS } from '../../src/report/diff/index.ts';
import { historyMarkdown } from '../../src/report/diff/history.ts';
import { atLeast, type DiffReport } from '../../src/report/diff/reporter.ts';
import { fromTemplate } from '../../src/report/diff/template.ts';
import type { RenderContext } from '../../src/report/reporter.ts';
import { CONTEXT, finding } from './samples.ts';

const LAW = { cite: 'GDPR Art. 13(2)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' };
const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen '.repeat(2).trim();

function side(line: number, text: string, endLine = line): Side {
  return {
    section: ['Notice <2>', 'Logs'],
    text,
    position: { start: { line, column: 3, offset: 30 }, end: { line: endLine, column: 9, offset: 90 } },
  };
}

function change(level: Level, over: Partial<Change>): Change {
  return {
    id: 'retention-lengthened',
    topic: 'retention',
    op: 'changed',
    direction: 'none',
    level,
    summary: `Of ${level} weight`,
    base: null,
    revision: null,
    words: [],
    citations: [LAW],
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...over,
  };
}

const CHANGES: Change[] = [
  change('material', {
    base: side(7, `${LONG} 30 days ${LONG} then ${LONG}`),
    revision: side(9, `${LONG} 90 days ${LONG} now ${LONG}`),
    words: [
      { kind: 'same', text: `${LONG} ` },
      { kind: 'removed', text: '30 ' },
      { kind: 'added', text: '90 ' },
      { kind: 'same', text: `days ${LONG} ` },
      { kind: 'removed', text: 'then ' },
      { kind: 'added', text: 'now ' },
      { kind: 'same', text: LONG },
    ],
  }),
  change('material', { id: 'right-added', summary: 'Over *lines* & <all>', revision: side(11, 'First\nsecond', 12) }),
  change('substantive', {
    id: 'text-removed',
    base: side(15, '::error::No line in the *revision*'),
    citations: [{ cite: 'House [rule]', url: 'javascript:alert(1)' }],
  }),
  change('editorial', {
    id: 'wording-changed',
    base: { ...side(1, 'Was'), section: [] },
    revision: { ...side(2, 'Is'), section: [] },
    words: [
      { kind: 'removed', text: 'Was' },
      { kind: 'added', text: 'Is' },
    ],
    citations: [],
  }),
];

const REDLINE: RedlineRow[] = [
  { kind: 'same', heading: 1, words: [{ kind: 'same', text: 'Notice <2>' }], changes: [] },
  { kind: 'removed', heading: 0, words: [{ kind: 'removed', text: 'Gone & lost' }], changes: [2] },
  { kind: 'changed', heading: 0, words: CHANGES[3]!.words, changes: [3, 0] },
  { kind: 'moved', heading: 2, words: [{ kind: 'same', text: 'Logs' }], changes: [0] },
  { kind: 'added', heading: 0, words: [{ kind: 'added', text: 'New' }], changes: [1] },
];

const LOG: Changelog = {
  version: 1,
  tool: { name: 'policylint', version: '1.2.3' },
  base: { path: 'old & <odd>.md', language: 'en' },
  revision: { path: 'new & <odd>.md', language: 'en' },
  verdict: 'changed',
  changes: CHANGES,
  summary: { material: 2, substantive: 1, editorial: 1 },
  findings: { introduced: [finding()], resolved: [finding({ rule: 'draft/placeholder', message: 'Was open.' })] },
  limits: ['word-limit'],
};

function reportOf(changelog: Changelog, level: Level): DiffReport {
  return { changelog, shown: atLeast(changelog.changes, level), level, redline: () => REDLINE };
}

async function render(format: string, report: DiffReport, context: Partial<RenderContext> = {}): Promise<string> {
  return [...(await DIFF_REPORTERS[format]!())(report, { ...CONTEXT, ...context })].join('');
}

// How each format of a changelog looks. `npx vitest -u` rewrites the snapshots: read the difference before committing it.
describe.each(Object.keys(DIFF_REPORTERS))('%s', (format) => {
  test.each(['en', 'tr'] as const)('everything (%s)', async (locale) => {
    const name = locale === 'en' ? format : `${format}.${locale}`;
    await expect(await render(format, reportOf(LOG, 'editorial'), { locale })).toMatchFileSnapshot(
      `looks/diff/${name}.txt`,
    );
  });

  test('shows a level and above', async () => {
    const shown = await render(format, reportOf(LOG, 'material'));
    expect([shown.includes('Of material weight'), shown.includes('Of substantive weight')]).toEqual([true, false]);
  });
});

test('github: ten of a kind, the rest in the log', async () => {
  const changes = Array.from({ length: 12 }, (_, i) => change('material', { summary: `Change ${i}` }));
  const lines = (await render('github', reportOf({ ...LOG, changes }, 'material'))).split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => /^ {2}Change \d+$/.test(line))).toHaveLength(12);
});

test('a template has the data that are documented', () => {
  const template =
    '{{title}}|{{counts}}|{{empty}}|{{base.path}}|{{summary.material}}|{{#findings.introduced}}{{rule}}{{/findings.introduced}}|' +
    '{{#changes}}{{id}} {{section}} {{#isMaterial}}!{{/isMaterial}};{{/changes}}|{{#levels}}{{id}} {{title}} {{note}};{{/levels}}';
  const made = [...fromTemplate(template, 'notice.html')(reportOf(LOG, 'editorial'), CONTEXT)].join('');
  expect(made.split('|')).toEqual([
    'Changes to the privacy notice',
    '4 changes: 2 material, 1 substantive, 1 editorial',
    '',
    'old &amp; &lt;odd&gt;.md',
    '2',
    'gdpr/retention',
    'retention-lengthened Notice &lt;2&gt; › Logs !;right-added Notice &lt;2&gt; › Logs !;text-removed Notice &lt;2&gt; › Logs ;wording-changed  ;',
    'material Material people must be told, normally in advance;substantive Substantive the content changed;editorial Editorial no notice needed;',
  ]);
});

test('a history: versions that say the same are folded, subjects are no markup', async () => {
  const { summary, tool } = LOG;
  const entry = { path: 'p.md', summary, changes: CHANGES.slice(0, 1) };
  const quiet = { ...entry, changes: [] };
  const at = (commit: string, subject?: string) => ({ commit: commit.repeat(10), date: '2026-02-03', subject });
  const history = {
    version: 1 as const,
    tool,
    path: 'p.md',
    first: { commit: 'ffffffffffff', date: '2025-01-01', subject: 'First' },
    versions: [
      entry,
      { ...quiet, ...at('a') },
      { ...quiet, ...at('b') },
      { ...entry, ...at('c', 'Longer *logs* @team') },
      { ...quiet, ...at('d') },
    ],
  };
  await expect([...historyMarkdown(history, 'en')].join('')).toMatchFileSnapshot('looks/diff/history.txt');
});
