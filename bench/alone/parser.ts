// The yardstick of `--parser full`: only its parser, as it is set up there. Bundled before it is run.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../src/document/readers/markdown/parser.ts';

const path = process.argv[2]!;
const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
for (const file of files) parse(readFileSync(file, 'utf8'));
