import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredComment {
  id: number;
  body: string;
  user: { login: string; type: string };
  author_association: string;
}

/** A local stand-in for the part of GitHub's API the action uses: listing, creating and updating comments. */
export class GitHub {
  readonly comments: StoredComment[] = [];
  readonly requests: string[] = [];
  readonly tokens = new Set<string>();
  /** Answer every request, or those with this method, with this status instead. */
  refuse: { status: number; message: string; method?: string } | undefined;
  /** Cut the connection instead of answering. */
  dead = false;
  #server: Server | undefined;

  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const method = request.method ?? '';
        this.requests.push(`${method} ${request.url}`);
        this.tokens.add(request.headers.authorization ?? '');
        if (this.dead) return request.socket.destroy();
        const [status, body] = this.#answer(method, new URL(request.url!, this.url), text);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((done) => this.#server!.listen(0, '127.0.0.1', done));
    return this;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.#server!.close(() => done()));
  }

  add(body: string, user = { login: 'someone', type: 'User' }, association = 'NONE'): void {
    this.comments.push({ id: 1000 + this.comments.length, body, user, author_association: association });
  }

  #answer(method: string, url: URL, text: string): [number, unknown] {
    const { refuse } = this;
    if (refuse && (refuse.method === undefined || refuse.method === method))
      return [refuse.status, { message: refuse.message, documentation_url: 'https://docs.github.com/rest' }];
    const path = url.pathname;
    const bot = { login: 'github-actions[bot]', type: 'Bot' };
    if (method === 'GET' && path === '/repos/acme/site/issues/7/comments') {
      const [size, page] = ['per_page', 'page'].map((name) => Number(url.searchParams.get(name)));
      return [200, this.comments.slice((page! - 1) * size!, page! * size!)];
    }
    if (method === 'POST' && path === '/repos/acme/site/issues/7/comments') {
      this.add((JSON.parse(text) as { body: string }).body, bot, 'CONTRIBUTOR');
      return [201, this.comments.at(-1)];
    }
    const id = /^\/repos\/acme\/site\/issues\/comments\/(\d+)$/.exec(path)?.[1];
    const comment = this.comments.find((c) => c.id === Number(id));
    if (method === 'PATCH' && comment) {
      comment.body = (JSON.parse(text) as { body: string }).body;
      return [200, comment];
    }
    return [404, { message: 'Not Found' }];
  }
}
