import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { readExactLines, readLines } from '../../src/cli/io.ts';
import { cli, folder } from './harness.ts';

const policy = (days: number) => `# Privacy policy\n\n## Retention\n\nWe keep your account data for ${days} days.\n`;
const name = (i: number) => `p${String(i).padStart(3, '0')}.md`;
const files = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), policy(i + 1)]));
const BINARY = new Uint8Array([0, 1, 2, 0]);
const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

async function* chunks(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('lines', () => {
  test('one over the limit is undefined, the others come whole, wherever the chunks are cut', async () => {
    for (const size of [1, 3, 100])
      expect(await all(readLines(chunks('abc\n123456789\r\nşe\r\n\nabcd', size), 4))).toEqual([
        'abc',
        undefined,
        'şe',
        '',
        'abcd',
      ]);
  });

  test('exact lines and their ends add up to the bytes', async () => {
    const text = '\ufeffşe\r\n\nx\n';
    const lines = await all(readExactLines(chunks(text, 2)));
    expect(lines).toEqual(['\ufeffşe\r', '', 'x']);
    expect(lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)).toBe(Buffer.byteLength(text));
  });
});

describe('lint', () => {
  test('--ndjson passes over a line too long to hold a document', async () => {
    const input = `${JSON.stringify({ path: 'a.md', text: 'x'.repeat(800_000) })}\n{"path":"b.md","text":"# Privacy policy"}\n`;
    const { stdout, stderr, code } = await cli(folder(), ['lint', '--ndjson', '--max-size', '0.1'], { input });
    expect(linesIn(stdout).map((line) => line.path)).toEqual(['b.md']);
    expect({ stderr, code }).toEqual({
      stderr: 'policylint: line 1 of standard input is too long (--max-size raises the limit)\n',
      code: 2,
    });
  });

  test('--resume keeps every byte of a file with CRLF ends, and remembers that files could not be read', async () => {
    const cwd = folder({ ...files(3), 'p001.md': BINARY });
    const whole = await cli(cwd, ['-f', 'json-lines', '.']);
    const [first, second] = whole.stdout.split('\n');
    writeFileSync(join(cwd, 'out.jsonl'), `${first}\r\n${second}\r\n`);
    const resumed = await cli(cwd, ['*.md', '--resume', 'out.jsonl']);
    expect(resumed).toEqual({
      code: 2,
      stdout: '',
      stderr: 'policylint: out.jsonl has 1 files that could not be read\n',
    });
    expect(readFileSync(join(cwd, 'out.jsonl'), 'utf8').replaceAll('\r', '')).toBe(whole.stdout);
  });
});

describe('diff --batch', () => {
  const setUp = () => folder({ ...files(4), 'bad.md': BINARY });
  const TSV = 'p000.md\tp001.md\n\np002.md\tp002.md\r\np000.md\tbad.md\nno pair\np002.md\tp003.md';

  test('a line per pair in order; a bad pair and a bad line stop nothing', async () => {
    const cwd = setUp();
    writeFileSync(join(cwd, 'pairs.tsv'), TSV);
    const { stdout, stderr, code } = await cli(cwd, ['diff', '--batch', 'pairs.tsv', '--fail-on', 'any']);
    const lines = linesIn(stdout);
    expect(lines.map((line) => line.verdict)).toEqual(['changed', 'identical', undefined, 'changed']);
    expect(lines[2]).toEqual({
      base: 'p000.md',
      revision: 'bad.md',
      error: expect.stringMatching(/^bad\.md: the file is /),
    });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^policylint: bad\.md: the file is /),
      'policylint: pairs.tsv:5: not two files with a tab between them, nor {"base": …, "revision": …}',
    ]);
    expect(code).toBe(2);
    const single = await cli(cwd, ['diff', 'p000.md', 'p001.md', '-f', 'json']);
    expect(`${stdout.split('\n')[0]}\n`).toBe(single.stdout);
  });

  test('NDJSON in and out', async () => {
    const cwd = setUp();
    const input = [
      { base: 'p000.md', revision: { path: 'p001.md' } },
      { base: { path: 'old', text: policy(1) }, revision: { path: 'new', text: policy(2) } },
      { base: 'p000.md' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const result = await cli(cwd, ['diff', '--ndjson'], { input });
    const [one, two, ...rest] = linesIn(result.stdout);
    expect([one.revision.path, two.revision.path, rest]).toEqual(['p001.md', 'new', []]);
    expect(one.changes.map((c: { id: string }) => c.id)).toEqual(two.changes.map((c: { id: string }) => c.id));
    expect(one.changes.length).toBeGreaterThan(0);
    expect(result.stderr).toMatch(/^policylint: -:3: not two files .+\n$/);
    expect(await cli(cwd, ['diff', '--batch', '-'], { input })).toEqual(result);
  });

  test('exit codes: changes fail only when asked to', async () => {
    const cwd = setUp();
    const codeOf = async (input: string, ...argv: string[]) =>
      (await cli(cwd, ['diff', '--batch', '-', ...argv], { input })).code;
    expect(await codeOf('p000.md\tp001.md')).toBe(0);
    expect(await codeOf('p000.md\tp001.md', '--fail-on', 'any')).toBe(1);
    expect(await codeOf('p000.md\tp001.md', '--exit-code')).toBe(1);
    expect(await codeOf('p000.md\tp000.md', '--fail-on', 'any', '--exit-code')).toBe(0);
  });

  test('--resume goes on where it stopped, also in mid-line', async () => {
    const cwd = setUp();
    writeFileSync(join(cwd, 'pairs.tsv'), 'p000.md\tp001.md\np001.md\tp002.md\np002.md\tp003.md\n');
    const whole = await cli(cwd, ['diff', '--batch', 'pairs.tsv', '--fail-on', 'any']);
    const lines = whole.stdout.split('\n');
    for (const left of [`${lines[0]}\n${lines[1]!.slice(0, 99)}`, lines[0]!, '', whole.stdout]) {
      writeFileSync(join(cwd, 'out.jsonl'), left);
      const resumed = await cli(cwd, ['diff', '--batch', 'pairs.tsv', '--resume', 'out.jsonl', '--fail-on', 'any']);
      expect(resumed).toEqual({ ...whole, stdout: '' });
      expect(readFileSync(join(cwd, 'out.jsonl'), 'utf8')).toBe(whole.stdout);
    }
  });

  test('what does not go together is told', async () => {
    const cwd = setUp();
    const told = async (...argv: string[]) => (await cli(cwd, ['diff', ...argv], { input: '' })).stderr;
    expect(await told('--batch', 'none.tsv')).toBe('policylint: none.tsv: no such file\n');
    expect(await told('--batch', '-', 'a.md')).toContain('name no others');
    expect(await told('--batch', '-', '-f', 'html')).toContain('json-lines only');
    expect(await told('--batch', '-', '--template', 'x')).toContain('--template does not go with --batch');
    expect(await told('--resume', 'x.jsonl', 'p000.md', 'p001.md')).toContain('goes with --batch');
  });
});

describe('as a process', () => {
  const dist = folder();
  beforeAll(() => bundle(dist, false));
  const command = (...argv: string[]) => [join(dist, 'cli.cjs'), ...argv];

  /** Starts, kills without warning once some lines are there, starts again, and answers the file and the exit code. */
  async function killedAndResumed(cwd: string, argv: string[]) {
    const out = join(cwd, 'out.jsonl');
    const child = spawn(process.execPath, command(...argv), { cwd, stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    while (child.exitCode === null && !((statSync(out, { throwIfNoEntry: false })?.size ?? 0) > 20_000)) await sleep(2);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const atKill = readFileSync(out, 'utf8').split('\n').length - 1;
    const { status } = spawnSync(process.execPath, command(...argv), { cwd, encoding: 'utf8' });
    return { text: readFileSync(out, 'utf8'), atKill, status };
  }

  test('killed in the middle and resumed: no line lost, doubled or torn, with one and two threads', async () => {
    for (const threads of ['off', '2']) {
      const cwd = folder({ ...files(400), 'p005.md': BINARY });
      const lint = ['lint', '*.md', '--threads', threads, '--law', 'gdpr'];
      const { stdout } = spawnSync(process.execPath, command(...lint, '-f', 'json-lines'), {
        cwd,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      const { text, atKill, status } = await killedAndResumed(cwd, [...lint, '--resume', 'out.jsonl']);
      expect(atKill).toBeLessThan(400);
      expect(status).toBe(2);
      expect(text.split('\n')).toHaveLength(401);
      expect(text === stdout).toBe(true);
    }
  }, 90_000);

  test('diff --batch: the same bytes with one and two threads', () => {
    const cwd = folder({ ...files(40), 'p005.md': BINARY });
    writeFileSync(
      join(cwd, 'pairs.tsv'),
      Array.from({ length: 39 }, (_, i) => `${name(i)}\t${name(i + 1)}\n`).join(''),
    );
    const diff = (...argv: string[]) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        command('diff', '--batch', 'pairs.tsv', '--exit-code', ...argv),
        { cwd, encoding: 'utf8' },
      );
      return { stdout, stderr, status };
    };
    const alone = diff('--threads', 'off');
    expect(alone.stdout.trimEnd().split('\n')).toHaveLength(39);
    expect(alone.status).toBe(2);
    expect(diff('--threads', '2')).toEqual(alone);
  }, 60_000);
});
