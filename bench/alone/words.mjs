// The yardstick of a comparison: a process that runs diffWords of the package `diff` and does nothing else.
import { readFileSync } from 'node:fs';
import { diffWords } from 'diff';

const [before, after] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
diffWords(before, after);
