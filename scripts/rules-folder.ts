import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import type { RuleFiles } from '../src/packs/build.ts';

/** All YAML files of a rules folder, parsed, by their path inside it. */
export function readRulesFolder(folder: string): RuleFiles {
  const files = new Map<string, unknown>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split('\\').join('/'), parse(readFileSync(path, 'utf8')));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
