import { readFileSync } from 'node:fs';
import { lint } from '../index.ts';

// Placeholder entry while the command line is being written.
const argv = process.argv.slice(3);
const files = argv.filter((a, i) => !a.startsWith('--') && !(argv[i - 1] ?? '').match(/^--(format|law)$/));
const law = argv[argv.indexOf('--law') + 1];
const documents = [];
for (const file of files)
  documents.push(
    await lint(readFileSync(file, 'utf8'), { path: file, laws: argv.includes('--law') ? law!.split(',') : 'auto' }),
  );
process.stdout.write(JSON.stringify({ version: 1, documents }));
