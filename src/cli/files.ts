import { readFileSync, statSync, type Stats } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { causeOf, UserError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { COMMANDS } from './commands.ts';

export const EXTENSIONS = ['md', 'markdown', 'mdx', 'mdown', 'html', 'htm', 'xhtml', 'txt', 'text', 'docx', 'pdf'];
const POLICIES = `**/*.{${EXTENSIONS.join(',')}}`;
const NEVER = ['**/node_modules/**', '**/.git/**'];

export interface FileSearch {
  cwd: string;
  /** Folder the patterns start from, when it is not the working folder. */
  base?: string;
  /** Extra gitignore patterns (`--ignore-pattern`). */
  ignorePatterns: readonly string[];
  /** False for `--no-ignore`. */
  useIgnoreFile: boolean;
  errorOnUnmatched: boolean;
  /** What configurations leave out. */
  ignores(absolute: string): Promise<boolean>;
  /** Told of what could not be found; the rest is still read. */
  onMissing(message: string): void;
}

/** Files named on the command line, in that order and without repeats; folders and globs sorted by path. */
export async function findFiles(patterns: readonly string[], search: FileSearch): Promise<string[]> {
  const ignored = await ignoreFilter(search);
  const base = search.base ?? search.cwd;
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    const matches = await expand(pattern, base, search);
    for (const match of matches) {
      const absolute = resolve(base, match);
      const path = base === search.cwd || match === '-' ? match : tidy(relative(search.cwd, absolute));
      if (found.has(absolute) || ignored(absolute)) continue;
      if (search.useIgnoreFile && path !== '-' && (await search.ignores(absolute))) continue;
      found.set(absolute, path);
    }
  }
  return [...found.values()];
}

async function expand(pattern: string, base: string, search: FileSearch): Promise<string[]> {
  if (pattern === '-') return ['-'];
  const stats = statOf(resolve(base, pattern));
  if (stats?.isDirectory()) {
    const inside = await glob([POLICIES], resolve(base, pattern));
    if (inside.length === 0 && search.errorOnUnmatched)
      search.onMissing(
        `${pattern}: no policies in this folder (looked for ${EXTENSIONS.map((e) => `.${e}`).join(' ')})`,
      );
    return inside.map((path) => tidy(join(pattern, path)));
  }
  if (stats) return [tidy(pattern)];
  if (/[*?{}[\]!()]/.test(pattern)) {
    const matches = await glob([pattern], base);
    if (matches.length === 0 && search.errorOnUnmatched) search.onMissing(`${pattern}: no file matches`);
    return matches;
  }
  if (search.errorOnUnmatched) search.onMissing(`${pattern}: no such file or folder${commandHint(pattern)}`);
  return [];
}

/** A misspelt command is read as the name of a file. */
function commandHint(word: string): string {
  const near = /^[a-z]+$/.test(word)
    ? nearest(
        word,
        COMMANDS.map(({ name }) => name),
      )
    : undefined;
  return near ? `; did you mean policylint ${near}?` : '';
}

async function glob(patterns: string[], cwd: string): Promise<string[]> {
  const { glob: run } = await import('tinyglobby');
  const found = await run(patterns, { cwd, ignore: NEVER, dot: false, onlyFiles: true, expandDirectories: false });
  return found.sort((a, b) => (a < b ? -1 : 1));
}

async function ignoreFilter(search: FileSearch): Promise<(absolute: string) => boolean> {
  const lines = [...search.ignorePatterns];
  if (search.useIgnoreFile) {
    const own = readIfThere(join(search.cwd, '.policylintignore'));
    if (own !== undefined) lines.unshift(...own.split(/\r?\n/));
  }
  if (lines.length === 0) return () => false;
  return gitignore(lines, search.cwd);
}

/** A test for gitignore patterns that stand in a folder. Paths outside the folder are never ignored. */
export async function gitignore(patterns: readonly string[], folder: string): Promise<(absolute: string) => boolean> {
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add([...patterns]);
  return (absolute) => {
    const path = relative(folder, absolute).split('\\').join('/');
    return path !== '' && !path.startsWith('..') && ignore.isPathValid(path) && matcher.ignores(path);
  };
}

/** What a path is; undefined when there is nothing. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // Below a file (`a.md/x`) there is nothing either.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw new UserError(`${path}: ${causeOf(error)}`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`${path}: ${causeOf(error)}`);
  }
}

function tidy(path: string): string {
  const forward = process.platform === 'win32' ? path.split('\\').join('/') : path;
  return forward.replace(/^(\.\/)+(?=.)/, '');
}
