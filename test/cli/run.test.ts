import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { cli, folder } from './harness.ts';

const POLICY = '# Privacy policy\n\nWe keep your data for 30 days.\n';

describe('command line', () => {
  test('--version anywhere', async () => {
    expect(await cli(folder(), ['lint', '--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test('lint is the default command', async () => {
    const cwd = folder({ 'privacy.md': POLICY });
    const named = await cli(cwd, ['lint', '-f', 'json', 'privacy.md']);
    expect(await cli(cwd, ['-f', 'json', 'privacy.md'])).toEqual(named);
    expect(JSON.parse(named.stdout).documents[0].path).toBe('privacy.md');
  });

  test.each([
    [['--formt', 'json', 'privacy.md'], 'policylint: unknown option --formt; did you mean --format?\n'],
    [['-f', 'jsn', 'privacy.md'], /^policylint: unknown format jsn; did you mean json\? \(formats: stylish, /],
    [['privacy.md', '--law', 'gdrp'], 'policylint: unknown law gdrp; did you mean gdpr? (laws: gdpr, kvkk, auto)\n'],
    [['privacy.md', '--now', '2026-02-30'], 'policylint: --now is a day such as 2026-11-24, not "2026-02-30"\n'],
    [['privacy.md', '--max-warnings', 'x'], 'policylint: option --max-warnings needs a number, not "x"\n'],
    [['privacy.md', '--max-size', '-1'], 'policylint: option --max-size needs a number, not "-1"\n'],
    [['privacy.md', '--format'], 'policylint: option --format needs a value\n'],
    [['facts', 'privacy.md', '--quiet'], 'policylint: facts has no option --quiet (lint has)\n'],
    [['missing.md'], 'policylint: missing.md: no such file or folder\n'],
    [
      ['-f', 'json', 'privacy.md', '-o', 'no/such/out.json'],
      'policylint: cannot write no/such/out.json: no such file or folder\n',
    ],
    [['--resume', '.', 'privacy.md'], 'policylint: .: is not a file\n'],
    [['--suppressions-location', '.', '--suppress-all', 'privacy.md'], 'policylint: .: is a folder\n'],
    [['-f', 'json', '-f', 'compact', 'privacy.md'], /^policylint: only one format can go to standard output/],
  ])('%j is one clear line and exit 2', async (argv, message) => {
    const result = await cli(folder({ 'privacy.md': POLICY }), argv);
    if (typeof message === 'string') expect(result.stderr).toBe(message);
    else expect(result.stderr).toMatch(message);
    expect(result.stderr.trimEnd()).not.toContain('\n');
    expect(result.stdout).toBe('');
    expect(result.code).toBe(2);
  });

  test('a file that cannot be read does not hide the others', async () => {
    const cwd = folder({ 'a.md': POLICY, 'b.md': new Uint8Array([0x89, 0x50, 0, 0, 1]), 'c.md': POLICY });
    const result = await cli(cwd, ['-f', 'json', 'a.md', 'b.md', 'c.md']);
    expect(result.stderr).toBe('policylint: b.md: the file is a binary file, not text\n');
    expect(JSON.parse(result.stdout).documents.map((d: { path: string }) => d.path)).toEqual(['a.md', 'c.md']);
    expect(result.code).toBe(2);
  });

  test('a file over the limit is named with the flag that raises it', async () => {
    const cwd = folder({ 'big.md': 'x'.repeat(2_000_001) });
    const result = await cli(cwd, ['big.md', '--max-size', '2']);
    expect(result.stderr).toBe('policylint: big.md: 3 MB is over the limit of 2 MB (--max-size raises it)\n');
    expect(result.code).toBe(2);
  });

  test('folders, globs and .policylintignore', async () => {
    const cwd = folder({
      'legal/b.md': POLICY,
      'legal/a.html': '<h1>Privacy</h1>',
      'legal/old/c.md': POLICY,
      'legal/x.js': '',
      'empty/readme.rst': '',
      '.policylintignore': 'old/\n',
    });
    const paths = async (...argv: string[]) =>
      JSON.parse((await cli(cwd, ['-f', 'json', ...argv])).stdout).documents.map((d: { path: string }) => d.path);
    expect(await paths('legal')).toEqual(['legal/a.html', 'legal/b.md']);
    expect(await paths('./legal/*.md', 'legal/b.md')).toEqual(['legal/b.md']);
    expect(await paths('legal/old/c.md')).toEqual([]);
    expect(await paths('legal', '--ignore-pattern', '*.html')).toEqual(['legal/b.md']);
    // Patterns of the command line come last, and can take one of the file back.
    expect(await paths('legal', '--ignore-pattern', '!legal/old/')).toEqual([
      'legal/a.html',
      'legal/b.md',
      'legal/old/c.md',
    ]);
    expect(await paths('legal', '--no-ignore')).toEqual(['legal/a.html', 'legal/b.md', 'legal/old/c.md']);
    const empty = await cli(cwd, ['empty']);
    expect(empty.stderr).toMatch(/^policylint: empty: no policies in this folder/);
    expect(empty.code).toBe(2);
    expect((await cli(cwd, ['empty', '--no-error-on-unmatched-pattern'])).code).toBe(0);
  });

  test('standard input', async () => {
    const result = await cli(folder(), ['-f', 'json', '--stdin', '--stdin-filename', 'x.md'], { input: POLICY });
    expect(JSON.parse(result.stdout).documents[0].path).toBe('x.md');
  });

  test.each([[['-']], [['diff', '-', 'privacy.md']]])('%j stops reading what never ends', async (argv) => {
    const endless = (async function* () {
      for (;;) yield new Uint8Array(300_000).fill(97);
    })();
    const result = await cli(folder({ 'privacy.md': POLICY }), [...argv, '--max-size', '1'], { stdin: endless });
    const stderr = 'policylint: -: 2 MB is over the limit of 1 MB (--max-size raises it)\n';
    expect(result).toEqual({ code: 2, stdout: '', stderr });
  });
});
