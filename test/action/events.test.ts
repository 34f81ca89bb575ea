import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { bundle } from '../../scripts/bundle.ts';
import { folder } from '../cli/harness.ts';
import { checkout } from './checkout.ts';
import { action, dispatchPayload, pullRequestPayload, pushPayload, runnerEnv, written } from './harness.ts';
import { CLEAN, EMPTIED, LONGER } from './policies.ts';
import { GitHub } from './stand-in.ts';

const PUSH = { name: 'push', payload: pushPayload('1'.repeat(40)) };
const DISPATCH = { name: 'workflow_dispatch', payload: dispatchPayload };
const run = (
  files: Record<string, string>,
  inputs: Record<string, string> = {},
  event: typeof PUSH | typeof DISPATCH = PUSH,
) => action(runnerEnv(folder(files), event, inputs));

describe.each([PUSH, DISPATCH])('$name', (event) => {
  test('every policy is linted, nothing is compared, nobody is commented on', async () => {
    const files = {
      'privacy.md': EMPTIED,
      'site/KVKK-Aydinlatma.html': '<h1>Aydınlatma metni</h1>',
      'notes.md': 'TODO',
    };
    const { code, stdout, outputs, summary } = await run(files, { token: 'x' }, event);
    expect(stdout).toContain('::error file=privacy.md,line=13,');
    expect(stdout).toContain('file=site/KVKK-Aydinlatma.html,');
    expect(stdout).not.toContain('notes.md');
    expect(stdout).not.toContain('No comment');
    expect(outputs).toMatchObject({ material: '0', substantive: '0', editorial: '0' });
    expect(summary).toContain('## Privacy policy report');
    expect(code).toBe(1);
  });
});

test('nothing to lint is told and no failure', async () => {
  const { code, stdout, outputs, summary } = await run({ 'README.md': '# x' });
  expect(stdout).toBe(
    '::notice title=policylint::No policy found (looked for names policies are usually given; the input files names others). Is the repository checked out?\n',
  );
  expect({ code, summary, errors: outputs.errors }).toEqual({ code: 0, summary: '', errors: '0' });
});

describe('inputs', () => {
  test('files: globs, one a line, in any case, ! leaves out; the configuration’s otherwise', async () => {
    const files = { 'a/Terms.md': EMPTIED, 'a/draft.md': EMPTIED, 'privacy.md': EMPTIED };
    const named = await run(files, { files: 'A/**/*.MD\n  !a/draft.md\n' });
    expect(named.stdout).toContain('file=a/Terms.md,');
    expect(named.stdout).not.toContain('a/draft.md');
    expect(named.stdout).not.toContain('privacy.md');
    const inFolder = await run({ ...files, 'a/b.css': '' }, { files: './a/' });
    expect(inFolder.stdout).toContain('file=a/draft.md,');
    expect(inFolder.stdout).not.toContain('privacy.md');
    expect(inFolder.stdout).not.toContain('b.css');
    const config = { 'policylint.config.json': '{ "files": ["a/draft.md"], "locale": "tr" }' };
    const configured = await run({ ...files, ...config });
    expect(configured.stdout).toContain('file=a/draft.md,');
    expect(configured.stdout).not.toContain('Terms');
    expect(configured.summary).toContain('## Gizlilik metni raporu');
  });

  test.each([
    ['error', CLEAN, 0],
    ['warning', CLEAN, 1],
    ['note', CLEAN, 1],
    ['error', EMPTIED, 1],
    ['never', EMPTIED, 0],
  ])('fail-on: %s', async (failOn, text, code) => {
    expect((await run({ 'privacy.md': text }, { 'fail-on': failOn })).code).toBe(code);
  });

  test.each([
    ['material', LONGER, 1],
    ['never', LONGER, 0],
    ['substantive', CLEAN.replace('30 days', '20 days'), 1],
    ['material', CLEAN.replace('30 days', '20 days'), 0],
    ['any', CLEAN.replace('3 March 2026', '4 March 2026'), 1],
    ['substantive', CLEAN.replace('3 March 2026', '4 March 2026'), 0],
  ])('fail-on-change: %s', async (failOnChange, text, code) => {
    const pull = checkout({ 'privacy.md': CLEAN }, { 'privacy.md': text });
    const event = { name: 'pull_request', payload: pullRequestPayload(pull) };
    const env = runnerEnv(pull.workspace, event, { 'fail-on-change': failOnChange, comment: 'false' });
    expect((await action(env)).code).toBe(code);
  });

  test('args reach lint, without a shell', async () => {
    const { code, stdout } = await run(
      { 'privacy.md': CLEAN },
      { args: '--max-warnings 0 --ignore-pattern "$(touch x) y"' },
    );
    expect({ code, warnings: stdout.match(/^::warning/gm)?.length }).toEqual({ code: 1, warnings: 1 });
    expect((await run({ 'privacy.md': EMPTIED }, { args: "--ignore-pattern 'privacy*'" })).stdout).not.toContain(
      '::error',
    );
  });

  test.each([
    [{ 'fail-on': 'errors' }, 'input fail-on is one of error, warning, note, never, not "errors"; did you mean error?'],
    [{ comment: 'yes' }, 'input comment is one of true, false, not "yes"'],
    [{ 'comment-key': 'a -->' }, 'input comment-key takes letters, digits and . _ - only'],
    [{ args: '--law "gdpr' }, 'input args has a quote without its end'],
    [{ args: '--lwa gdpr' }, 'unknown option --lwa; did you mean --law?'],
    [{ config: 'nowhere.json' }, 'nowhere.json'],
  ])('%j is refused', async (inputs, message) => {
    const { code, stdout } = await run({ 'privacy.md': CLEAN }, inputs as Record<string, string>);
    expect(stdout).toMatch(/^::error title=policylint::/);
    expect(stdout).toContain(message);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

test('more than ten findings of a kind: ten annotations, all in the log and the summary', async () => {
  const sections = Array.from({ length: 25 }, (_, i) => `## Section ${i}\n\nTODO: write part ${i}.\n`).join('\n');
  const { stdout, summary, outputs } = await run({ 'privacy.md': `${CLEAN}\n${sections}` });
  expect(Number(outputs.errors) + Number(outputs.warnings)).toBeGreaterThan(20);
  expect(stdout.match(/^::(?:error|warning) /gm)!.length).toBeLessThanOrEqual(20);
  for (const kind of ['error', 'warning'])
    expect(stdout.match(new RegExp(`^::${kind} `, 'gm'))?.length ?? 0).toBeLessThanOrEqual(10);
  expect(stdout).toContain('::group::policylint\n::stop-commands::');
  expect(summary.match(/^\| \d+ \|/gm)).toHaveLength(
    Number(outputs.errors) + Number(outputs.warnings) + Number(outputs.notes),
  );
});

test('a summary over the limit is cut between lines and says so', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 900 }, (_, i) => [`privacy-${i}.md`, '# Privacy policy\n\nWe collect personal data.\n']),
  );
  const { summary } = await run(files, { args: '--threads off' });
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900_100);
  expect(summary).toMatch(/\n… \d+ more lines: see the log and the output files of the job\.\n$/);
}, 120_000);

test('a stranger’s configuration does not run with the rights of the repository', async () => {
  const plugin = "import { writeFileSync } from 'node:fs'; writeFileSync('OWNED', ''); export default { name: 'x' };";
  const theirs = { 'policylint.config.json': '{ "plugins": ["./p.mjs"] }', 'p.mjs': plugin, 'privacy.md': LONGER };
  const pull = checkout({ 'privacy.md': CLEAN }, theirs);
  const payload = pullRequestPayload(pull, 'opened', true);
  const { stdout, outputs } = await action(
    runnerEnv(pull.workspace, { name: 'pull_request_target', payload }, { comment: 'false' }),
  );
  expect(stdout).toMatch(/^::warning title=policylint::pull_request_target from a fork/);
  expect(outputs).toMatchObject({ material: '1' });
});

test('action.yml: names every input the code reads and every output it writes', async () => {
  const { inputs, outputs, runs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
  const source = readFileSync(new URL('../../src/action/inputs.ts', import.meta.url), 'utf8');
  const read = new Set([...source.matchAll(/text\('([\w-]+)'\)/g)].map((match) => match[1]));
  expect(Object.keys(inputs).sort()).toEqual([...read].sort());
  expect(Object.keys(outputs).sort()).toEqual(Object.keys((await run({ 'privacy.md': CLEAN })).outputs).sort());
  expect(runs).toEqual({ using: 'node24', main: 'dist/action.cjs' });
  for (const { description } of [...Object.values(inputs), ...Object.values(outputs)] as { description?: string }[])
    expect(description).toMatch(/\.$/);
});

test('the page of the action lists every input and output', () => {
  const page = readFileSync(new URL('../../docs/github-action.md', import.meta.url), 'utf8');
  const { inputs, outputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
  const [listed, told] = page.slice(page.indexOf('## Inputs')).split('## Outputs');
  expect([...listed!.matchAll(/^\| `([\w-]+)`/gm)].map((match) => match[1])).toEqual(Object.keys(inputs));
  for (const name of Object.keys(outputs)) expect(told).toContain(`\`${name}\``);
  const workflow = parse(/^```yaml\n([\s\S]*?)^```$/m.exec(page)![1]!);
  const step = workflow.jobs.policylint.steps[1] as { with: object };
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
});

describe('as a process, from the bundle', () => {
  const dist = folder();
  beforeAll(() => bundle(dist, true));

  test('a pull request: annotations on standard output, the comment, the exit code', async () => {
    const github = await new GitHub().start();
    const pull = checkout({ 'privacy.md': CLEAN }, { 'privacy.md': EMPTIED });
    const event = { name: 'pull_request', payload: pullRequestPayload(pull) };
    const env = runnerEnv(pull.workspace, event, { token: 'secret' }, github.url);
    // Another process must answer while this one waits.
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [join(dist, 'action.cjs')], { env, cwd: folder() });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((done) => child.on('close', done));
    await github.stop();
    expect(stderr).toBe('');
    expect(stdout).toContain('::error file=privacy.md,line=13,col=1,endColumn=14,title=gdpr/recipients::');
    expect(github.comments).toHaveLength(1);
    expect(written(env).outputs).toMatchObject({ errors: '1', material: '2', substantive: '1' });
    expect(code).toBe(1);
  });

  test('without anything of a runner', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'privacy.md'), CLEAN);
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(dist, 'action.cjs')], {
      cwd,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^::warning file=privacy\.md/);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
});
