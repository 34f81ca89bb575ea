import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Checkout, checkout, commit, git } from './checkout.ts';
import { action, pullRequestPayload, runnerEnv } from './harness.ts';
import { CLEAN, EMPTIED, LONGER } from './policies.ts';
import { GitHub } from './stand-in.ts';

const MARKER = '<!-- policylint-comment: policylint -->';
const LIST = 'GET /repos/acme/site/issues/7/comments?per_page=100&page=1';
const BOT = { login: 'github-actions[bot]', type: 'Bot' };

let github: GitHub;
beforeEach(async () => void (github = await new GitHub().start()));
afterEach(() => github.stop());

const envFor = (pull: Checkout, inputs: Record<string, string> = {}, payload = pullRequestPayload(pull)) =>
  runnerEnv(pull.workspace, { name: 'pull_request', payload }, { token: 'secret', ...inputs }, github.url);

const annotations = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('::'))
    .map((line) => /^::(\w+) (?:file=([^,]+),line=(\d+).*)?title=([^:]+)::/.exec(line)!.slice(1, 5).join(' '));

test('annotates what is changed, compares, writes the summary, comments, fails for errors', async () => {
  const pull = checkout(
    { 'privacy.md': CLEAN, 'other-privacy.md': EMPTIED, 'README.md': 'TODO\n' },
    { 'privacy.md': EMPTIED, 'README.md': 'TODO, more\n' },
  );
  const { code, stdout, stderr, summary, outputs } = await action(envFor(pull));
  expect(annotations(stdout)).toEqual([
    'error privacy.md 13 gdpr/recipients',
    'warning privacy.md 1 gdpr/provision-required',
    'warning privacy.md 13 draft/empty-section',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(summary).toContain('3 problems (1 error, 2 warnings) in 1 file');
  expect(summary).toContain('### What changes in privacy.md\n\n#### Material\n\n- **');
  expect(summary).toContain('| 13 | 🔴 error | **The notice does not say who receives personal data.**');
  const { changelog, report, ...counts } = outputs;
  expect(counts).toEqual({
    errors: '1',
    warnings: '2',
    notes: '0',
    material: '2',
    substantive: '1',
    editorial: '1',
  });
  expect(readFileSync(changelog!, 'utf8')).toMatch(/^### What changes in privacy\.md\n/);
  expect(JSON.parse(readFileSync(report!, 'utf8'))).toMatchObject({ version: 1, summary: { errors: 1 } });
  expect(github.requests).toEqual([LIST, 'POST /repos/acme/site/issues/7/comments']);
  expect([...github.tokens]).toEqual(['Bearer secret']);
  expect(github.comments.map(({ body }) => body)).toEqual([
    `${MARKER}\n${summary.trimEnd()}\n\nAs of ${pull.head.slice(0, 12)}.`,
  ]);
});

test('the comment is created, then updated, then says that nothing is left', async () => {
  const pull = checkout({ 'privacy.md': CLEAN }, { 'privacy.md': LONGER });
  for (let i = 0; i < 130; i++) github.add(`Comment ${i}`);
  await action(envFor(pull));
  expect(github.comments).toHaveLength(131);
  expect(github.comments[130]!.body).toContain('30 days to 90 days');
  await action(envFor(pull, {}, pullRequestPayload(pull, 'synchronize')));
  expect(github.requests.filter((request) => !request.startsWith('GET'))).toEqual([
    'POST /repos/acme/site/issues/7/comments',
  ]);

  const head = commit(pull.workspace, { 'privacy.md': CLEAN.replace('30 days', '60 days') }, 'shorter');
  await action(envFor(pull, {}, pullRequestPayload({ ...pull, head }, 'synchronize')));
  expect(github.comments).toHaveLength(131);
  expect(github.comments[130]!.body).toContain('30 days to 60 days');
  expect(github.comments[130]!.body).not.toContain('90 days');

  const back = commit(pull.workspace, { 'privacy.md': CLEAN }, 'as it was');
  const { code, stdout } = await action(envFor(pull, {}, pullRequestPayload({ ...pull, head: back }, 'synchronize')));
  expect(github.comments[130]!.body).toBe(
    `${MARKER}\nThis pull request changes no privacy policy.\n\nAs of ${back.slice(0, 12)}.`,
  );
  expect(stdout).toMatch(/^::notice title=policylint::This pull request changes no policy/);
  expect(code).toBe(0);
});

test('a comment of a stranger with our marker is left alone, and so is that of another key', async () => {
  const pull = checkout({ 'privacy.md': CLEAN }, { 'privacy.md': LONGER });
  github.add(`${MARKER}\nmine`, { login: 'stranger', type: 'User' });
  github.add('<!-- policylint-comment: other -->\nx', BOT);
  github.add(`quoted: ${MARKER}`, BOT);
  await action(envFor(pull));
  expect(github.comments).toHaveLength(4);
  expect(github.comments.slice(0, 3).map(({ body }) => body)).toEqual([
    `${MARKER}\nmine`,
    '<!-- policylint-comment: other -->\nx',
    `quoted: ${MARKER}`,
  ]);
});

describe('commenting fails, the run does not', () => {
  const pull = () => checkout({ 'privacy.md': CLEAN }, { 'privacy.md': LONGER });
  const notices = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('::notice title=policylint'));

  test('403: a fork’s token cannot write', async () => {
    github.refuse = { status: 403, message: 'Resource not accessible by integration', method: 'POST' };
    const at = pull();
    const { code, stdout, summary } = await action(envFor(at, {}, pullRequestPayload(at, 'opened', true)));
    expect(notices(stdout)).toEqual([
      '::notice title=policylint::No comment on the pull request (GitHub answered 403: Resource not accessible by integration; the job needs `permissions: pull-requests: write`, which pull requests from forks never get): the job summary has the report.',
    ]);
    expect(summary).toContain('30 days to 90 days');
    expect(code).toBe(0);
  });

  test('no token, a broken connection, comment: false', async () => {
    const at = pull();
    expect(notices((await action(envFor(at, { token: '' }))).stdout)).toEqual([
      '::notice title=policylint::No comment on the pull request (no token): the job summary has the report.',
    ]);
    github.dead = true;
    const broken = await action(envFor(at));
    expect(notices(broken.stdout)).toHaveLength(1);
    expect(broken.code).toBe(0);
    expect(broken.stdout).not.toContain('secret');
    const asked = github.requests.length;
    expect(notices((await action(envFor(at, { comment: 'false' }))).stdout)).toEqual([]);
    expect(github.requests).toHaveLength(asked);
  });
});

test('new, removed and renamed policies', async () => {
  const pull = checkout(
    { 'old-privacy.md': CLEAN, 'docs/gizlilik.md': '# Gizlilik politikası\n\nVerilerinizi saklarız.\n' },
    {
      'old-privacy.md': null,
      'legal/Privacy-Notice.md': LONGER,
      'docs/gizlilik.md': null,
      'cookie-policy.md': '# Cookie policy\n\nWe set no cookies.\n',
    },
  );
  const { summary } = await action(envFor(pull));
  expect(summary).toContain('### What changes in legal/Privacy-Notice.md');
  expect(summary).toContain('30 days to 90 days');
  expect(summary).toContain('- cookie-policy.md is new: there is no earlier version to compare with.\n');
  expect(summary).toContain('- docs/gizlilik.md is removed.\n');
});

describe('the base of the pull request', () => {
  const changes = { 'privacy.md': LONGER };

  test('a shallow clone of the merge gets its base by itself', async () => {
    const pull = checkout({ 'privacy.md': CLEAN }, changes, { depth: 1 });
    expect((await action(envFor(pull))).outputs).toMatchObject({ material: '1', editorial: '1' });
  });

  test('the head checked out is compared with where it left the base', async () => {
    const pull = checkout({ 'privacy.md': CLEAN, 'b-privacy.md': CLEAN }, changes, { of: 'head' });
    const { outputs, summary } = await action(envFor(pull));
    expect(outputs).toMatchObject({ material: '1' });
    expect(summary).not.toContain('b-privacy.md');
  });

  test('out of reach: what to do is told, everything is linted', async () => {
    const pull = checkout({ 'privacy.md': CLEAN, 'b-privacy.md': EMPTIED }, changes, { depth: 1 });
    git(pull.workspace, 'remote', 'set-url', 'origin', 'file:///nonexistent');
    const { code, stdout, summary, outputs } = await action(envFor(pull));
    expect(stdout).toMatch(
      /^::warning title=policylint::the commit this pull request starts from \([0-9a-f]{12}\) is not in this clone; give actions\/checkout `fetch-depth: 0`\. Every policy is linted/,
    );
    expect(summary).toContain('The versions were not compared: the commit');
    expect(outputs).toMatchObject({ errors: '1', warnings: '3', material: '0' });
    expect(code).toBe(1);
  });
});

test('text of a policy is text: no commands, no markup, no mentions', async () => {
  const nasty = `${CLEAN}\n## ::error::owned\n\nAsk @acme/legal <img src=x onerror=alert(1)> | \`x\` <!-- policylint-comment: policylint --> for 400 days.\n\n::set-output name=errors::0\n\n## TODO ::warning::x%0A::error::y\n`;
  const pull = checkout({ 'privacy.md': CLEAN }, { 'privacy.md': nasty });
  const { stdout, summary } = await action(envFor(pull, { 'change-level': 'editorial' }));
  for (const line of stdout.split('\n').filter((l) => l.startsWith('::')))
    expect(line).toMatch(/^::(?:error|warning|notice) (?:file=privacy\.md,line=\d+,|title=policylint::)/);
  expect(stdout).not.toContain('::error::y\n');
  for (const text of [summary, ...github.comments.map(({ body }) => body.slice(MARKER.length))]) {
    expect(text).toContain('acme/legal');
    expect(text).not.toMatch(/@[\w]/);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<!--');
  }
});
