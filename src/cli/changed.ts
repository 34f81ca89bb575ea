import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';

/** Absolute paths of the files that differ from a revision, and of those git does not know yet. */
export async function changedSince(revision: string, cwd: string): Promise<Set<string>> {
  if (revision.startsWith('-')) throw new UserError(`--changed-since needs a revision, not ${revision}`);
  const root = (await git(['rev-parse', '--show-toplevel'], cwd, revision)).trim();
  const changed = await git(
    ['diff', '--name-only', '--no-ext-diff', '-z', '--diff-filter=d', revision, '--'],
    cwd,
    revision,
  );
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', root], cwd, revision);
  return new Set([...changed.split('\0'), ...untracked.split('\0')].filter(Boolean).map((path) => resolve(root, path)));
}

function git(args: string[], cwd: string, revision: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile('git', args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (!error) return done(stdout);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fail(new UserError('--changed-since needs git'));
      if (/not a git repository/.test(stderr))
        return fail(new UserError('--changed-since works in a git repository only'));
      if (/unknown revision|bad revision|ambiguous argument/.test(stderr))
        return fail(
          new UserError(
            `--changed-since: git knows no revision ${revision} (in a shallow clone: git fetch --depth=1 origin ${revision})`,
          ),
        );
      return fail(new UserError(`--changed-since: ${stderr.trim().split('\n')[0]}`));
    });
  });
}
