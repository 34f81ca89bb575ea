import { writeSync } from 'node:fs';
import { causeOf } from '../errors.ts';
import type { Io, Output } from './io.ts';

/**
 * The real process. Writing waits for the other side, so memory stays bounded; a closed pipe (`| head`) ends quietly.
 * Streams are opened when they are used: each costs Node's modules for what is behind it.
 */
export function processIo(): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    get stdinIsTTY() {
      return process.stdin.isTTY === true;
    },
    stdout: new ProcessOutput(() => process.stdout),
    stderr: new ProcessOutput(() => process.stderr),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
  };
}

/** Whether all that was written to the real process has left it. */
export function isWritten(): boolean {
  return outputs.every((output) => output.isWritten);
}

const outputs: ProcessOutput[] = [];

class ProcessOutput implements Output {
  #opened: NodeJS.WriteStream | undefined;
  #closed = false;
  /** Goes on with what waits for the other side. */
  #resume: (() => void) | undefined;

  constructor(private readonly open: () => NodeJS.WriteStream) {
    outputs.push(this);
  }

  get isWritten(): boolean {
    return !this.#opened || this.#opened.writableLength === 0;
  }

  write(text: string): void | Promise<void> {
    if (this.#closed || this.#stream.write(text)) return;
    return new Promise((resolve) => {
      const before = this.#resume;
      this.#resume = () => {
        before?.();
        resolve();
      };
    });
  }

  get isTTY(): boolean {
    return this.#stream.isTTY === true;
  }

  get columns(): number {
    return this.#stream.columns;
  }

  get #stream(): NodeJS.WriteStream {
    if (this.#opened) return this.#opened;
    const stream = this.open();
    const resume = () => {
      const waiting = this.#resume;
      this.#resume = undefined;
      waiting?.();
    };
    stream.on('drain', resume);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') giveUp(error);
      this.#closed = true;
      resume();
    });
    this.#opened = stream;
    return stream;
  }
}

/** What cannot be written (a full disk) would be lost: nothing that comes later mends it. */
function giveUp(error: Error): never {
  try {
    writeSync(2, `policylint: cannot write to standard output: ${causeOf(error)}\n`);
  } catch {
    // Standard error is what cannot be written.
  }
  process.exit(2);
}
