import { git } from '../cli/git/git.ts';
import { type ChangedFile, parseNameStatus } from '../cli/git/name-status.ts';
import { UserError } from '../errors.ts';
import type { PullRequest } from './event.ts';

export interface Changes {
  /** The commit to compare with. */
  base: string;
  /** Paths from the working folder, with `/`. */
  changed: ChangedFile[];
  deleted: string[];
}

/** What a pull request changes in the working folder. Throws a `UserError` when the base is out of reach. */
export async function changesOf(cwd: string, pull: PullRequest): Promise<Changes> {
  const base = await baseOf(cwd, pull);
  // Against the working folder, not HEAD: what is linted and what is compared are the same text.
  const out = await git(cwd, [
    'diff',
    '--name-status',
    '-z',
    '--no-ext-diff',
    '--find-renames',
    '--relative',
    '--diff-filter=ADMRT',
    base,
    '--',
  ]);
  return { base, ...parseNameStatus(out) };
}

/**
 * The commit a pull request starts from. GitHub checks out the merge of base and head, whose first parent is the
 * base; where the head itself is checked out it is where the two branches part.
 */
async function baseOf(cwd: string, pull: PullRequest): Promise<string> {
  const [header = ''] = (await git(cwd, ['cat-file', 'commit', 'HEAD'])).split('\n\n');
  // `rev-parse HEAD^1` would not do: a shallow clone hides parents, the commit itself still names them.
  const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]!);
  if (parents.length === 2 && parents[1] === pull.head) return fetched(cwd, parents[0]!);
  await fetched(cwd, pull.base);
  try {
    return (await git(cwd, ['merge-base', pull.base, 'HEAD'])).trim();
  } catch {
    throw missing(pull.base);
  }
}

/** The commit, brought from the remote when the clone is shallow. */
async function fetched(cwd: string, commit: string): Promise<string> {
  if (await has(cwd, commit)) return commit;
  const shallow = (await git(cwd, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  await git(cwd, ['fetch', '--quiet', '--no-tags', ...depth, 'origin', commit]).catch(() => undefined);
  if (await has(cwd, commit)) return commit;
  throw missing(commit);
}

async function has(cwd: string, commit: string): Promise<boolean> {
  return git(cwd, ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
}

function missing(commit: string): UserError {
  return new UserError(
    `the commit this pull request starts from (${commit.slice(0, 12)}) is not in this clone; ` +
      'give actions/checkout `fetch-depth: 0`',
  );
}
