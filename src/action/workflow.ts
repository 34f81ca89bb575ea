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

/** GitHub drops a summary over 1 MiB as a whole. */
export const SUMMARY_BYTES = 900_000;
/** GitHub takes 65,536 characters in a comment. */
export const COMMENT_BYTES = 60_000;

/** Appends to the summary of the job. Never fails the run. */
export async function writeSummary(env: Env, markdown: string): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, `${markdown}\n`).catch(() => undefined);
}

/** Whole lines up to a limit in UTF-8 bytes; `more` tells how many were left out. */
export function fitLines(markdown: string, limit: number, more: (lines: number) => string): string {
  if (Buffer.byteLength(markdown) <= limit) return markdown;
  const lines = markdown.split('\n');
  let bytes = Buffer.byteLength(more(lines.length)) + 2;
  let kept = 0;
  while (kept < lines.length && (bytes += Buffer.byteLength(lines[kept]!) + 1) <= limit) kept++;
  return `${lines.slice(0, kept).join('\n')}\n\n${more(lines.length - kept)}`;
}
