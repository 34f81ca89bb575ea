import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hookRepository } from '../../scripts/hook-repository.ts';
import { CLEAN, EMPTIED, LONGER } from '../action/policies.ts';
import { installed, Scratch } from './scratch.ts';

const missing = installed('pre-commit') ? '' : ' (skipped: pre-commit is not installed; apt-get install pre-commit)';

describe.skipIf(missing !== '')(`the hooks with the real pre-commit${missing}`, () => {
  test('a commit that empties a section is blocked; filled again it passes', { timeout: 300_000 }, async (context) => {
    const { folder, commit } = await hookRepository();
    const user = new Scratch({ PRE_COMMIT_HOME: mkdtempSync(join(tmpdir(), 'policylint-pre-commit-')) });
    user.write(
      '.pre-commit-config.yaml',
      `repos:
  - repo: ${folder}
    rev: ${commit}
    hooks:
      - id: policylint
      - id: policylint-diff
        args: [--fail-on, material]
`,
    );
    user.run('git', 'add', '--all');
    const install = user.run('pre-commit', 'install', '--install-hooks');
    // Versions before 4.6.1 also install what a package is developed with.
    if (install.code !== 0 && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(install.output))
      context.skip('pre-commit cannot install its environment without a package registry');
    expect(install).toMatchObject({ code: 0 });

    user.write('privacy.md', CLEAN);
    user.write('README.md', '# Site\n\nTODO: a readme is no policy.\n');
    const first = user.commit('Add the policy');
    expect(first.output).toMatch(/policylint\.+Passed/);
    expect(first.output).toContain('privacy.md: new, there is no committed version to compare with');
    expect(first.code).toBe(0);

    user.write('privacy.md', EMPTIED);
    const emptied = user.commit('Empty the recipients');
    expect(emptied.code).toBe(1);
    expect(emptied.output).toMatch(/policylint\.+Failed/);
    expect(emptied.output).toContain('The section "Recipients" has no text before the next heading of its level.');
    expect(user.commits).toEqual(['Add the policy']);

    user.write('privacy.md', CLEAN.replace('after 30 days', 'after 20 days'));
    const filled = user.commit('Fill the recipients');
    expect(filled.output).toMatch(/policylint\.+Passed/);
    expect(filled.code).toBe(0);
    expect(user.commits).toEqual(['Fill the recipients', 'Add the policy']);

    user.write('privacy.md', LONGER);
    const longer = user.commit('Keep logs longer');
    expect(longer.output).toMatch(/policylint diff\.+Failed/);
    expect(longer.output).toContain('lengthened from 20 days to 90 days');
    expect(longer.code).toBe(1);

    user.run('git', 'checkout', '--quiet', 'HEAD', '--', 'privacy.md');
    user.write('README.md', '# Site\n');
    const other = user.commit('Only the readme');
    expect(other.output).toMatch(/policylint\.+\(no files to check\)Skipped/);
    expect(other.code).toBe(0);
  });
});
