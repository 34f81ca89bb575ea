import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../src/cli/options.ts';
import type { Config, ProfileKey } from '../../src/config/types.ts';

interface Schema {
  properties: Record<string, { description?: string; $ref?: string; properties?: object }>;
  definitions: Record<string, { description?: string; properties: object }>;
}
const schema = JSON.parse(readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8')) as Schema;

/** Flags of lint that a configuration says as well, and the key that says it. */
const KEYS: Record<string, keyof Config> = {
  law: 'laws',
  locale: 'locale',
  'max-warnings': 'maxWarnings',
  'max-size': 'maxSize',
  parser: 'parser',
  'ignore-pattern': 'ignores',
};

/** Flags that are about one run: where it reads and writes, and how it goes about it. */
const ONE_RUN = [
  ...['format', 'output-file', 'config', 'print-config', 'quiet', 'color', 'debug', 'help', 'version', 'now'],
  ...['stdin', 'stdin-filename', 'ndjson', 'resume', 'ignore', 'error-on-unmatched-pattern', 'changed-since'],
  ...['suppress-all', 'suppress-rule', 'prune-suppressions', 'suppressions-location', 'pass-on-unpruned-suppressions'],
  ...['cache', 'cache-location', 'threads', 'progress'],
];

/** Keys no flag says: they are about a project. */
const PROJECT: (keyof Config)[] = ['$schema', 'extends', 'files', 'rules', 'profile', 'overrides', 'packs', 'plugins'];

describe('flags, keys and schema agree', () => {
  test('every flag has a key, or is about one run', () => {
    const flags = optionsOf('lint').map((option) => option.name);
    expect(flags.filter((flag) => !(flag in KEYS)).sort()).toEqual([...ONE_RUN].sort());
  });

  test('every key is in the schema, with words for editors', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...new Set([...Object.values(KEYS), ...PROJECT])].sort());
    for (const [key, property] of Object.entries(schema.properties)) {
      const definition = property.$ref && schema.definitions[property.$ref.split('/').at(-1)!];
      expect(property.description ?? (definition && definition.description), key).toBeTruthy();
    }
  });

  test('every statement of the profile is known', () => {
    const keys: Record<ProfileKey, true> = {
      controllerInEu: true,
      dpo: true,
      transfersAbroad: true,
      automatedDecisions: true,
      dataFromOthers: true,
      legitimateInterests: true,
      consent: true,
      cookies: true,
      children: true,
    };
    expect(Object.keys(schema.definitions.profile!.properties).sort()).toEqual(Object.keys(keys).sort());
  });
});
