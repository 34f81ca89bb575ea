import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { causeOf, UserError } from '../errors.ts';
import type { RuleFiles } from '../packs/build.ts';
import { PackError } from '../packs/error.ts';
import type { Packs } from '../packs/types.ts';
import type { PacksWithUsers, UserPack } from '../packs/user.ts';
import { type Parsed, parseConfig } from './parse.ts';

/** A folder of rules as its author wrote it: the data, and where in the files they stand. */
export interface PackFolder {
  folder: string;
  files: RuleFiles;
  texts: ReadonlyMap<string, { text: string; parsed: Parsed }>;
}

const KINDS = /^(?:concepts|laws|acts|defects|phrases)\//;

/** Parses the YAML of a user's rules folder. Other files, such as policies to test with, are left alone. */
async function readPackFolder(folder: string, shown: string): Promise<PackFolder> {
  let entries;
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw new UserError(`${shown}: ${missing ? 'no such folder of rules' : causeOf(error)}`);
  }
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .filter((path) => !path.includes('node_modules/') && (path.includes('/') || path === 'sources.yaml'))
    .sort();
  const texts = new Map<string, { text: string; parsed: Parsed }>();
  for (const path of paths) {
    const text = await readFile(join(folder, path), 'utf8').catch((error: unknown) => {
      throw new UserError(`${shown}/${path}: ${causeOf(error)}`);
    });
    texts.set(path, { text, parsed: await parseConfig(`${shown}/${path}`, text) });
  }
  if (![...texts.keys()].some((path) => KINDS.test(path)))
    throw new UserError(
      `${shown}: no rules in this folder (looked for concepts/, laws/, defects/ and phrases/ with .yaml files)`,
    );
  return { folder, files: new Map([...texts].map(([path, { parsed }]) => [path, parsed.data])), texts };
}

/** Checks a user's rules folder; a mistake is told with file, line and the nearest right name. */
export async function loadPackFolder(folder: string, shown: string): Promise<UserPack & { read: PackFolder }> {
  const read = await readPackFolder(folder, shown);
  const { loadUserPack } = await import('../packs/user.ts');
  try {
    return { ...(await loadUserPack(read.files)), read };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new UserError(await located(error, read, shown));
  }
}

/** The built-in packs with users' folders over them. */
export async function packsWithFolders(packs: readonly UserPack[]): Promise<PacksWithUsers> {
  const { PacksWithUsers: Layered } = await import('../packs/user.ts');
  return new Layered(packs);
}

export type LoadPacks = (languages: readonly string[]) => Promise<Packs>;

async function located({ file, place, detail }: PackError, read: PackFolder, shown: string): Promise<string> {
  const path = read.texts.has(file)
    ? file
    : [...read.texts.keys()].find((p) => p.startsWith(`${file}/`) && mentions(read.texts.get(p)!.text, detail));
  const entry = path === undefined ? undefined : read.texts.get(path);
  const line = entry && ((await lineOfKeys(entry.parsed, place, detail)) ?? lineOfText(entry.text, place, detail));
  const what = place ? `${place}: ${detail}` : detail;
  return `${shown}/${path ?? file}${line ? `:${line}` : ''}: ${what}`;
}

/** `requirements/3 (oz/retention)/severity` → the line of that value, or of the key that should not be there. */
async function lineOfKeys({ locate }: Parsed, place: string, detail: string): Promise<number | undefined> {
  if (!place) return undefined;
  const keys = place
    .replace(/ \([^)]*\)/g, '')
    .split('/')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const unknown = /^unknown key (\S+?)(?:;| \(|$)/.exec(detail)?.[1];
  const find = await locate();
  return (unknown === undefined ? find(keys) : find([...keys, unknown], true))?.line;
}

/** Places that are ids, and mistakes inside a phrase: the first line that has what the message quotes. */
function lineOfText(text: string, place: string, detail: string): number | undefined {
  const lines = text.split(/\r?\n/);
  const wanted = [...quoted(detail), ...(place ? [`id: ${place.replace(/\/[^/]*$/, '')}`, `id: ${place}`] : [])];
  for (const words of wanted) {
    const index = lines.findIndex((line) => line.includes(words));
    if (index >= 0) return index + 1;
  }
  return undefined;
}

function mentions(text: string, detail: string): boolean {
  return quoted(detail).some((words) => text.includes(words));
}

/** What a message quotes, the longest first: the phrase rather than the sign in it. */
function quoted(detail: string): string[] {
  const unknown = /^no (?:concept|group) (\S+?)(?:;| \(|$)/.exec(detail)?.[1];
  const found = [...detail.matchAll(/"([^"]{1,500})"/g)].map((m) => m[1]!).sort((a, b) => b.length - a.length);
  return unknown === undefined ? found : [unknown, ...found];
}
