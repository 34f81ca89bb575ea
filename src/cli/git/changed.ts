import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { checkRepository, checkRevision, git } from './git.ts';

/** Absolute paths of the files that differ from a revision, and of those git does not know yet. */
export async function changedSince(revision: string, cwd: string): Promise<Set<string>> {
  if (revision.startsWith('-')) throw new UserError(`--changed-since needs a revision, not ${revision}`);
  await checkRepository(cwd, '--changed-since');
  await checkRevision(cwd, revision);
  const root = (await git(cwd, ['rev-parse', '--show-toplevel'])).trim();
  const changed = await git(cwd, ['diff', '--name-only', '--no-ext-diff', '-z', '--diff-filter=d', revision, '--']);
  const untracked = await git(cwd, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', root]);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter(Boolean).map((path) => resolve(root, path)));
}
