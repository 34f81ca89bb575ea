import { appendFile } from 'node:fs/promises';
import { isRolledUp } from '../report/github.ts';
import { markdown } from '../report/markdown.ts';
import type { RenderContext } from '../report/reporter.ts';
import type { Report } from '../report/types.ts';
import { wordsOf } from '../report/words.ts';

/** GitHub takes 1 MiB a step and drops the whole summary when it is over. */
const MOST_BYTES = 900_000;

/** Where annotations were rolled up, lists everything in the job's summary. Never fails the run. */
export async function writeStepSummary(file: string, report: Report, context: RenderContext): Promise<void> {
  if (!isRolledUp(report)) return;
  let text = '';
  let bytes = 0;
  let left = 0;
  for (const piece of markdown(report, context)) {
    bytes += Buffer.byteLength(piece);
    if (bytes > MOST_BYTES) left++;
    else text += piece;
  }
  if (left > 0) text += `\n… ${wordsOf(context.locale).more(left)}\n`;
  await appendFile(file, `${text}\n`).catch(() => undefined);
}
