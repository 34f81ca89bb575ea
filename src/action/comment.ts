/** One comment of a pull request that is kept up to date. */
export interface CommentPlace {
  /** `https://api.github.com`, or that of a GitHub Enterprise server. */
  api: string;
  /** `owner/name`. */
  repository: string;
  number: number;
  token: string;
  /** First line of the comment, an HTML comment. */
  marker: string;
}

export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'nothing to say';

interface Comment {
  id: number;
  body?: string | null;
  user?: { type?: string } | null;
  author_association?: string;
}

const PER_PAGE = 100;
/** Far more than any pull request has; a server that always has a next page ends here. */
const MOST_PAGES = 100;
const TIMEOUT = 20_000;

/**
 * Creates the comment, or updates the one that is there. Where `ifThere` is set no new one is made.
 * Throws an `Error` that says what the API answered.
 */
export async function keepComment(
  place: CommentPlace,
  text: string,
  { ifThere }: { ifThere: boolean },
): Promise<CommentOutcome> {
  const body = `${place.marker}\n${text}`;
  const issues = `/repos/${place.repository}/issues`;
  const old = await find(place, issues);
  if (old && sameText(old.body ?? '', body)) return 'unchanged';
  if (old) await call(place, 'PATCH', `${issues}/comments/${old.id}`, { body });
  else if (ifThere) return 'nothing to say';
  else await call(place, 'POST', `${issues}/${place.number}/comments`, { body });
  return old ? 'updated' : 'created';
}

async function find(place: CommentPlace, issues: string): Promise<Comment | undefined> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `${issues}/${place.number}/comments?per_page=${PER_PAGE}&page=${page}`;
    const comments = (await call(place, 'GET', path)) as Comment[];
    const own = comments.find((comment) => isOwn(comment, place.marker));
    if (own || comments.length < PER_PAGE) return own;
  }
  return undefined;
}

/** Anyone can write the marker: only a comment of a bot, or of someone who belongs to the repository, is rewritten. */
function isOwn({ body, user, author_association: role }: Comment, marker: string): boolean {
  if (!body?.startsWith(marker)) return false;
  return user?.type === 'Bot' || role === 'OWNER' || role === 'MEMBER' || role === 'COLLABORATOR';
}

function sameText(a: string, b: string): boolean {
  const flat = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return flat(a) === flat(b);
}

async function call(place: CommentPlace, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${place.api}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${place.token}`,
      'user-agent': 'policylint',
      'x-github-api-version': '2022-11-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (response.ok) return response.json();
  const answer = (await response.json().catch(() => undefined)) as { message?: unknown } | undefined;
  const said = typeof answer?.message === 'string' ? `: ${answer.message.slice(0, 200)}` : '';
  throw new Error(`GitHub answered ${response.status}${said}`);
}
