import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const IDENTITY = { name: 'Test', email: 'test@example.com', date: '2026-01-01T00:00:00Z' };

/** Git in a folder, with nothing of the user's own settings. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: IDENTITY.name,
      GIT_AUTHOR_EMAIL: IDENTITY.email,
      GIT_AUTHOR_DATE: IDENTITY.date,
      GIT_COMMITTER_NAME: IDENTITY.name,
      GIT_COMMITTER_EMAIL: IDENTITY.email,
      GIT_COMMITTER_DATE: IDENTITY.date,
    },
  }).trim();
}

/** Files of a commit; null removes one. */
export type Files = Record<string, string | null>;

export function commit(cwd: string, files: Files, message: string): string {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(cwd, path));
    else {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), content);
    }
  }
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(cwd, 'rev-parse', 'HEAD');
}

export interface Checkout {
  /** The repository people push to. */
  origin: string;
  /** What actions/checkout leaves behind: a clone at the merge of base and head. */
  workspace: string;
  base: string;
  head: string;
}

/** A pull request as the runner sees it. `depth` is that of actions/checkout, 0 for everything. */
export function checkout(before: Files, after: Files, { depth = 0, of = 'merge' as 'merge' | 'head' } = {}): Checkout {
  const origin = mkdtempSync(join(tmpdir(), 'policylint-origin-'));
  git(origin, 'init', '--quiet', '--initial-branch=main');
  commit(origin, before, 'base');
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  const head = commit(origin, after, 'head');
  git(origin, 'checkout', '--quiet', 'main');
  // The base moves on while the pull request is open.
  const base = commit(origin, { 'unrelated.txt': 'more\n' }, 'elsewhere');
  git(origin, 'checkout', '--quiet', '-b', 'pull-7-merge');
  git(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const workspace = mkdtempSync(join(tmpdir(), 'policylint-workspace-'));
  const branch = of === 'merge' ? 'pull-7-merge' : 'topic';
  const shallow = depth > 0 ? [`--depth=${depth}`, '--single-branch'] : [];
  git(tmpdir(), 'clone', '--quiet', '--branch', branch, ...shallow, `file://${origin}`, workspace);
  return { origin, workspace, base, head };
}
