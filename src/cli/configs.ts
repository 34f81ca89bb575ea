import { dirname, relative, resolve } from 'node:path';
import { checkNames, packsOf } from '../config/packs.ts';
import { ConfigFinder } from '../config/discover.ts';
import { configForFile } from '../config/for-file.ts';
import { defaults } from '../config/merge.ts';
import type { FileConfig, ResolvedConfig } from '../config/types.ts';
import type { Packs } from '../packs/types.ts';
import type { Settings } from './settings.ts';

const DEFAULT_MAX_MEGABYTES = 20;

/** The configuration of each file of a run: found upwards from its folder, read once. */
export class Configs {
  readonly #finder = new ConfigFinder();
  readonly #loaded = new Map<string, Promise<ResolvedConfig>>();
  readonly #ignores = new Map<ResolvedConfig, Promise<(absolute: string) => boolean>>();

  constructor(private readonly settings: Pick<Settings, 'cwd' | 'config'> & Partial<Pick<Settings, 'maxMegabytes'>>) {}

  /** The configuration that holds in a folder. */
  async inFolder(folder: string): Promise<ResolvedConfig> {
    const { cwd, config } = this.settings;
    const path = config === false ? undefined : config ? resolve(cwd, config) : this.#finder.find(folder);
    const key = path ?? '';
    let loaded = this.#loaded.get(key);
    if (!loaded) this.#loaded.set(key, (loaded = path ? load(path, cwd) : Promise.resolve(defaults(cwd))));
    return loaded;
  }

  async ofFile(absolute: string): Promise<{ config: ResolvedConfig; file: FileConfig }> {
    const config = await this.inFolder(dirname(absolute));
    return { config, file: await configForFile(config, absolute) };
  }

  /** Size of the largest file to read. */
  async maxMegabytes(): Promise<number> {
    const { cwd, maxMegabytes } = this.settings;
    return maxMegabytes ?? (await this.inFolder(cwd)).maxSize ?? DEFAULT_MAX_MEGABYTES;
  }

  packs(config: ResolvedConfig, languages: readonly string[]): Promise<Packs> {
    return packsOf(config, languages);
  }

  /** Whether the configuration of a file leaves it out. */
  async ignores(absolute: string): Promise<boolean> {
    const config = await this.inFolder(dirname(absolute));
    if (config.ignores.length === 0) return false;
    let test = this.#ignores.get(config);
    if (!test) {
      const { gitignore } = await import('./files.ts');
      this.#ignores.set(config, (test = gitignore(config.ignores, config.folder)));
    }
    return (await test)(absolute);
  }
}

async function load(path: string, cwd: string): Promise<ResolvedConfig> {
  const { loadConfig } = await import('../config/load.ts');
  const { config, origins } = await loadConfig(path, cwd);
  await checkNames(config, relative(cwd, path), origins, await packsOf(config, []));
  return config;
}
