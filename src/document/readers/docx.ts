import { UnreadableError } from '../encoding.ts';
import type { ReadResult } from '../types.ts';

export async function readDocx(_bytes: Uint8Array): Promise<{ source: string } & ReadResult> {
  throw new UnreadableError('This version does not read docx files yet.');
}
