import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, statSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../make-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Programs of other versions that are kept beside this one. */
const OTHERS_KEPT = 3;
const CHECKSUM = 4;

/**
 * A folder with what V8 compiled in earlier runs: half of a short run is compiling. V8 itself looks at little more than
 * the length of a source, so the folder stands for one content of the program, and each file begins with a checksum.
 */
export class CompileCache {
  readonly #readable: boolean;

  constructor(private readonly folder: string) {
    this.#readable = isOwn(dirname(folder)) && isOwn(folder);
  }

  get(name: string): Buffer | undefined {
    if (!this.#readable) return undefined;
    try {
      const bytes = readFileSync(join(this.folder, name));
      const data = bytes.subarray(CHECKSUM);
      return bytes.length > CHECKSUM && bytes.readUInt32LE() === crc32(data) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps files, whole or not at all. What cannot be written is compiled again the next time, nothing else. */
  put(files: Iterable<readonly [name: string, data: () => Buffer]>): void {
    try {
      makeFolder(this.folder, 0o700);
      if (!isOwn(dirname(this.folder)) || !isOwn(this.folder)) return;
      for (const [name, data] of files) this.#write(join(this.folder, name), data());
      forgetOthers(this.folder);
    } catch {
      return;
    }
  }

  #write(file: string, data: Buffer): void {
    const checksum = Buffer.alloc(CHECKSUM);
    checksum.writeUInt32LE(crc32(data));
    const unfinished = `${file}.${process.pid}`;
    try {
      writeFileSync(unfinished, Buffer.concat([checksum, data]), { mode: 0o600 });
      renameSync(unfinished, file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  }
}

/** The cache of a program of this version and content, by Node's own variables; undefined when it is to have none. */
export function compileCacheOf(program: string, env: Environment, platform: NodeJS.Platform): CompileCache | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const base = env.NODE_COMPILE_CACHE ? resolve(env.NODE_COMPILE_CACHE) : userCache(env, platform);
  if (base === undefined || !isAbsolute(base)) return undefined;
  return new CompileCache(join(base, 'policylint', `${program}-node${process.versions.node}-${process.arch}`));
}

function userCache(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME && platform !== 'darwin') return env.XDG_CACHE_HOME;
  // A home that is not there (`nobody` has such a one) is not made.
  if (!env.HOME || !statOf(env.HOME)?.isDirectory()) return undefined;
  return join(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache');
}

/** Whether a folder is the user's alone: code that others can write is not run. */
function isOwn(folder: string): boolean {
  const stats = statOf(folder);
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Every version of the program, and of Node, has a folder of its own; of the others only the newest stay. */
function forgetOthers(folder: string): void {
  const all = dirname(folder);
  const others = readdirSync(all)
    .filter((name) => /^\d+\.\d+\.\d.*-node\d/.test(name) && join(all, name) !== folder)
    .map((name) => ({
      path: join(all, name),
      age: -(statSync(join(all, name), { throwIfNoEntry: false })?.mtimeMs ?? 0),
    }))
    .sort((a, b) => a.age - b.age);
  for (const { path } of others.slice(OTHERS_KEPT)) rmSync(path, { recursive: true, force: true });
}
