import { readFile } from 'node:fs/promises';

export interface PullRequest {
  number: number;
  /** Tip of the branch the pull request goes into, as it was when the event happened. */
  base: string;
  head: string;
  /** Comes from another repository: the token can only read, and what it brings is not trusted. */
  fork: boolean;
  /** `pull_request_target`: runs with the rights of the base repository. */
  privileged: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The pull request an event is about; undefined for every other event. */
export async function pullRequestOf(env: Env): Promise<PullRequest | undefined> {
  const name = env.GITHUB_EVENT_NAME ?? '';
  if ((name !== 'pull_request' && name !== 'pull_request_target') || !env.GITHUB_EVENT_PATH) return undefined;
  return fromPayload(JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8')), name === 'pull_request_target');
}

interface End {
  sha?: unknown;
  /** Null when the fork is gone. */
  repo?: { full_name?: unknown } | null;
}

function fromPayload(payload: unknown, privileged: boolean): PullRequest | undefined {
  const pull = (payload as { pull_request?: { number?: unknown; base?: End; head?: End } } | null)?.pull_request;
  const number = pull?.number;
  const [base, head] = [commitOf(pull?.base), commitOf(pull?.head)];
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || base === undefined || head === undefined)
    return undefined;
  return { number, base, head, fork: pull?.head?.repo?.full_name !== pull?.base?.repo?.full_name, privileged };
}

function commitOf(end: End | undefined): string | undefined {
  return typeof end?.sha === 'string' && /^[0-9a-f]{40,64}$/.test(end.sha) ? end.sha : undefined;
}
