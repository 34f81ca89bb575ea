import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes `src/config/generated/validate.js`: the configuration's schema as code, so that ajv is never loaded for it. */
export function compileSchemas(): void {
  const schema = JSON.parse(readFileSync(join(root, 'schema/config.schema.json'), 'utf8'), (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  ) as object;
  const ajv = new Ajv({
    code: { source: true, esm: true },
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
  });
  const code = standaloneCode(ajv, ajv.compile(schema));
  const out = join(root, 'src/config/generated');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'validate.js'), `// Generated from schema/config.schema.json. Do not edit.\n${code}\n`);
  writeFileSync(
    join(out, 'validate.d.ts'),
    `import type { ErrorObject } from 'ajv';\ndeclare const validate: { (data: unknown): boolean; errors?: ErrorObject[] | null };\nexport default validate;\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileSchemas();
