import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { command } from '../report/github-commands.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** An annotation on the run itself, not on a file. */
export function message(kind: 'error' | 'warning' | 'notice', text: string): string {
  return command(kind, { title: 'policylint' }, text);
}

/** Writes outputs of the step. The delimiter cannot be guessed, so no value can write another output. */
export async function writeOutputs(env: Env, values: Record<string, string | number>): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  const lines = Object.entries(values).map(([name, value]) => {
    const end = `policylint-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  await appendFile(env.GITHUB_OUTPUT, lines.join(''));
}

/** GitHub takes 65,536 characters in a comment. */
export const COMMENT_BYTES = 60_000;
