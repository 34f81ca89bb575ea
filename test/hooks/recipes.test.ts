import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hookRepository } from '../../scripts/hook-repository.ts';
import { CLEAN, EMPTIED } from '../action/policies.ts';
import { Scratch } from './scratch.ts';

const PAGE = readFileSync(new URL('../../docs/hooks.md', import.meta.url), 'utf8');

/** Blocks of code under a heading of the page. */
function blocks(heading: string): string[] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))!;
  return [...section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
}

const json = (text: string) => JSON.parse(text) as object;
let policylint: string;
beforeAll(async () => void (policylint = (await hookRepository()).folder), 60_000);

/** A project with policylint, and what else a recipe installs, in its node_modules. */
function project(settings: object, ...packages: string[]): Scratch {
  const user = new Scratch();
  user.write('package.json', JSON.stringify({ private: true, ...settings }));
  user.write('.gitignore', 'node_modules\n');
  const installed = user.run(
    'npm',
    ...['install', '--no-audit', '--no-fund', '--save-dev', '--install-links', '--prefer-offline'],
    ...[policylint, ...packages],
  );
  expect(installed).toMatchObject({ code: 0 });
  return user;
}

function tryIt(user: Scratch): void {
  user.write('legal/privacy.md', CLEAN);
  const first = user.commit('Add the policy');
  expect(first, first.output).toMatchObject({ code: 0 });

  user.write('legal/privacy.md', EMPTIED);
  const emptied = user.commit('Empty the recipients');
  expect(emptied.output).toContain('The section "Recipients" has no text before the next heading');
  expect(emptied.code).not.toBe(0);

  user.write('legal/privacy.md', CLEAN.replace('after 30 days', 'after 20 days'));
  const filled = user.commit('Fill the recipients');
  expect(filled.output).toContain('shortened from 30 days to 20 days');
  expect(filled.code).toBe(0);

  user.write('README.md', '# Site\n');
  expect(user.commit('Only the readme').code).toBe(0);
  expect(user.commits).toEqual(['Only the readme', 'Fill the recipients', 'Add the policy']);
}

test('git alone: what is staged is linted, not what lies in the folder', { timeout: 120_000 }, () => {
  const user = project({});
  user.write('.git/hooks/pre-commit', blocks('Git alone')[0]!, 0o755);
  tryIt(user);

  user.write('legal/privacy.md', EMPTIED);
  user.run('git', 'add', '--all');
  user.write('legal/privacy.md', CLEAN);
  expect(user.run('git', 'commit', '-m', 'Emptied in the index').code).toBe(1);
});

const asked = process.env.POLICYLINT_TRY_HOOKS === '1';
describe.skipIf(!asked)(`recipes that install packages${asked ? '' : ' (POLICYLINT_TRY_HOOKS=1 runs them)'}`, () => {
  const [hook, lintStaged] = blocks('husky and lint-staged');

  test('husky and lint-staged', { timeout: 300_000 }, () => {
    const user = project(json(lintStaged!), 'husky', 'lint-staged');
    user.run('npx', 'husky', 'init');
    user.write('.husky/pre-commit', hook!);
    tryIt(user);
  });

  test('simple-git-hooks', { timeout: 300_000 }, () => {
    const [settings] = blocks('simple-git-hooks');
    const user = project({ ...json(lintStaged!), ...json(settings!) }, 'simple-git-hooks', 'lint-staged');
    expect(user.run('npx', 'simple-git-hooks')).toMatchObject({ code: 0 });
    tryIt(user);
  });

  test('lefthook', { timeout: 300_000 }, () => {
    const user = project({}, 'lefthook');
    user.write('lefthook.yml', blocks('lefthook')[0]!);
    expect(user.run('npx', 'lefthook', 'install')).toMatchObject({ code: 0 });
    tryIt(user);
  });
});
