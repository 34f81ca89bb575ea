import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { SchemaName, Validators } from '../src/packs/validate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAMES: readonly SchemaName[] = ['concepts', 'law', 'act', 'defects', 'phrases', 'language'];

/**
 * Compiles `rules/schema/`: for this process, and as code in `src/packs/generated/validate.js` for users' packs, so that
 * ajv itself is never loaded at run time.
 */
export function compileValidators(): Validators {
  const ajv = new Ajv({ code: { source: true, esm: true }, allErrors: true, verbose: true, allowUnionTypes: true });
  for (const name of NAMES)
    ajv.addSchema(JSON.parse(readFileSync(join(root, `rules/schema/${name}.schema.json`), 'utf8')) as object, name);
  const validators = Object.fromEntries(NAMES.map((name) => [name, ajv.getSchema(name)!])) as unknown as Validators;
  const out = join(root, 'src/packs/generated');
  mkdirSync(out, { recursive: true });
  const code = standaloneCode(ajv, Object.fromEntries(NAMES.map((name) => [name, name])));
  writeFileSync(join(out, 'validate.js'), `// Generated from rules/schema/. Do not edit.\n${code}\n`);
  writeFileSync(
    join(out, 'validate.d.ts'),
    `import type { Validator } from '../validate.ts';\n${NAMES.map((name) => `export declare const ${name}: Validator;\n`).join('')}`,
  );
  return validators;
}
