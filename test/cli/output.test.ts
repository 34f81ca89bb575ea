import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localeOf } from '../../src/cli/context.ts';
import { cli, folder } from './harness.ts';

const POLICY = '# Privacy policy\n\nWe keep your data for 30 days.\n';
const rules = (severity: string) => `laws: [gdpr]\nrules: { gdpr/*: off, date/*: off, gdpr/complaint: ${severity} }`;

describe('exit codes', () => {
  test.each([
    ['error', [], 1],
    ['warning', [], 0],
    ['warning', ['--max-warnings', '1'], 0],
    ['warning', ['--max-warnings', '0'], 1],
    ['warning', ['--max-warnings', '0', '--quiet'], 1],
    ['info', ['--max-warnings', '0'], 0],
    ['off', ['--max-warnings', '0'], 0],
    ['error', ['missing.md'], 2],
  ])('%s %j → %i', async (severity, argv, code) => {
    const cwd = folder({ 'p.md': POLICY, '.policylintrc': rules(severity as string) });
    expect((await cli(cwd, ['-f', 'json', 'p.md', ...(argv as string[])])).code).toBe(code);
  });

  test('--quiet shows errors only', async () => {
    const cwd = folder({ 'p.md': POLICY, '.policylintrc': rules('warning') });
    expect((await cli(cwd, ['p.md'])).stdout).toContain('gdpr/complaint');
    expect((await cli(cwd, ['p.md', '--quiet'])).stdout).toBe('✔ No problems in 1 file\n');
  });
});

test('several formats in one run, each where it belongs', async () => {
  const cwd = folder({ 'p.md': POLICY, '.policylintrc': rules('error') });
  const result = await cli(cwd, ['p.md', '-f', 'compact', '-f', 'sarif=out.sarif', '--format=junit=out.xml']);
  expect(result.stdout).toMatch(/^p\.md:1:1: error gdpr\/complaint .+\n$/);
  expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toMatch(/^<\?xml/);
  const single = await cli(cwd, ['p.md', '-f', 'json', '-o', 'out.json']);
  expect(single.stdout).toBe('');
  expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).documents).toHaveLength(1);
});

test('two formats never share a file', async () => {
  const cwd = folder({ 'p.md': POLICY });
  for (const argv of [
    ['-f', 'json=out', '-f', 'sarif=./out'],
    ['-f', 'json', '-o', 'out', '-f', 'sarif=out'],
  ])
    expect(await cli(cwd, ['p.md', ...argv])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: two formats cannot go to one file: out\n',
    });
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});

test('a file that makes policylint fail hides no other, and is told in the report', async () => {
  const plugin = `export default { name: 'bad', checks: [{ rules: ['bad/x'], run: ({ document }) => document.source.includes('boom') ? [{ rule: 'bad/unknown', source: { start: 0, end: 1 } }] : [] }] };`;
  const cwd = folder({
    'a.md': POLICY,
    'b.md': `${POLICY}\nboom\n`,
    'c.md': POLICY,
    'plugin.mjs': plugin,
    '.policylintrc': `${rules('info')}\nplugins: [./plugin.mjs]`,
  });
  const result = await cli(cwd, ['-f', 'json', '.']);
  expect(result.code).toBe(2);
  const found = JSON.parse(result.stdout).documents.map((d: { path: string; findings: { rule: string }[] }) => [
    d.path,
    d.findings.map((f) => f.rule),
  ]);
  expect(found).toEqual([
    ['a.md', ['gdpr/complaint']],
    ['b.md', ['internal/file-failed']],
    ['c.md', ['gdpr/complaint']],
  ]);
});

describe('GitHub', () => {
  const many = `${POLICY}\n${Array.from({ length: 12 }, (_, i) => `Write to [COMPANY ${i}] for more.`).join('\n\n')}\n`;

  test('what does not fit into annotations goes to the step summary', async () => {
    const cwd = folder({ 'p.md': many, '.policylintrc': 'laws: []' });
    const summary = join(cwd, 'summary.md');
    const env = { GITHUB_STEP_SUMMARY: summary };
    await cli(cwd, ['-f', 'github', 'p.md'], { env });
    expect(readFileSync(summary, 'utf8').match(/^\| \d+ \|.*draft\/placeholder/gm)).toHaveLength(12);
  });

  test('nothing is written when all fits', async () => {
    const cwd = folder({ 'p.md': POLICY, '.policylintrc': rules('error') });
    const summary = join(cwd, 'summary.md');
    await cli(cwd, ['-f', 'github', 'p.md'], { env: { GITHUB_STEP_SUMMARY: summary } });
    expect(existsSync(summary)).toBe(false);
  });
});

describe('colours and language', () => {
  const shown = async (argv: string[], env: Record<string, string>, isTTY: boolean) => {
    let out = '';
    const stdout = { write: (text: string) => void (out += text), isTTY, columns: 80 };
    await cli(folder({ 'p.md': POLICY, '.policylintrc': rules('error') }), ['p.md', ...argv], { env, stdout });
    return out;
  };

  test.each<[string[], Record<string, string>, boolean, boolean]>([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: 'false' }, true, false],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { TERM: 'dumb' }, true, false],
    [['--no-color'], { FORCE_COLOR: '1' }, true, false],
    [['--color'], { NO_COLOR: '1' }, false, true],
  ])('%j %j, terminal: %s → colours: %s', async (argv, env, terminal, colours) => {
    expect((await shown(argv, env, terminal)).includes('\u001b[')).toBe(colours);
  });

  test('messages in the language of the environment, or as asked', async () => {
    expect(await shown([], { LANG: 'tr_TR.UTF-8' }, false)).toContain('sorun (1 hata)');
    expect(await shown(['--locale', 'en'], { LANG: 'tr_TR.UTF-8' }, false)).toContain('1 problem (1 error)');
    expect(['tr', 'tr_TR', 'tr-TR.UTF-8', 'C', 'trv_TW', ''].map((LANG) => localeOf(undefined, { LANG }))).toEqual([
      ...['tr', 'tr', 'tr'],
      ...['en', 'en', 'en'],
    ]);
    expect(localeOf(undefined, { LC_ALL: 'en_US', LANG: 'tr_TR' })).toBe('en');
  });
});
