import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { VERSION } from '../../src/version.ts';
import { folder } from './harness.ts';

const dist = folder();
const command = [`${dist}/cli.cjs`];
beforeAll(() => bundle(dist, true), 60_000);
const POLICY = `# Privacy policy\n\n${'We keep your account data for 30 days after you close the account.\n\n'.repeat(20)}`;

describe('as a process', () => {
  test('--version', () => {
    const { stdout, status } = spawnSync(process.execPath, [...command, '--version'], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: `${VERSION}\n`, status: 0 });
  });

  test('more than 1 MB through a pipe with a slow reader arrives whole, with the exit code', async () => {
    const cwd = folder(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`p${i}.md`, POLICY])));
    const child = spawn(process.execPath, [...command, '-f', 'json', '--law', 'gdpr', '.'], { cwd });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 1);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text).documents).toHaveLength(200);
    expect(code).toBe(1);
  }, 60_000);

  test('a reader that leaves early is no error', () => {
    const cwd = folder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}.md`, POLICY])));
    const script = `"${process.execPath}" ${command.map((c) => `"${c}"`).join(' ')} -f json --law gdpr . | head -c 10`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{"version"', stderr: '' });
  }, 60_000);

  test.skipIf(!existsSync('/dev/full'))('a full disk is one line and exit code 2', () => {
    const cwd = folder({ 'p.md': POLICY });
    const script = `"${process.execPath}" ${command.map((c) => `"${c}"`).join(' ')} p.md > /dev/full`;
    const { stderr, status } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
    expect({ stderr, status }).toEqual({
      stderr: 'policylint: cannot write to standard output: no space left on the device\n',
      status: 2,
    });
  });
});
