import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];

/** A scratch repository that holds the current tree and a fresh dist/, as a released commit does. */
export async function hookRepository(): Promise<{ folder: string; commit: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'policylint-hooks-'));
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', [...IDENTITY, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  const tracked = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate');
  const gone = new Set(git(ROOT, 'ls-files', '-z', '--deleted').split('\0'));
  for (const path of tracked.split('\0')) {
    if (path === '' || path.startsWith('dist/') || gone.has(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
  await bundle(join(folder, 'dist'), true);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '-m', 'Release');
  return { folder, commit: git(folder, 'rev-parse', 'HEAD').trim() };
}
