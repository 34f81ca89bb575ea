import { execFile } from 'node:child_process';
import { UserError } from '../../errors.ts';

const MAX_BYTES = 64 * 1024 * 1024;

interface GitResult {
  code: number;
  stdout: Buffer;
  stderr: string;
}

function run(cwd: string, args: readonly string[]): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    execFile('git', [...args], { cwd, encoding: 'buffer', maxBuffer: MAX_BYTES }, (error, stdout, stderr) => {
      const code = error ? ((error as { code?: unknown }).code ?? 1) : 0;
      if (code === 'ENOENT') return reject(new UserError('git is not installed, or not on the PATH'));
      if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return reject(new UserError('git gave more than 64 MB'));
      resolve({ code: typeof code === 'number' ? code : 1, stdout, stderr: stderr.toString() });
    });
  });
}

/** Output of a git command; a `UserError` with git's own words when it fails. */
export async function git(cwd: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(cwd, args);
  if (code !== 0) throw new UserError(firstLine(stderr) || `git ${args[0]} failed`);
  return stdout.toString();
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '');
}

/** `REV:path` as git reads it; undefined for anything that is a file name. */
export function asRevisionPath(name: string): { revision: string; path: string } | undefined {
  const at = name.indexOf(':');
  // One letter before the colon is a drive ("C:\privacy.md"), not a revision.
  if (at < 0 || at === 1 || name.includes('://') || name.startsWith('-')) return undefined;
  const path = name.slice(at + 1);
  return path === '' ? undefined : { revision: name.slice(0, at), path };
}

/** Bytes of a file as it was at a revision; revision `''` is the index. */
export async function readAtRevision(cwd: string, revision: string, path: string): Promise<Uint8Array> {
  if (revision.startsWith('-')) throw new UserError(`${revision} is not a revision`);
  await checkRepository(cwd, `${revision}:${path}`);
  if (revision !== '') await checkRevision(cwd, revision);
  const { code, stdout } = await run(cwd, ['cat-file', 'blob', `${revision}:${path}`]);
  if (code !== 0) throw new UserError(`${path} is not in ${revision === '' ? 'the index' : revision}`);
  return stdout;
}

/** Throws where there is no repository; `asked` is what needs one. */
export async function checkRepository(cwd: string, asked: string): Promise<void> {
  const { code } = await run(cwd, ['rev-parse', '--is-inside-work-tree']);
  if (code !== 0) throw new UserError(`${asked}: this folder is in no git repository`);
}

/** Throws with the command that fetches it when a revision is not there. */
export async function checkRevision(cwd: string, revision: string): Promise<void> {
  const { code } = await run(cwd, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (code !== 0)
    throw new UserError(`revision ${revision} is not in this clone; run: ${await fetchCommand(cwd, revision)}`);
}

/** The exact command that brings a revision: a shallow clone needs depth, `origin/main` names its remote. */
async function fetchCommand(cwd: string, revision: string): Promise<string> {
  const remotes = (await run(cwd, ['remote'])).stdout.toString().split('\n').filter(Boolean);
  const shallow = (await run(cwd, ['rev-parse', '--is-shallow-repository'])).stdout.toString().trim() === 'true';
  const name = revision.replace(/[~^@].*$/, '');
  const remote = remotes.find((r) => name.startsWith(`${r}/`)) ?? (remotes.includes('origin') ? 'origin' : remotes[0]);
  if (remote === undefined) return 'git fetch --all';
  const branch = name.startsWith(`${remote}/`) ? name.slice(remote.length + 1) : name;
  // HEAD~3 and main^ are not fetched by name: what lacks is history.
  if (branch === 'HEAD' || name !== revision)
    return shallow ? `git fetch --unshallow ${remote}` : `git fetch ${remote} ${shellWord(branch)}`;
  if (name.startsWith(`${remote}/`))
    return `git fetch${shallow ? ' --depth=1' : ''} ${remote} ${shellWord(`+refs/heads/${branch}:refs/remotes/${name}`)}`;
  return `git fetch${shallow ? ' --depth=1' : ''} ${remote} ${shellWord(branch)}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export interface Version {
  commit: string;
  /** Day of the commit, `YYYY-MM-DD`. */
  date: string;
  subject: string;
  /** Path the file had at this commit, from the top of the repository. */
  path: string;
}

/** Commits since another that touched a file. */
export async function commitsSince(cwd: string, revision: string): Promise<Set<string>> {
  await checkRevision(cwd, revision);
  return new Set((await git(cwd, ['rev-list', `${revision}..HEAD`])).split('\n').filter(Boolean));
}

/** Commits that touched a file, newest first, through renames. */
export async function historyOf(cwd: string, path: string): Promise<Version[]> {
  const out = await git(cwd, ['log', '--follow', '--name-only', '--format=%x00%H%x1f%cs%x1f%s', '--', path]);
  const versions: Version[] = [];
  for (const record of out.split('\0').slice(1)) {
    const [head = '', ...rest] = record.split('\n');
    const [commit = '', date = '', subject = ''] = head.split('\x1f');
    const name = rest
      .map((line) => line.trim())
      .filter(Boolean)
      .pop();
    if (name !== undefined) versions.push({ commit, date, subject, path: unquoted(name) });
  }
  return versions;
}

/** Git quotes names with other than ASCII characters: "g\303\274.md". */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  const inner = name.slice(1, -1);
  for (let i = 0; i < inner.length; i++) {
    const octal = /^\\([0-7]{3})/.exec(inner.slice(i, i + 4))?.[1];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      i += 3;
    } else if (inner[i] === '\\') bytes.push(...Buffer.from(inner[++i]!));
    else bytes.push(...Buffer.from(inner[i]!));
  }
  return Buffer.from(bytes).toString();
}
