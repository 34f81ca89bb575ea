import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { CompileCache, compileCacheOf } from '../../src/cli/launch/compile-cache.ts';
import { Modules } from '../../src/cli/launch/modules.ts';
import { VERSION } from '../../src/version.ts';
import { folder } from './harness.ts';

const dist = folder();
beforeAll(() => bundle(dist, true), 60_000);

const POLICY = '# Privacy policy\n\nUnder the GDPR, Acme SIA keeps your account data for 30 days.\n';
const cwd = folder({ 'p.md': POLICY, 'q.md': POLICY.replace('30', '40') });
const LINT = ['--law', 'gdpr', '--now', '2026-11-24', 'p.md'];
const OFF = { NODE_DISABLE_COMPILE_CACHE: '1' };

type Env = Record<string, string>;

const commandOf = (argv: readonly string[]) => [join(dist, 'cli.cjs'), ...argv];

function policylint(env: Env, argv: readonly string[] = LINT, folder = cwd) {
  const options = { cwd: folder, encoding: 'utf8', env: { LANG: 'C', ...env } } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, commandOf(argv), options);
  return { stdout, stderr, status };
}

/** Files of the cache in a folder. */
function kept(base: string): string[] {
  const all = join(base, 'policylint');
  if (!existsSync(all)) return [];
  return readdirSync(all).flatMap((program) => readdirSync(join(all, program)).map((name) => join(all, program, name)));
}

const contentOf = (base: string) => kept(base).map((path) => [basename(path), readFileSync(path, 'latin1')]);
const changed = (base: string) => kept(base).map((path) => statSync(path).mtimeMs);

describe('as a process', () => {
  test('a first run and the later ones answer what a run without a cache answers; only the first one writes', () => {
    const NODE_COMPILE_CACHE = folder();
    const without = policylint(OFF);
    expect(without).toMatchObject({ stderr: '', status: 1 });
    expect(policylint({ NODE_COMPILE_CACHE })).toEqual(without);
    expect(kept(NODE_COMPILE_CACHE).map((path) => basename(path))).toContain('lint-program.cjs');
    const before = changed(NODE_COMPILE_CACHE);
    expect(policylint({ NODE_COMPILE_CACHE })).toEqual(without);
    expect(changed(NODE_COMPILE_CACHE)).toEqual(before);
  });

  test('other commands have files of their own', () => {
    const NODE_COMPILE_CACHE = folder();
    const argv = ['diff', '-f', 'json', '--now', '2026-11-24', 'p.md', 'q.md'];
    const without = policylint(OFF, argv);
    for (const _ of ['cold', 'warm']) expect(policylint({ NODE_COMPILE_CACHE }, argv)).toEqual(without);
    expect(kept(NODE_COMPILE_CACHE).every((path) => basename(path).startsWith('diff-'))).toBe(true);
    expect(kept(NODE_COMPILE_CACHE)).not.toEqual([]);
  });

  test.each([
    ['the version', ['--version']],
    ['help', ['lint', '--help']],
    ['a mistake', ['no-such-file.md']],
    ['work done in threads', ['--threads', '2', '.']],
  ])('%s keeps nothing', (_, argv) => {
    const NODE_COMPILE_CACHE = folder();
    expect(policylint({ NODE_COMPILE_CACHE }, argv)).toEqual(policylint(OFF, argv));
    expect(kept(NODE_COMPILE_CACHE)).toEqual([]);
  });

  test('threads take what a run in one thread kept', () => {
    const NODE_COMPILE_CACHE = folder();
    policylint({ NODE_COMPILE_CACHE });
    const argv = ['--threads', '2', '-f', 'json', '--now', '2026-11-24', '.'];
    expect(policylint({ NODE_COMPILE_CACHE }, argv)).toEqual(policylint(OFF, argv));
  });

  test('a configuration and a plugin in JavaScript are imported, from the cache as well', () => {
    const NODE_COMPILE_CACHE = folder();
    const own = folder({
      'p.md': POLICY,
      'policylint.config.mjs': `import plugin from './plugin.mjs'; export default { plugins: [plugin, './other.mjs'] };`,
      'plugin.mjs': `export default { name: 'one' };`,
      'other.mjs': `export default { name: 'two' };`,
    });
    const shown = (env: Env) => policylint(env, ['--print-config', 'p.md'], own).stdout;
    expect(JSON.parse(shown(OFF))).toMatchObject({ plugins: ['one', 'two'] });
    for (const _ of ['cold', 'warm']) expect(shown({ NODE_COMPILE_CACHE })).toBe(shown(OFF));
  });

  test('the program imports nothing by itself, which it could not do from the cache', () => {
    const program = readFileSync(join(dist, 'program.cjs'), 'utf8');
    expect(program.match(/\bimport\(/g)).toHaveLength(1);
  });

  test('files that were damaged are written anew', () => {
    const NODE_COMPILE_CACHE = folder();
    const without = policylint(OFF);
    policylint({ NODE_COMPILE_CACHE });
    const damages: ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.subarray(0, bytes.length >> 1),
      () => Buffer.alloc(0),
      (bytes) => bytes.fill(0, bytes.length >> 1),
      (bytes) => Buffer.from(bytes.map((byte, i) => (i % 1000 === 999 ? byte ^ 1 : byte))),
    ];
    for (const damage of damages) {
      for (const path of kept(NODE_COMPILE_CACHE)) writeFileSync(path, damage(readFileSync(path)));
      const damaged = contentOf(NODE_COMPILE_CACHE);
      expect(policylint({ NODE_COMPILE_CACHE })).toEqual(without);
      expect(contentOf(NODE_COMPILE_CACHE)).not.toEqual(damaged);
      const before = changed(NODE_COMPILE_CACHE);
      policylint({ NODE_COMPILE_CACHE });
      expect(changed(NODE_COMPILE_CACHE)).toEqual(before);
    }
  });

  test('a folder that cannot be made or written is no error', () => {
    const without = policylint(OFF);
    const home = folder({ file: 'no folder' });
    expect(policylint({ NODE_COMPILE_CACHE: join(home, 'file') })).toEqual(without);
    // Node 24 takes NODE_COMPILE_CACHE for itself as well, and never ends below `/proc`.
    expect(policylint({ XDG_CACHE_HOME: '/proc/no-such-folder' })).toEqual(without);
    const closed = folder();
    chmodSync(closed, 0o500);
    expect(policylint({ NODE_COMPILE_CACHE: closed })).toEqual(without);
  });

  test('several first runs at once', async () => {
    const NODE_COMPILE_CACHE = folder();
    const without = policylint(OFF);
    const runs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, commandOf(LINT), { cwd, env: { LANG: 'C', NODE_COMPILE_CACHE } });
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      const status = await new Promise((resolve) => child.on('close', resolve));
      return { stdout, status };
    });
    for (const ran of await Promise.all(runs)) expect(ran).toEqual({ stdout: without.stdout, status: without.status });
    expect(kept(NODE_COMPILE_CACHE).filter((path) => !path.endsWith('js'))).toEqual([]);
    const before = changed(NODE_COMPILE_CACHE);
    expect(policylint({ NODE_COMPILE_CACHE })).toEqual(without);
    expect(changed(NODE_COMPILE_CACHE)).toEqual(before);
  });

  test.runIf(process.platform === 'linux')(
    'without a wish of the user’s: XDG_CACHE_HOME, else ~/.cache, else nowhere',
    () => {
      const home = folder();
      policylint({ HOME: home });
      expect(kept(join(home, '.cache'))).not.toEqual([]);
      const other = folder();
      policylint({ HOME: other, XDG_CACHE_HOME: join(other, 'deep/er') });
      expect(kept(join(other, 'deep/er'))).not.toEqual([]);
      policylint({ HOME: join(other, 'nobody') });
      expect(readdirSync(other)).toEqual(['deep']);
      policylint({ HOME: home, ...OFF, NODE_COMPILE_CACHE: join(other, 'off') });
      expect(readdirSync(other)).toEqual(['deep']);
    },
  );
});

describe('the folder', () => {
  const at = (base: string, program = '1.0.0-abc') =>
    compileCacheOf(program, { NODE_COMPILE_CACHE: base }, process.platform)!;
  const one = [['a', () => Buffer.from('compiled')]] as const;
  const programs = (base: string) => readdirSync(join(base, 'policylint')).sort();

  test('belongs to the user alone', () => {
    const base = folder();
    at(base).put(one);
    const [program] = programs(base);
    for (const path of ['policylint', `policylint/${program}`])
      expect(statSync(join(base, path)).mode & 0o777).toBe(0o700);
    expect(statSync(join(base, 'policylint', program!, 'a')).mode & 0o777).toBe(0o600);
    expect(at(base).get('a')?.toString()).toBe('compiled');
    for (const path of ['policylint', `policylint/${program}`]) {
      chmodSync(join(base, path), 0o777);
      expect(at(base).get('a')).toBeUndefined();
      chmodSync(join(base, path), 0o700);
    }
    expect(at(base).get('a')?.toString()).toBe('compiled');
  });

  test('is not written where others may write, nor behind a link', () => {
    const base = folder();
    mkdirSync(join(base, 'policylint'));
    chmodSync(join(base, 'policylint'), 0o777);
    at(base).put(one);
    expect(kept(base)).toEqual([]);
    const linked = folder();
    symlinkSync(folder(), join(linked, 'policylint'));
    at(linked).put(one);
    expect(kept(linked)).toEqual([]);
  });

  test('of other versions only the three newest stay, and nothing else is touched', () => {
    const base = folder({ 'policylint/mine/x': '', 'policylint/note.txt': '' });
    chmodSync(join(base, 'policylint'), 0o700);
    for (const minor of [1, 2, 3, 4, 5]) {
      at(base, `0.${minor}.0-abc`).put(one);
      const folders = programs(base).filter((name) => name.startsWith(`0.${minor}.`));
      utimesSync(join(base, 'policylint', folders[0]!), minor, minor);
    }
    at(base, '0.0.1-abc').put(one);
    const end = `-abc-node${process.versions.node}-${process.arch}`;
    expect(programs(base)).toEqual([`0.0.1${end}`, `0.3.0${end}`, `0.4.0${end}`, `0.5.0${end}`, 'mine', 'note.txt']);
  });

  test('is where the system keeps such things', () => {
    const home = folder();
    const read = (env: Env, platform: NodeJS.Platform) => compileCacheOf(VERSION, env, platform);
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(read({}, platform)).toBeUndefined();
    read({ HOME: home }, 'darwin')!.put(one);
    expect(kept(join(home, 'Library/Caches'))).toHaveLength(1);
    read({ LOCALAPPDATA: join(home, 'Local') }, 'win32')!.put(one);
    expect(kept(join(home, 'Local'))).toHaveLength(1);
    expect(read({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBeUndefined();
  });
});

test('what was kept is taken, whatever the source says by now: so the folder is named by the content of the program', () => {
  const root = folder({
    'a.cjs': 'exports.b = require("./b.cjs").f() + __filename.slice(-5)',
    'b.cjs': 'exports.f = () => 1',
  });
  mkdirSync(join(root, 'policylint'), { mode: 0o700 });
  const load = (command: string) => {
    const modules = new Modules(new CompileCache(join(root, 'policylint/x')), command);
    const { b } = modules.load(join(root, 'a.cjs')) as { b: string };
    modules.keep();
    return b;
  };
  expect(load('lint')).toBe('1a.cjs');
  writeFileSync(join(root, 'b.cjs'), 'exports.f = () => 2');
  expect(load('lint')).toBe('1a.cjs');
  load('diff');
  expect(readdirSync(join(root, 'policylint/x')).sort()).toEqual([
    'diff-a.cjs',
    'diff-b.cjs',
    'lint-a.cjs',
    'lint-b.cjs',
  ]);
  writeFileSync(join(root, 'b.cjs'), 'exports.f = () => "another length"');
  expect(load('lint')).toBe('another lengtha.cjs');
});
