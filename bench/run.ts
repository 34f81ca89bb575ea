import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { generated, Inputs, ofFolder } from './inputs.ts';
import { setUp, versionsOf } from './peers.ts';
import { heading } from './report.ts';
import { GROUPS } from './groups.ts';

const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));
const USAGE = `npm run bench -- [FOLDER] [--quick] [--only ${GROUPS.map((g) => g.name).join(',')}] [--date YYYY-MM-DD]

Measures policylint and its peers side by side and writes bench/results.md (--output FILE writes elsewhere).
FOLDER     policies to use instead of generated ones
--quick    few rounds and small inputs; writes no file unless --output names one
--scratch  where peers and inputs lie (${join(tmpdir(), 'policylint-bench')})`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    date: { type: 'string' },
    scratch: { type: 'string', default: join(tmpdir(), 'policylint-bench') },
    output: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else await main();

async function main(): Promise<void> {
  const log = (line: string) => console.error(line);
  const policies = positionals[0] === undefined ? generated() : ofFolder(resolve(positionals[0]));
  const programs = await setUp(values.scratch, log);
  const inputs = new Inputs(values.scratch, policies);
  const about = [`Policies: ${policies.describe}. Peers: ${versionsOf(values.scratch)}.`];
  about.push('policylint runs with the code earlier runs compiled, but where a first run is named.');
  if (values.quick) about.push('A quick run: few rounds, small inputs.');
  const parts = [heading(values.date ?? new Date().toISOString().slice(0, 10), about)];
  const only = values.only?.split(',');
  // A quick run is a try: it does not replace results.
  const output = values.output ?? (values.quick ? undefined : RESULTS);
  for (const { name, run } of GROUPS) {
    if (only && !only.includes(name)) continue;
    log(`— ${name}`);
    const text = await run({ programs, inputs, quick: values.quick, scratch: values.scratch, log });
    console.log(text);
    parts.push(text);
    if (output !== undefined)
      writeFileSync(output, await format(parts.join('\n'), { printWidth: 120, parser: 'markdown' }));
  }
}
