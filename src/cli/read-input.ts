import { createReadStream, readFileSync, statSync } from 'node:fs';
import { UnreadableError } from '../document/encoding.ts';
import type { ReadOptions } from '../document/read.ts';
import { readBytes } from '../document/read-bytes.ts';
import type { Document } from '../document/types.ts';
import { causeOf, UserError } from '../errors.ts';
import type { Input } from './inputs.ts';

const MEGABYTE = 1_000_000;
export const DEFAULT_MAX_MEGABYTES = 20;

/** Bytes of a file, or what came in on standard input; throws a `UserError` with the cause when it cannot. */
export async function bytesOf({ path, file, bytes, text }: Input, maxMegabytes: number): Promise<Uint8Array> {
  const given = bytes ?? (text === undefined ? undefined : new TextEncoder().encode(text));
  if (given) checkSize(given, path, maxMegabytes);
  return given ?? (await readFileBytes(file!, path, maxMegabytes));
}

/** Reads bytes into a document; throws a `UserError` with the cause when they hold no text. */
export async function documentOf({ path }: Input, bytes: Uint8Array, options?: ReadOptions): Promise<Document> {
  try {
    return await readBytes(path, bytes, undefined, undefined, options);
  } catch (error) {
    if (error instanceof UnreadableError) throw new UserError(`${path}: ${uncapped(error.message)}`);
    throw error;
  }
}

/** `The file is …` → `the file is …`, as what follows a name and a colon. */
function uncapped(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

/** Bytes of a file, or a clear word on why not. Files are read without waiting: handles cost more than what is in them. */
async function readFileBytes(absolute: string, shown: string, maxMegabytes: number): Promise<Uint8Array> {
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) throw new UserError(`${shown}: is a folder`);
    if (stats.size > maxMegabytes * MEGABYTE) throw tooLarge(shown, stats.size, maxMegabytes);
    if (stats.isFile()) return readFileSync(absolute);
    if (!stats.isFIFO() && !stats.isSocket()) throw new UserError(`${shown}: is not a file`);
    return await readPipe(createReadStream(absolute), shown, maxMegabytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: ${causeOf(error)}`);
  }
}

/** A pipe tells no size beforehand: what is over the limit is noticed as it comes. */
async function readPipe(stream: AsyncIterable<Uint8Array>, shown: string, maxMegabytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxMegabytes * MEGABYTE) throw tooLarge(shown, size, maxMegabytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkSize(bytes: Uint8Array, shown: string, maxMegabytes: number): void {
  if (bytes.length > maxMegabytes * MEGABYTE) throw tooLarge(shown, bytes.length, maxMegabytes);
}

function tooLarge(shown: string, size: number, maxMegabytes: number): UserError {
  return new UserError(
    `${shown}: ${Math.ceil(size / MEGABYTE)} MB is over the limit of ${maxMegabytes} MB (--max-size raises it)`,
  );
}
