import type { ErrorObject } from 'ajv';
import { didYouMean, nearest } from '../text/nearest.ts';
import type { RuleFiles } from './build.ts';
import { PackError } from './error.ts';
import { checkReferences } from './references.ts';
import type { RulePack } from './types.ts';

/** A compiled schema of `rules/schema/`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
export type SchemaName = 'concepts' | 'law' | 'act' | 'defects' | 'phrases' | 'language';
export type Validators = Readonly<Record<SchemaName, Validator>>;

const PLACES: readonly [RegExp, SchemaName][] = [
  [/^concepts\/[^/]+\.ya?ml$/, 'concepts'],
  [/^laws\/[^/]+\.ya?ml$/, 'law'],
  [/^acts\/[^/]+\.ya?ml$/, 'act'],
  [/^defects\/[^/]+\.ya?ml$/, 'defects'],
  [/^phrases\/[^/]+\/_language\.ya?ml$/, 'language'],
  [/^phrases\/[^/]+\/[^/]+\.ya?ml$/, 'phrases'],
];

/** The schema a file of a rules folder follows, by its path inside the folder. */
function schemaOf(path: string): SchemaName | undefined {
  return PLACES.find(([pattern]) => pattern.test(path))?.[1];
}

/**
 * Checks the files of a rules folder: each against its schema, then the names they use of each other. Pure.
 * @param known what the folder may lean on: the built-in rules for a user's pack.
 * @throws PackError with file, place and the nearest name that would have been right, for the first mistake.
 */
export function checkFiles(files: RuleFiles, validators: Validators, known?: RulePack): void {
  for (const [path, data] of files) {
    if (path === 'sources.yaml' || path.startsWith('entities/')) continue;
    const name = schemaOf(path);
    if (!name) throw new PackError(path, '', `no such place in a rules folder${placeHint(path)}`);
    if (!validators[name](data)) throw toError(path, data, validators[name].errors!);
  }
  checkReferences(files, known);
}

function placeHint(path: string): string {
  const folder = path.split('/')[0]!;
  const folders = ['concepts', 'laws', 'acts', 'defects', 'phrases'];
  return `${didYouMean(folder, folders)} (folders: concepts/, laws/, acts/, defects/, phrases/<language>/)`;
}

function toError(path: string, data: unknown, errors: readonly ErrorObject[]): PackError {
  // A misspelt key is the cause of what else is wrong.
  const error = errors.find((e) => e.keyword === 'additionalProperties') ?? errors[0]!;
  const keys = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const value = keys.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], data);
  return new PackError(path, named(keys, data), detailOf(error, value));
}

/** `requirements/3/severity`, with the id of a row where it has one: `requirements/3 (gdpr/retention)/severity`. */
function named(keys: readonly string[], data: unknown): string {
  let value: unknown = data;
  return keys
    .map((key) => {
      value = (value as Record<string, unknown> | undefined)?.[key];
      const id = (value as { id?: unknown } | undefined)?.id;
      return typeof id === 'string' ? `${key} (${id})` : key;
    })
    .join('/');
}

function detailOf(error: ErrorObject, value: unknown): string {
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const allowed = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return `unknown key ${key}${didYouMean(key, allowed)}${allowed.length ? ` (keys: ${allowed.join(', ')})` : ''}`;
    }
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).map(String);
      const meant = nearest(String(value), allowed);
      return `${JSON.stringify(value)} is none of ${allowed.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`;
    }
    case 'required':
      return `the key ${String(error.params.missingProperty)} is missing`;
    default:
      return error.message ?? error.keyword;
  }
}
