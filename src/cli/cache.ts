import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileConfig, ResolvedConfig } from '../config/types.ts';
import type { DocumentReport } from '../report/types.ts';
import { VERSION } from '../version.ts';
import { makeFolder } from './make-folder.ts';
import type { Settings } from './settings.ts';

/**
 * Results of files that did not change. One small file per policy, overwritten when it changes. The key covers the tool
 * (version and, in the bundle, its content), the settings, the configuration with the content of every file it came
 * from, and the policy's own bytes; of a plugin it covers the file, not what that imports.
 */
export class Cache {
  #tool: Promise<string> | undefined;
  readonly #configs = new Map<FileConfig | ResolvedConfig, Promise<string>>();

  constructor(private readonly settings: Settings) {}

  async key(path: string, bytes: Uint8Array, config: ResolvedConfig, file: FileConfig): Promise<string> {
    const { laws, locale, fallbackLocale, now, parser } = this.settings;
    const hash = createHash('sha256');
    hash.update(
      JSON.stringify([await (this.#tool ??= toolHash()), path, laws, locale ?? fallbackLocale, now, parser, file]),
    );
    hash.update(await this.#configHash(config));
    return hash.update(bytes).digest('hex');
  }

  async get(path: string, key: string): Promise<DocumentReport | undefined> {
    try {
      const text = await readFile(this.#fileOf(path), 'utf8');
      if (!text.startsWith(`${key}\n`)) return undefined;
      return JSON.parse(text.slice(key.length + 1)) as DocumentReport;
    } catch {
      return undefined;
    }
  }

  /** A cache that cannot be written costs time, nothing else. */
  async put(path: string, key: string, document: DocumentReport): Promise<void> {
    const file = this.#fileOf(path);
    try {
      makeFolder(dirname(file));
      await writeFile(file, `${key}\n${JSON.stringify(document)}`);
    } catch {
      return;
    }
  }

  #fileOf(path: string): string {
    const name = createHash('sha256').update(path).digest('hex').slice(0, 32);
    return join(this.settings.cache!, name.slice(0, 2), `${name}.json`);
  }

  #configHash(config: ResolvedConfig): Promise<string> {
    let hash = this.#configs.get(config);
    if (!hash) this.#configs.set(config, (hash = hashFiles(config.sources)));
    return hash;
  }
}

async function hashFiles(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(file).catch(() => ''));
  return hash.digest('hex');
}

/** The bundled program names what lies beside it by the hash of its content, so its own bytes stand for all of it. */
async function toolHash(): Promise<string> {
  const entry = await readFile(new URL('program.cjs', import.meta.url)).catch(() => '');
  return createHash('sha256').update(VERSION).update(entry).digest('hex');
}
