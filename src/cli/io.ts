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

export async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** Lines of standard input as they come, without their ends; memory holds one line and one chunk. */
export async function* readLines(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stdin) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
