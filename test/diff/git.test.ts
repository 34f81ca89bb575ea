import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRevisionPath } from '../../src/cli/git/git.ts';
import { cli, folder } from '../cli/harness.ts';

const POLICY = `# Privacy Policy

Last updated: 1 May 2024

## Who we are

Acorn Maps Ltd. E-mail: privacy@acornmaps.com

## Retention

We keep server logs for 30 days.
`;

let repo = '';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@acornmaps.com', ...args], {
    cwd: repo,
    encoding: 'utf8',
  });
const commit = (subject: string, text: string, name = 'policy.md') => {
  writeFileSync(join(repo, name), text);
  git('add', '-A');
  git('commit', '-qm', subject);
};

beforeAll(() => {
  repo = folder({ 'policy.md': POLICY });
  git('init', '-q', '-b', 'main');
  commit('First version', POLICY);
  commit('Longer logs', POLICY.replace('30 days', '90 days'));
  git('mv', 'policy.md', 'privacy.md');
  git('commit', '-qm', 'Move the file');
  commit('New address', POLICY.replace('30 days', '90 days').replace('privacy@', 'data@'), 'privacy.md');
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));

const idsOf = (stdout: string) => (JSON.parse(stdout) as { changes: { id: string }[] }).changes.map((c) => c.id);

describe('diff and git', () => {
  it('reads REV:path', async () => {
    const { code, stdout } = await cli(repo, [
      'diff',
      'HEAD~3:policy.md',
      'privacy.md',
      '-f',
      'json',
      '--level',
      'material',
    ]);
    expect(code).toBe(0);
    expect(idsOf(stdout)).toEqual(['contact-email-changed', 'retention-lengthened']);
  });

  it('reads REV1 REV2 -- path, and stdin', async () => {
    const two = await cli(repo, ['diff', 'HEAD~1', 'HEAD', '-f', 'json', '--level', 'material', '--', 'privacy.md']);
    expect(idsOf(two.stdout)).toEqual(['contact-email-changed']);
    const piped = await cli(repo, ['diff', '-', 'privacy.md', '-f', 'json', '--level', 'material'], {
      input: readFileSync(join(repo, 'privacy.md'), 'utf8').replace('90 days', '2 years'),
    });
    expect(idsOf(piped.stdout)).toEqual([]);
    expect((JSON.parse(piped.stdout) as { summary: object }).summary).toMatchObject({ material: 0, substantive: 1 });
  });

  it.each([
    ['HEAD:privacy.md', { revision: 'HEAD', path: 'privacy.md' }],
    [':privacy.md', { revision: '', path: 'privacy.md' }],
    ['C:\\privacy.md', undefined],
    ['https://example.com/privacy', undefined],
    ['-x:privacy.md', undefined],
    ['HEAD:', undefined],
    ['privacy.md', undefined],
  ])('%s is a revision, or the name of a file', (name, expected) => {
    expect(asRevisionPath(name)).toEqual(expected);
  });

  it('compares what is staged with HEAD', async () => {
    const before = readFileSync(join(repo, 'privacy.md'), 'utf8');
    writeFileSync(join(repo, 'privacy.md'), before.replace('90 days', '2 years'));
    git('add', 'privacy.md');
    writeFileSync(join(repo, 'privacy.md'), 'not staged\n');
    const { stdout } = await cli(repo, ['diff', '--staged', 'privacy.md', '-f', 'json', '--level', 'material']);
    git('reset', '-q', '--hard');
    expect(idsOf(stdout)).toEqual(['retention-lengthened']);
  });

  it('says which fetch brings a missing revision', async () => {
    git('remote', 'add', 'origin', 'https://git.invalid/policy.git');
    const at = async (revision: string) => (await cli(repo, ['diff', `${revision}:privacy.md`, 'privacy.md'])).stderr;
    expect(await at('v9.9')).toContain('revision v9.9 is not in this clone; run: git fetch origin v9.9');
    expect(await at('origin/next')).toContain('run: git fetch origin +refs/heads/next:refs/remotes/origin/next');
    git('remote', 'remove', 'origin');
  });

  it('says when a file is not in a revision', async () => {
    const { code, stderr } = await cli(repo, ['diff', 'HEAD:other.md', 'privacy.md']);
    expect(code).toBe(2);
    expect(stderr).toBe('policylint: other.md is not in HEAD\n');
  });

  it('says how a revision is compared with a file', async () => {
    expect(await cli(repo, ['diff', 'HEAD', '--', 'privacy.md'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: HEAD: no such file or folder; for git: policylint diff HEAD:privacy.md privacy.md\n',
    });
    const missing = await cli(repo, ['diff', 'old.md', 'privacy.md']);
    expect(missing.stderr).toBe('policylint: old.md: no such file or folder\n');
  });

  it('works as a diff driver: seven arguments, a file that is not there yet, always exit code 0', async () => {
    const file = join(repo, 'privacy.md');
    const driver = (old: string, now: string) =>
      cli(repo, ['diff', 'privacy.md', old, 'aaaaaaa', '100644', now, 'bbbbbbb', '100644', '--exit-code']);
    const created = await driver('/dev/null', file);
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(created.stdout).toContain('added');
  });

  it('has exit codes: --fail-on by level, --exit-code by what is shown', async () => {
    const code = async (...flags: string[]) =>
      (await cli(repo, ['diff', 'HEAD~3:policy.md', 'privacy.md', ...flags])).code;
    expect(await code()).toBe(0);
    expect(await code('--fail-on', 'material')).toBe(1);
    expect(await code('--fail-on', 'substantive')).toBe(1);
    expect(await code('--fail-on', 'any')).toBe(1);
    expect(await code('--exit-code')).toBe(1);
    expect((await cli(repo, ['diff', 'privacy.md', 'privacy.md', '--fail-on', 'any', '--exit-code'])).code).toBe(0);
    expect((await cli(repo, ['diff', 'privacy.md'])).code).toBe(2);
  });
});

describe('diff, each format by itself', () => {
  const OLD = '# Privacy policy\n\n## Storage\n\nWe keep your data for 30 days.\n';

  it('shows in one what it shows without the other', async () => {
    const cwd = folder({ 'a.md': OLD, 'b.md': OLD.replace('## Storage', '## How long') });
    const both = await cli(cwd, ['diff', 'a.md', 'b.md', '-f', 'text', '-f', 'json=log.json']);
    const text = (await cli(cwd, ['diff', 'a.md', 'b.md'])).stdout;
    expect(text).toBe('Nothing that is said changed: 1 editorial change only (--level editorial shows them).\n');
    expect(both).toEqual({ code: 0, stdout: text, stderr: '' });
    const ids = async (...flags: string[]) => {
      await cli(cwd, ['diff', 'a.md', 'b.md', '-f', 'json=log.json', ...flags]);
      const log = JSON.parse(readFileSync(join(cwd, 'log.json'), 'utf8')) as { changes: { id: string }[] };
      return log.changes.map(({ id }) => id);
    };
    expect(await ids('-f', 'text')).toEqual(['section-renamed']);
    expect(await ids('--level', 'substantive')).toEqual([]);
    const code = async (...flags: string[]) => (await cli(cwd, ['diff', 'a.md', 'b.md', '--exit-code', ...flags])).code;
    expect([await code(), await code('-f', 'text', '-f', 'json=log.json'), await code('--level', 'editorial')]).toEqual(
      [0, 1, 1],
    );
  });

  it('takes a template or a format, not both', async () => {
    const cwd = folder({ 'a.md': OLD, 'b.md': OLD.replace('30', '60'), 't.md': '{{#changes}}{{id}}{{/changes}}' });
    const told = (...flags: string[]) => cli(cwd, ['diff', 'a.md', 'b.md', '--template', 't.md', ...flags]);
    expect((await told()).stdout).toBe('retention-lengthened');
    expect(await told('-f', 'json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: --template is the format: leave --format out\n',
    });
  });
});

describe('changelog', () => {
  const log = async (...flags: string[]) => {
    const { stdout } = await cli(repo, ['changelog', 'privacy.md', '-f', 'json', ...flags]);
    return (JSON.parse(stdout) as { versions: { subject?: string; changes: { id: string }[] }[] }).versions.map(
      (v) => [v.subject, v.changes.map((c) => c.id)] as const,
    );
  };

  it('walks the history through renames, newest first', async () => {
    expect(await log()).toEqual([
      ['New address', ['contact-email-changed']],
      ['Move the file', []],
      ['Longer logs', ['retention-lengthened']],
    ]);
  });

  it('goes to standard output and to files at once', async () => {
    const file = join(folder(), 'log.json');
    const result = await cli(repo, ['changelog', 'privacy.md', '-f', 'markdown', '-f', `json=${file}`]);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toBe((await cli(repo, ['changelog', 'privacy.md'])).stdout);
    expect(readFileSync(file, 'utf8')).toBe((await cli(repo, ['changelog', 'privacy.md', '-f', 'json'])).stdout);
  });

  it('needs a repository', async () => {
    const stderr = 'policylint: changelog privacy.md: this folder is in no git repository\n';
    expect(await cli(folder(), ['changelog', 'privacy.md'])).toEqual({ code: 2, stdout: '', stderr });
  });

  it('begins after a commit, or tells only what is not committed', async () => {
    expect(await log('--since', 'HEAD~1')).toEqual([['New address', ['contact-email-changed']]]);
    expect(await log('--unreleased')).toEqual([]);
    expect(await log('--since', '1999-12-31')).toHaveLength(3);
    expect(await cli(repo, ['changelog', 'privacy.md', '--since', '2026-02-30'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: --since: the calendar has no day 2026-02-30\n',
    });
    const file = join(repo, 'privacy.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('90 days', '2 years'));
    expect(await log('--unreleased')).toEqual([[undefined, ['retention-lengthened']]]);
    writeFileSync(file, before);
  });

  it('folds versions without a change of meaning', async () => {
    const { stdout } = await cli(repo, ['changelog', 'privacy.md']);
    expect(stdout).toContain('_1 commit without a change of meaning_');
    expect(stdout).toContain('Longer logs\n\n### Material');
  });
});
