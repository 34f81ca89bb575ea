import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Contender } from './measure.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = [
  'markdownlint-cli2@0.22.1',
  'remark-cli@12',
  'remark-preset-lint-recommended@7',
  'textlint@15',
  'textlint-rule-no-todo',
  'rumdl',
];
const NODE = process.execPath;

/** Command lines of everything that is compared, run in the scratch folder. */
export interface Programs {
  bareNode: Contender;
  /** With what earlier runs compiled. */
  us(name: string, ...args: string[]): Contender;
  /** With nothing compiled before. */
  usFirst(name: string, ...args: string[]): Contender;
  remarkAlone(path: string): Contender;
  remarkBoth(before: string, after: string): Contender;
  parserAlone(path: string): Contender;
  /** Linters of others on a file or on the Markdown files of a folder. */
  peers(path: string): Contender[];
  comparisons(before: string, after: string, limitSeconds: number): Contender[];
}

/** Installs the peers where they are not yet, outside the repository, and builds what is measured. */
export async function setUp(scratch: string, log: (line: string) => void): Promise<Programs> {
  mkdirSync(scratch, { recursive: true });
  if (!existsSync(join(scratch, 'node_modules/textlint'))) {
    log(`installing peers in ${scratch}`);
    writeFileSync(join(scratch, 'package.json'), '{"private":true}');
    execFileSync('npm', ['i', '--no-audit', '--no-fund', '--loglevel', 'error', ...PACKAGES], { cwd: scratch });
  }
  writeFileSync(join(scratch, '.markdownlint-cli2.jsonc'), '{"config": {"MD013": false}, "noProgress": true}');
  log('building policylint');
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const parser = join(scratch, 'parser.mjs');
  await build({
    entryPoints: [join(ROOT, 'bench/alone/parser.ts')],
    outfile: parser,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });

  const bin = (name: string) => join(scratch, 'node_modules/.bin', name);
  const alone = (name: string) => join(ROOT, 'bench/alone', name);
  const glob = (path: string) => (path.endsWith('.md') ? path : `${path}/*.md`);
  const policylint = join(ROOT, ownProgram());
  const compiled = join(scratch, 'compiled');
  rmSync(compiled, { recursive: true, force: true });
  for (const args of [['README.md'], ['diff', 'README.md', 'CHANGELOG.md']])
    spawnSync(NODE, [policylint, ...args], { cwd: ROOT, env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
  const rumdl = nativeRumdl(scratch) ?? bin('rumdl');
  return {
    bareNode: { name: 'node -e 0', command: [NODE, '-e', '0'] },
    us: (name, ...args) => ({ name, command: [NODE, policylint, ...args], env: { NODE_COMPILE_CACHE: compiled } }),
    usFirst: (name, ...args) => ({
      name,
      command: [NODE, policylint, ...args],
      env: { NODE_COMPILE_CACHE: `${compiled}-first` },
      before: () => rmSync(`${compiled}-first`, { recursive: true, force: true }),
    }),
    remarkAlone: (path) => ({ name: 'remark-parse alone', command: [NODE, alone('remark.mjs'), path] }),
    remarkBoth: (before, after) => ({
      name: 'remark-parse of both alone',
      command: [NODE, alone('remark.mjs'), before, after],
    }),
    parserAlone: (path) => ({ name: 'our full parser alone', command: [NODE, parser, path] }),
    peers: (path) => [
      { name: 'rumdl', command: [rumdl, 'check', '--no-cache', path] },
      { name: 'markdownlint-cli2', command: [NODE, bin('markdownlint-cli2'), glob(path)] },
      {
        name: 'remark-cli',
        command: [NODE, bin('remark'), '--no-stdout', '-q', '-u', 'preset-lint-recommended', path],
      },
      { name: 'textlint, one rule', command: [NODE, bin('textlint'), '--rule', 'no-todo', glob(path)] },
    ],
    comparisons: (before, after, limitSeconds) => [
      { name: 'git --word-diff', command: ['git', 'diff', '--no-index', '--word-diff', before, after], limitSeconds },
      { name: 'diffWords', command: [NODE, alone('words.mjs'), before, after], limitSeconds, rounds: 1 },
    ],
  };
}

function ownProgram(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: { policylint: string } }).bin
    .policylint;
}

export function versionsOf(scratch: string): string {
  const { dependencies } = JSON.parse(
    execFileSync('npm', ['ls', '--json', '--depth=0'], { cwd: scratch, encoding: 'utf8' }),
  ) as { dependencies: Record<string, { version: string }> };
  return Object.entries(dependencies)
    .map(([name, { version }]) => `${name} ${version}`)
    .join(', ');
}

/** The program itself rather than its shim for npm, which costs a start of Node. */
function nativeRumdl(scratch: string): string | undefined {
  const folder = join(scratch, 'node_modules/@rumdl');
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .find((file) => /[/\\]rumdl(\.exe)?$/.test(file));
}
