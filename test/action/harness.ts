import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../../src/action/run.ts';
import type { Checkout } from './checkout.ts';

export interface ActionResult {
  code: number;
  stdout: string;
  stderr: string;
  summary: string;
  outputs: Record<string, string>;
}

/** A payload in the shape GitHub sends for `pull_request`, cut to what the shape is known by. */
export function pullRequestPayload({ base, head }: Pick<Checkout, 'base' | 'head'>, action = 'opened', fork = false) {
  const repository = { id: 1, name: 'site', full_name: 'acme/site', private: false, fork: false };
  const theirs = { id: 2, name: 'site', full_name: 'stranger/site', private: false, fork: true };
  return {
    action,
    number: 7,
    ...(action === 'synchronize' ? { before: '0'.repeat(40), after: head } : {}),
    pull_request: {
      url: 'https://api.github.com/repos/acme/site/pulls/7',
      id: 70,
      number: 7,
      state: 'open',
      title: 'Change the policy',
      user: { login: 'someone', type: 'User' },
      head: { label: 'acme:topic', ref: 'topic', sha: head, repo: fork ? theirs : repository },
      base: { label: 'acme:main', ref: 'main', sha: base, repo: repository },
      merge_commit_sha: null,
      draft: false,
    },
    repository,
    sender: { login: 'someone', type: 'User' },
  };
}

export function pushPayload(head: string) {
  return {
    ref: 'refs/heads/main',
    before: '0'.repeat(40),
    after: head,
    created: false,
    deleted: false,
    forced: false,
    repository: { id: 1, name: 'site', full_name: 'acme/site', default_branch: 'main' },
    pusher: { name: 'someone', email: 'someone@example.com' },
    head_commit: { id: head, message: 'a', added: [], removed: [], modified: ['privacy.md'] },
    commits: [],
  };
}

export const dispatchPayload = {
  inputs: null,
  ref: 'refs/heads/main',
  workflow: '.github/workflows/policies.yml',
  repository: { id: 1, name: 'site', full_name: 'acme/site' },
};

/** The environment the runner gives. */
export function runnerEnv(
  workspace: string,
  event: { name: string; payload: unknown },
  inputs: Record<string, string>,
  api = 'http://127.0.0.1:9',
): Record<string, string> {
  const temp = mkdtempSync(join(tmpdir(), 'policylint-runner-'));
  for (const name of ['event.json', 'summary.md', 'output.txt'])
    writeFileSync(join(temp, name), name === 'event.json' ? JSON.stringify(event.payload) : '');
  return {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
    GITHUB_OUTPUT: join(temp, 'output.txt'),
    GITHUB_REPOSITORY: 'acme/site',
    GITHUB_WORKSPACE: workspace,
    GITHUB_API_URL: api,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

export async function action(env: Record<string, string>): Promise<ActionResult> {
  let [stdout, stderr] = ['', ''];
  const code = await runAction({
    stdin: (async function* () {})(),
    stdinIsTTY: false,
    stdout: { write: (text) => void (stdout += text), isTTY: false },
    stderr: { write: (text) => void (stderr += text), isTTY: false },
    cwd: tmpdir(),
    env,
    now: () => new Date(2026, 10, 24),
  });
  return { code, stdout, stderr, ...written(env) };
}

/** What a run left in the summary and in its outputs. */
export function written(env: Record<string, string>): Pick<ActionResult, 'summary' | 'outputs'> {
  return {
    summary: readFileSync(env.GITHUB_STEP_SUMMARY!, 'utf8'),
    outputs: parseOutputs(readFileSync(env.GITHUB_OUTPUT!, 'utf8')),
  };
}

/** As the runner reads them. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const [, name, end] = /^([\w-]+)<<(.+)$/.exec(lines[i]!) ?? [];
    if (!name) continue;
    const value = [];
    while (lines[++i] !== end) value.push(lines[i]!);
    outputs[name] = value.join('\n');
  }
  return outputs;
}
