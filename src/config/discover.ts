import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of configuration files, the first found in a folder wins. */
const CONFIG_NAMES = [
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
  // Not read as a list: a folder may hold ten thousand policies.
  const own = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (own) return own;
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && hasKey(manifest) ? manifest : undefined;
}

function hasKey(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text.includes('"policylint"') && Object.hasOwn(JSON.parse(text) as object, 'policylint');
  } catch {
    return false;
  }
}
