import type { Args } from './args.ts';
import type { Io, Output } from './io.ts';

const WIDTH = 30;
const DELAY = 500;
const PAUSE = 100;
/** Below this a bar tells nothing. */
export const FEW = 10;

/** A bar on a terminal's standard error for runs that take a while; nothing elsewhere. */
export class Progress {
  #done = 0;
  #shown = 0;
  readonly #start = Date.now();

  constructor(
    private readonly output: Output,
    private readonly total: number | undefined,
    private readonly enabled: boolean,
  ) {}

  async step(path: string): Promise<void> {
    this.#done++;
    const now = Date.now();
    if (
      !this.enabled ||
      (this.total !== undefined && this.total < FEW) ||
      now - this.#start < DELAY ||
      now - this.#shown < PAUSE
    )
      return;
    this.#shown = now;
    const { total } = this;
    const filled = total ? Math.round((this.#done / total) * WIDTH) : 0;
    const bar = total ? `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${this.#done}/${total}` : `${this.#done}`;
    const room = Math.max(10, (this.output.columns ?? 80) - bar.length - 3);
    await this.output.write(`\r\u001b[K${bar}  ${path.slice(-room)}`);
  }

  /** Clears the line, before anything else is written and at the end. */
  async clear(): Promise<void> {
    if (this.#shown > 0) await this.output.write('\r\u001b[K');
  }
}

export function wantsProgress(args: Args, { stderr, env }: Io): boolean {
  return stderr.isTTY && args.flag('progress') !== false && !env.CI;
}
