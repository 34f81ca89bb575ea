// The yardstick: a process that parses Markdown files with remark-parse and does nothing else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const files = process.argv
  .slice(2)
  .flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]));
const processor = unified().use(remarkParse);
for (const file of files) processor.parse(readFileSync(file, 'utf8'));
