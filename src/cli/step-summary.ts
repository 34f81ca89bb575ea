import { appendFile } from 'node:fs/promises';
import { isRolledUp } from '../report/github.ts';
import { markdown } from '../report/markdown.ts';
import type { RenderContext } from '../report/reporter.ts';
import type { Report } from '../report/types.ts';
import { wordsOf } from '../report/words.ts';
import type { Io } from './io.ts';

/** GitHub takes 1 MiB a step and drops the whole summary when it is over. */
const MOST_BYTES = 900_000;

/** Where annotations were rolled up, lists everything in the job's summary. */
export async function listRolledUp(env: Io['env'], report: Report, context: RenderContext): Promise<void> {
  if (!isRolledUp(report)) return;
  const { more } = wordsOf(context.locale);
  await writeStepSummary(env, [...markdown(report, context)].join(''), (lines) => `… ${more(lines)}`);
}

/** Appends to the summary of the job, where there is one; `more` tells how many lines were left out. Never fails the run. */
export async function writeStepSummary(env: Io['env'], text: string, more: (lines: number) => string): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file) await appendFile(file, `${fitLines(text, MOST_BYTES, more)}\n`).catch(() => undefined);
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
