/** Where a command writes. `write` may answer with a promise when the other side is slow: wait for it. */
export interface Output {
  write(text: string): void | Promise<void>;
  isTTY: boolean;
  columns?: number;
}

/** Everything of the outside world a command may touch beside files. Tests bring their own. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdinIsTTY: boolean;
  stdout: Output;
  stderr: Output;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}

/** All bytes; of more than `limit` only as many as show that they are too many. */
export async function readAll(stdin: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/**
 * Lines as they come, without their ends; one longer than `limit` characters is undefined. Memory holds one line and
 * one chunk.
 */
export function readLines(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<string, void>;
export function readLines(stdin: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string | undefined, void>;
export async function* readLines(stdin: AsyncIterable<Uint8Array>, limit = Infinity) {
  for await (const line of rawLines(stdin, limit, new TextDecoder())) yield line?.replace(/\r$/, '');
}

/** Lines that, each with one byte for its end, add up to the bytes that were read. */
export function readExactLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  return rawLines(bytes, Infinity, new TextDecoder('utf-8', { ignoreBOM: true })) as AsyncGenerator<string, void>;
}

async function* rawLines(bytes: AsyncIterable<Uint8Array>, limit: number, decoder: TextDecoder) {
  // Pieces are joined once a line: to join with every chunk would be quadratic in a long line.
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    length += piece.length;
    if (length > limit) pieces = [];
    else if (piece !== '') pieces.push(piece);
  };
  const take = (): string | undefined => {
    const line = length > limit ? undefined : pieces.join('');
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [i, piece] of lines.entries()) {
      if (i > 0) yield take();
      add(piece);
    }
  }
  add(decoder.decode());
  if (length > 0) yield take();
}
