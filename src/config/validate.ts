import type { ErrorObject } from 'ajv';
import { UserError } from '../errors.ts';
import validate from './generated/validate.js';
import { didYouMean } from '../text/nearest.ts';
import type { Parsed } from './parse.ts';
import type { Config } from './types.ts';

/** The configuration, if it has the form of schema/config.schema.json; else the first mistake with file, line and key. */
export async function checked(file: string, parsed: Parsed): Promise<Config> {
  if (validate(parsed.data)) return parsed.data as Config;
  const error = mostTelling(validate.errors!);
  const path = keysOf(error);
  const unknown = error.keyword === 'additionalProperties';
  const locate = await parsed.locate();
  const at = locate(unknown ? [...path, error.params.additionalProperty as string] : path, unknown);
  throw new UserError(`${file}${at ? `:${at.line}:${at.column}` : ''}: ${sentenceOf(error, path, parsed.data)}`);
}

/** Unknown keys first: they are misspellings, and what else is wrong often follows from them. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject {
  return errors.find((e) => e.keyword === 'additionalProperties') ?? errors[0]!;
}

function sentenceOf(error: ErrorObject, path: (string | number)[], data: unknown): string {
  const where = path.join('.');
  const value = JSON.stringify(path.reduce<unknown>((v, key) => (v as Record<string, unknown>)?.[key], data));
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return `unknown key ${key}${where ? ` in ${where}` : ''}${didYouMean(key, known)}${known.length > 0 ? ` (keys: ${known.join(', ')})` : ''}`;
    }
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).map(String);
      return `${where} is one of ${allowed.join(', ')}, not ${value}`;
    }
    case 'required':
      return `${where || 'the configuration'} needs the key ${String(error.params.missingProperty)}`;
    case 'type': {
      const wanted = [error.params.type as string | string[]].flat().join(' or ');
      return `${where || 'the configuration'} must be ${wanted === 'array' ? 'a list' : `of type ${wanted}`}, not ${value}`;
    }
    default:
      return `${where}: ${error.message}`;
  }
}

function keysOf({ instancePath }: ErrorObject): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
