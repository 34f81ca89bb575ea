import { createReadStream, readFileSync, statSync } from 'node:fs';
import { UnreadableError } from '../document/encoding.ts';
import type { ReadOptions } from '../document/read.ts';
import { readBytes } from '../document/read-bytes.ts';
import type { Document } from '../document/types.ts';
import { causeOf, UserError } from '../errors.ts';
import type { Input } from './inputs.ts';
import { readAll } from './io.ts';

export const MEGABYTE = 1_000_000;

/** Bytes of a file, or what came in on standard input; throws a `UserError` with the cause when it cannot. */
export async function bytesOf({ path, file, bytes, text }: Input, maxMegabytes: number): Promise<Uint8Array> {
  const given = bytes ?? (text === undefined ? undefined : new TextEncoder().encode(text));
  if (given) checkSize(given.length, path, maxMegabytes);
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
    checkSize(stats.size, shown, maxMegabytes);
    if (stats.isFile()) return readFileSync(absolute);
    if (!stats.isFIFO() && !stats.isSocket()) throw new UserError(`${shown}: is not a file`);
    // A pipe tells no size beforehand.
    const bytes = await readAll(createReadStream(absolute), maxMegabytes * MEGABYTE);
    checkSize(bytes.length, shown, maxMegabytes);
    return bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: ${causeOf(error)}`);
  }
}

function checkSize(size: number, shown: string, maxMegabytes: number): void {
  if (size > maxMegabytes * MEGABYTE)
    throw new UserError(
      `${shown}: ${Math.ceil(size / MEGABYTE)} MB is over the limit of ${maxMegabytes} MB (--max-size raises it)`,
    );
}
