import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundle } from '../../scripts/bundle.ts';
import { type Files, checkout } from '../action/checkout.ts';
import { CLEAN, EMPTIED, LONGER } from '../action/policies.ts';
import { folder } from '../cli/harness.ts';

const template = parse(readFileSync(new URL('../../templates/gitlab-ci.yml', import.meta.url), 'utf8')) as {
  policylint: {
    script: string[];
    variables: Record<string, string>;
    artifacts: { when: string; reports: { codequality: string } };
  };
};
const { script, variables, artifacts } = template.policylint;

const bin = folder();
beforeAll(async () => {
  await bundle(join(bin, 'dist'), true);
  mkdirSync(join(bin, 'bin'));
  writeFileSync(join(bin, 'bin/policylint'), `#!/bin/sh\nexec "${process.execPath}" "${bin}/dist/cli.cjs" "$@"\n`);
  writeFileSync(join(bin, 'package.json'), '{ "type": "module" }');
  chmodSync(join(bin, 'bin/policylint'), 0o755);
});

/** The script of the job as a runner runs it: one shell, which ends at the first command that fails. */
function job(before: Files, after: Files, more: Record<string, string> = {}) {
  const { workspace, base } = checkout(before, after);
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script.join('\n')], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...variables,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      PATH: `${join(bin, 'bin')}:${process.env.PATH}`,
      LANG: 'C.UTF-8',
      ...more,
    },
  });
  const report = JSON.parse(readFileSync(join(workspace, artifacts.reports.codequality), 'utf8')) as {
    check_name: string;
    location: { path: string };
  }[];
  return { status, stdout, stderr, issues: report.map((i) => `${i.location.path} ${i.check_name}`).sort() };
}

test('findings go to the report, changes to the log, errors fail the job', () => {
  const { status, stdout, stderr, issues } = job(
    { 'legal/Privacy.md': CLEAN, 'a/b/gizlilik.md': EMPTIED, 'privacy.md': CLEAN, 'README.md': 'TODO\n' },
    { 'legal/Privacy.md': LONGER, 'privacy.md': EMPTIED },
    { POLICYLINT_FILES: '**/*{privacy,gizlilik}*.md legal' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('legal/Privacy.md\nMaterial');
  expect(stdout).toContain('30 days to 90 days');
  const emptied = ['draft/empty-section', 'gdpr/provision-required', 'gdpr/recipients'];
  expect(issues).toEqual([
    ...emptied.map((rule) => `a/b/gizlilik.md ${rule}`),
    'legal/Privacy.md gdpr/provision-required',
    ...emptied.map((rule) => `privacy.md ${rule}`),
  ]);
  expect(status).toBe(1);
  expect(artifacts.when).toBe('always');
});

test('a merge request without a change of a policy, and a pipeline of a branch', () => {
  const quiet = job({ 'privacy.md': CLEAN }, { 'README.md': 'x\n' }, { POLICYLINT_ARGS: '--quiet' });
  expect(quiet).toMatchObject({ status: 0, stderr: '', issues: [] });
  const branch = job({ 'privacy.md': CLEAN }, {}, { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' });
  expect(branch).toMatchObject({ status: 0, stderr: '', issues: ['privacy.md gdpr/provision-required'] });
});
