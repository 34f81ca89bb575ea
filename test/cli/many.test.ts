import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { readLines } from '../../src/cli/io.ts';
import { threadsFor } from '../../src/cli/pipeline.ts';
import { cli, folder } from './harness.ts';

const POLICY = '# Privacy policy\n\nWe keep your data for 30 days.\n';
const many = (n: number) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`p${String(i).padStart(3, '0')}.md`, `${POLICY}\n[COMPANY ${i}]\n`]),
  );

describe('--cache', () => {
  const setUp = () => {
    const cwd = folder({ ...many(3), '.policylintrc': 'laws: [gdpr]' });
    return { cwd, lint: (...argv: string[]) => cli(cwd, ['-f', 'json', '.', '--cache', ...argv]) };
  };
  const entries = (cwd: string) =>
    readdirSync(join(cwd, '.policylintcache'), { recursive: true }).filter((f) => String(f).endsWith('.json'));

  test('the same bytes cold, cached and without', async () => {
    const { cwd, lint } = setUp();
    const cold = await lint();
    expect(entries(cwd)).toHaveLength(3);
    expect(await lint()).toEqual(cold);
    expect(await cli(cwd, ['-f', 'json', '.'])).toEqual(cold);
  });

  test('a hit is read from the cache; other text, settings, configuration and days are not', async () => {
    const { cwd, lint } = setUp();
    await lint();
    for (const entry of entries(cwd)) {
      const file = join(cwd, '.policylintcache', String(entry));
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"language":"en"', '"language":"xx"'));
    }
    const languages = async (...argv: string[]) =>
      JSON.parse((await lint(...argv)).stdout).documents.map((d: { language: string }) => d.language);
    expect(await languages()).toEqual(['xx', 'xx', 'xx']);
    writeFileSync(join(cwd, 'p001.md'), `${POLICY}\nWe may change this policy at any time.\n`);
    expect(await languages()).toEqual(['xx', 'en', 'xx']);
    expect(await languages('--now', '2027-01-01')).toEqual(['en', 'en', 'en']);
    expect(await languages('--locale', 'tr')).toEqual(['en', 'en', 'en']);
    appendFileSync(join(cwd, '.policylintrc'), '\nrules: {}\n');
    expect(await languages()).toEqual(['en', 'en', 'en']);
  });

  test.each(['base.yaml', 'plugin.mjs', 'pack/phrases/en/cookies.yaml'])(
    '%s is a part of the configuration',
    async (name) => {
      const cwd = folder({
        'p.md': POLICY,
        '.policylintrc': 'extends: ./base.yaml\nplugins: [./plugin.mjs]\npacks: [./pack]',
        'base.yaml': 'laws: [gdpr]\n',
        'plugin.mjs': "export default { name: 'ours' };\n",
        'pack/phrases/en/cookies.yaml': 'concept: cookies\nphrases: [biscuit*]\n',
      });
      const lint = async (env = { LANG: 'en' }) => {
        const { stdout } = await cli(cwd, ['-f', 'json', 'p.md', '--cache'], { env });
        return JSON.parse(stdout).documents[0].language;
      };
      expect(await lint()).toBe('en');
      const [entry] = entries(cwd).map((path) => join(cwd, '.policylintcache', String(path)));
      const spoil = () =>
        writeFileSync(entry!, readFileSync(entry!, 'utf8').replaceAll('"language":"en"', '"language":"xx"'));
      spoil();
      expect(await lint()).toBe('xx');
      appendFileSync(join(cwd, name), '\n');
      expect(await lint()).toBe('en');
      spoil();
      expect(await lint({ LANG: 'tr' })).toBe('en');
    },
  );

  test('a damaged entry and a place that cannot be written cost nothing but time', async () => {
    const { cwd, lint } = setUp();
    const cold = await lint();
    for (const entry of entries(cwd)) {
      const file = join(cwd, '.policylintcache', String(entry));
      writeFileSync(file, readFileSync(file, 'utf8').slice(0, 90));
    }
    expect(await lint()).toEqual(cold);
    expect(await lint('--cache-location', 'p000.md/x')).toEqual(cold);
    expect(await lint('--cache-location', '/proc/no-such-folder')).toEqual(cold);
  });
});

describe('json-lines', () => {
  test('a line per document in order; a bad file has a line of its own and stops nothing', async () => {
    const cwd = folder({ ...many(3), 'p001.md': new Uint8Array([0, 1, 2, 0]) });
    const result = await cli(cwd, ['-f', 'json-lines', '.']);
    const lines = result.stdout
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines.map((l) => l.path)).toEqual(['p000.md', 'p001.md', 'p002.md']);
    expect(lines[1]).toEqual({ path: 'p001.md', error: expect.stringMatching(/^p001\.md: the file is /) });
    expect(result.code).toBe(2);
  });

  test('--resume goes on where it stopped, also in mid-line', async () => {
    const cwd = folder(many(5));
    const whole = await cli(cwd, ['-f', 'json-lines', '.']);
    const file = join(cwd, 'out.jsonl');
    const lines = whole.stdout.split('\n');
    for (const left of [
      `${lines[0]}\n${lines[1]}\n${lines[2]!.slice(0, 50)}`,
      `${lines[0]}\n${lines[1]}`,
      '',
      whole.stdout,
    ]) {
      writeFileSync(file, left);
      const resumed = await cli(cwd, ['.', '--resume', 'out.jsonl', '--ignore-pattern', 'out.jsonl']);
      expect(resumed).toEqual({ ...whole, stdout: '' });
      expect(readFileSync(file, 'utf8')).toBe(whole.stdout);
    }
  });

  test('--resume refuses a file that is something else', async () => {
    const cwd = folder({ ...many(1), 'out.jsonl': 'hello\nworld\n' });
    const result = await cli(cwd, ['.', '--resume', 'out.jsonl']);
    expect(result).toEqual({ code: 2, stdout: '', stderr: 'policylint: out.jsonl:1: not a line of json-lines\n' });
    expect(readFileSync(join(cwd, 'out.jsonl'), 'utf8')).toBe('hello\nworld\n');
  });

  test('--ndjson: texts in, lines out; bad lines are told', async () => {
    const cwd = folder({ 'x.md': POLICY });
    const input = [
      JSON.stringify({ path: 'a.md', text: POLICY }),
      '"x.md"',
      'no',
      '{"text":1}',
      '',
      '{"path":"missing.md"}',
    ].join('\n');
    const result = await cli(cwd, ['lint', '--ndjson', '--law', 'gdpr'], { input });
    const lines = result.stdout
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines.map((l) => l.path)).toEqual(['a.md', 'x.md', 'missing.md']);
    expect(lines[0].findings.map((f: { rule: string }) => f.rule)).toEqual(
      lines[1].findings.map((f: { rule: string }) => f.rule),
    );
    expect(result.stderr.trimEnd().split('\n')).toEqual([
      'policylint: line 3 of standard input is not {"path": …, "text": …}',
      'policylint: line 4 of standard input is not {"path": …, "text": …}',
      'policylint: missing.md: no such file or folder',
    ]);
    expect(result.code).toBe(2);
  });

  test('lines are the same wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 7 }),
        async (parts, size) => {
          const lines = parts.map((p) => p.replace(/[\r\n]/g, ''));
          const bytes = new TextEncoder().encode(lines.map((l) => `${l}\n`).join(''));
          const chunks = (async function* () {
            for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
          })();
          const read: string[] = [];
          for await (const line of readLines(chunks)) read.push(line);
          expect(read).toEqual(lines.map((l) => new TextDecoder().decode(new TextEncoder().encode(l))));
        },
      ),
    );
  });
});

describe('threads', () => {
  test('few files need none', () => {
    expect([
      threadsFor('auto', 149, () => 8),
      threadsFor('auto', 150, () => 16),
      threadsFor('auto', 150, () => 2),
      threadsFor(3, 1, () => 8),
    ]).toEqual([1, 8, 2, 3]);
  });

  test('the same bytes with one and with two workers, bad files included', async () => {
    const dist = folder();
    await bundle(dist, false);
    const cwd = folder({ ...many(30), 'p010.md': new Uint8Array([0, 1, 2, 0]) });
    const lint = (...argv: string[]) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [join(dist, 'cli.cjs'), '.', ...argv], {
        cwd,
        encoding: 'utf8',
      });
      return { hash: createHash('sha256').update(stdout).digest('hex'), size: stdout.length, stderr, status };
    };
    for (const format of ['json', 'json-lines', 'rdjson']) {
      const alone = lint('-f', format, '--threads', 'off');
      expect(alone.status).toBe(2);
      expect(alone.size).toBeGreaterThan(10_000);
      expect(lint('-f', format, '--threads', '2')).toEqual(alone);
    }
  }, 60_000);
});

test('TIMING=1 tells what the checks cost, on standard error', async () => {
  const result = await cli(folder(many(1)), ['-f', 'json', '.'], { env: { TIMING: '1' } });
  expect(result.stderr).toMatch(/^( +\d+\.\d ms +\d+\.\d % {2}.+\n)+$/);
  expect(result.stderr).toMatch(/total\n$/);
});

test('a progress bar on a terminal only', async () => {
  const seen: string[] = [];
  const stderr = { write: (text: string) => void seen.push(text), isTTY: true };
  await cli(folder(many(2)), ['-f', 'json', '.'], { stderr, env: { CI: '1' } });
  expect(seen).toEqual([]);
});
