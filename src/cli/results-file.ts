import { createReadStream } from 'node:fs';
import { appendFile, open, truncate } from 'node:fs/promises';
import { causeOf, UserError } from '../errors.ts';
import { statOf } from './files.ts';
import { readExactLines } from './io.ts';

/** Reads what an interrupted run wrote, line by line, and cuts off the line it was in the middle of. */
export async function earlierLines(file: string, shown: string, onLine: (value: unknown) => void): Promise<void> {
  const stats = statOf(file);
  if (!stats) return;
  if (!stats.isFile()) throw new UserError(`${shown}: is not a file`);
  let whole = 0;
  let number = 0;
  let broken: number | undefined;
  for await (const line of readExactLines(createReadStream(file))) {
    number++;
    if (broken !== undefined) break;
    const value = jsonObject(line);
    if (value === undefined) {
      broken = number;
      continue;
    }
    onLine(value);
    whole += Buffer.byteLength(line) + 1;
  }
  if (broken !== undefined && broken < number) throw new UserError(`${shown}:${broken}: not a line of json-lines`);
  const { size } = statOf(file)!;
  if (whole < size) await truncate(file, whole);
  else if (whole > size) await appendFile(file, '\n');
}

function jsonObject(line: string): unknown {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Appends to a file; memory holds one line. */
export async function appender(file: string, shown: string, append: boolean) {
  try {
    const handle = await open(file, append ? 'a' : 'w');
    return {
      write: async (text: string) => handle.appendFile(text),
      close: () => handle.close(),
    };
  } catch (error) {
    throw new UserError(`cannot write ${shown}: ${causeOf(error)}`);
  }
}
