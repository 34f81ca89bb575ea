import { expect, test } from 'vitest';
import { CLEAN, LONGER } from '../action/policies.ts';
import { commit, git } from '../action/checkout.ts';
import { cli, folder } from './harness.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

function repository(files: Record<string, string>): string {
  const cwd = folder();
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  if (Object.keys(files).length > 0) commit(cwd, files, 'base');
  return cwd;
}

function stage(cwd: string, path: string, text: string): void {
  writeFileSync(join(cwd, path), text);
  git(cwd, 'add', '--all');
}

test('several files: those staged with a change, each under its name; new ones are told', async () => {
  const cwd = repository({ 'a.md': CLEAN, 'b.md': CLEAN, 'c.md': CLEAN });
  stage(cwd, 'a.md', LONGER);
  stage(cwd, 'b.md', CLEAN.replace('6 years', '7 years'));
  stage(cwd, 'new.md', CLEAN);
  const { code, stdout, stderr } = await cli(cwd, ['diff', '--staged', 'a.md', 'b.md', 'c.md', 'new.md']);
  expect(stdout).toContain('a.md\n\nMaterial');
  expect(stdout).toContain('30 days to 90 days');
  expect(stdout).toContain('b.md\n\nMaterial');
  expect(stdout).toContain('6 years to 7 years');
  expect(stdout).not.toContain('c.md');
  expect(stderr).toBe('policylint: new.md: new, there is no committed version to compare with\n');
  expect(code).toBe(0);
});

test('--fail-on judges all of them', async () => {
  const cwd = repository({ 'a.md': CLEAN, 'b.md': CLEAN });
  stage(cwd, 'a.md', LONGER);
  stage(cwd, 'b.md', `${CLEAN}\n`);
  expect((await cli(cwd, ['diff', '--staged', '--fail-on', 'material', 'a.md', 'b.md'])).code).toBe(1);
  expect((await cli(cwd, ['diff', '--staged', '--fail-on', 'material', 'b.md'])).code).toBe(0);
});

test('what is staged counts, not the working tree; a renamed file is compared with its old name', async () => {
  const cwd = repository({ 'old.md': CLEAN });
  git(cwd, 'mv', 'old.md', 'privacy.md');
  stage(cwd, 'privacy.md', LONGER);
  writeFileSync(join(cwd, 'privacy.md'), CLEAN);
  const { stdout, stderr } = await cli(cwd, ['diff', '--staged', '-f', 'json', 'privacy.md']);
  expect(stderr).toBe('');
  const { base, changes } = JSON.parse(stdout) as { base: { path: string }; changes: { id: string }[] };
  expect(base.path).toBe('HEAD:old.md');
  expect(changes.map(({ id }) => id)).toContain('retention-lengthened');
});

test('an absolute path, as lint-staged hands over', async () => {
  const cwd = repository({ 'legal/privacy.md': CLEAN });
  stage(cwd, 'legal/privacy.md', LONGER);
  const { code, stdout, stderr } = await cli(cwd, ['diff', '--staged', join(cwd, 'legal/privacy.md')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('30 days to 90 days');
});

test('before the first commit everything is new', async () => {
  const cwd = repository({});
  stage(cwd, 'privacy.md', CLEAN);
  expect(await cli(cwd, ['diff', '--staged', 'privacy.md'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'policylint: privacy.md: new, there is no committed version to compare with\n',
  });
});

test('outside a repository nothing is staged', async () => {
  expect(await cli(folder({ 'privacy.md': CLEAN }), ['diff', '--staged', 'privacy.md'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'policylint: diff --staged: this folder is in no git repository\n',
  });
});

test('no files, and several files in a format that holds one', async () => {
  const cwd = repository({ 'a.md': CLEAN, 'b.md': CLEAN });
  stage(cwd, 'a.md', LONGER);
  stage(cwd, 'b.md', LONGER);
  expect((await cli(cwd, ['diff', '--staged'])).stderr).toBe(
    'policylint: diff --staged needs files: policylint diff --staged privacy.md\n',
  );
  expect(await cli(cwd, ['diff', '--staged', '-f', 'json', 'a.md', 'b.md'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'policylint: diff --staged of several files writes text, markdown or github to standard output only\n',
  });
});
