import { open } from 'node:fs/promises';
import { formatOf, readDocument } from '../document/read.ts';
import type { Document } from '../document/types.ts';
import { UserError } from '../errors.ts';
import type { Input } from './inputs.ts';

const MEGABYTE = 1_000_000;
export const DEFAULT_MAX_MEGABYTES = 20;

/** Reads a file, or what came in on standard input; throws a `UserError` with the cause when it cannot. */
export async function readInput({ path, file, bytes }: Input, maxMegabytes: number): Promise<Document> {
  if (bytes) checkSize(bytes, path, maxMegabytes);
  const text = decode(bytes ?? (await readFileBytes(file!, path, maxMegabytes)), path);
  return readDocument(path, path === '-' ? 'markdown' : (formatOf(path) ?? 'text'), text);
}

/** Bytes of a file, or a clear word on why not. */
async function readFileBytes(absolute: string, shown: string, maxMegabytes: number): Promise<Uint8Array> {
  let handle;
  try {
    handle = await open(absolute, 'r');
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new UserError(`${shown}: is a folder`);
    if (stats.size > maxMegabytes * MEGABYTE) throw tooLarge(shown, stats.size, maxMegabytes);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: ${causeOf(error)}`);
  } finally {
    await handle?.close();
  }
}

function checkSize(bytes: Uint8Array, shown: string, maxMegabytes: number): void {
  if (bytes.length > maxMegabytes * MEGABYTE) throw tooLarge(shown, bytes.length, maxMegabytes);
}

function tooLarge(shown: string, size: number, maxMegabytes: number): UserError {
  return new UserError(
    `${shown}: ${Math.ceil(size / MEGABYTE)} MB is over the limit of ${maxMegabytes} MB (--max-size raises it)`,
  );
}

const CAUSES: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
};

/** What went wrong with a file, without the path and the jargon of the system. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return CAUSES[code ?? ''] ?? message;
}

/** Text of a file: UTF-8, UTF-16 with a mark, else a Windows code page. */
function decode(bytes: Uint8Array, shown: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) throw new UserError(`${shown}: is a binary file, not a policy`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254', { ignoreBOM: true }).decode(bytes);
  }
}
