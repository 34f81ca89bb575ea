import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of configuration files, the first found in a folder wins. */
export const CONFIG_NAMES = [
  ...['json', 'jsonc', 'yaml', 'yml', 'js', 'mjs'].map((extension) => `policylint.config.${extension}`),
  ...['', '.json', '.yaml', '.yml'].map((extension) => `.policylintrc${extension}`),
];

/** Looks for the configuration of a folder: in it, then upwards. Remembers what it found. */
export class ConfigFinder {
  readonly #found = new Map<string, string | undefined>();

  /** Path of the configuration file that holds for a folder. */
  find(folder: string): string | undefined {
    const known = this.#found.get(folder);
    if (known !== undefined || this.#found.has(folder)) return known;
    const parent = dirname(folder);
    const found = inFolder(folder) ?? (parent === folder ? undefined : this.find(parent));
    this.#found.set(folder, found);
    return found;
  }
}

/** Path of the configuration file in a folder itself. */
export function inFolder(folder: string): string | undefined {
  const names = new Set(namesIn(folder));
  const own = CONFIG_NAMES.find((name) => names.has(name));
  if (own) return join(folder, own);
  return names.has('package.json') && hasKey(join(folder, 'package.json')) ? join(folder, 'package.json') : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function hasKey(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text.includes('"policylint"') && Object.hasOwn(JSON.parse(text) as object, 'policylint');
  } catch {
    return false;
  }
}
