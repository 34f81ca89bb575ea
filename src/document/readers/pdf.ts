import { UnreadableError } from '../encoding.ts';
import type { ReadResult } from '../types.ts';

export async function readPdf(_bytes: Uint8Array): Promise<{ source: string } & ReadResult> {
  throw new UnreadableError('This version does not read pdf files yet.');
}
