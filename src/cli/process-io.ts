import type { Io, Output } from './io.ts';

/** The real process. Writing waits for the other side, so memory stays bounded; a closed pipe (`| head`) ends quietly. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdinIsTTY: process.stdin.isTTY === true,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    write(text) {
      if (closed || stream.write(text)) return;
      return new Promise((resolve) => {
        stream.once('drain', resolve);
        stream.once('error', () => resolve());
      });
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}
