import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { SchemaName, Validators } from '../src/packs/validate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAMES: readonly SchemaName[] = ['concepts', 'law', 'act', 'defects', 'phrases', 'language'];

/** Compiles `schema/config.schema.json`, as code in `src/config/generated/`: ajv itself is never loaded at run time. */
export function compileConfigValidator(): void {
  const ajv = newAjv();
  const code = standaloneCode(ajv, ajv.compile(schemaIn('schema/config.schema.json')));
  const types = `import type { ErrorObject } from 'ajv';\ndeclare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };\nexport default validate;\n`;
  write('src/config/generated', 'schema/config.schema.json', code, types);
}

/** Compiles `rules/schema/`: for this process, and as code in `src/packs/generated/` for users' packs. */
export function compileRuleValidators(): Validators {
  const ajv = newAjv();
  for (const name of NAMES) ajv.addSchema(schemaIn(`rules/schema/${name}.schema.json`), name);
  const code = standaloneCode(ajv, Object.fromEntries(NAMES.map((name) => [name, name])));
  const types = `import type { Validator } from '../validate.ts';\n${NAMES.map((name) => `export declare const ${name}: Validator;\n`).join('')}`;
  write('src/packs/generated', 'rules/schema/', code, types);
  return Object.fromEntries(NAMES.map((name) => [name, ajv.getSchema(name)!])) as unknown as Validators;
}

function newAjv(): Ajv {
  return new Ajv({ code: { source: true, esm: true }, allErrors: true, verbose: true, allowUnionTypes: true });
}

/** A schema without the texts that only people read. */
function schemaIn(path: string): object {
  return JSON.parse(readFileSync(join(root, path), 'utf8'), (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  ) as object;
}

function write(folder: string, from: string, code: string, types: string): void {
  const out = join(root, folder);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'validate.js'), `// Generated from ${from}. Do not edit.\n${code}\n`);
  writeFileSync(join(out, 'validate.d.ts'), types);
}
