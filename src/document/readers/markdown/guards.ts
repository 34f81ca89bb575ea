import type { ReadProblem } from '../../types.ts';

/** What the parser is given at most in one go; longer pieces are cut at safe places before. */
const MAX_LENGTH = 200_000;
/** Columns of indentation, and quote marks, a line may begin with: the parser's cost grows with depth × size. */
const MAX_DEPTH = 100;
/** Characters that may begin markup, in one run of lines without a blank one. */
const MAX_MARKS = 4_000;
const MAX_BRACKETS = 1_500;
const MAX_TICK_RUNS = 300;
const MAX_LINES = 3_000;

/**
 * Why the parser must not read `[start, end)`: its cost is quadratic, or worse, in depth, in runs of brackets and
 * backticks that nothing closes, and in long tables. Linear itself.
 */
export function stopped(source: string, start: number, end: number): Pick<ReadProblem, 'id' | 'detail'> | undefined {
  if (end - start > MAX_LENGTH) return { id: 'too-large', detail: `${end - start} characters without a place to cut` };
  let marks = 0;
  let brackets = 0;
  let tickRuns = 0;
  let lines = 0;
  let lineStart = true;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || code === 13) {
      if (lineStart) marks = brackets = tickRuns = lines = 0;
      lineStart = true;
      depth = 0;
      if (++lines > MAX_LINES)
        return { id: 'too-long-run', detail: `more than ${MAX_LINES} lines without a blank one` };
      continue;
    }
    if (lineStart) {
      if (code === 32 || code === 62 || (isBullet(code) && source.charCodeAt(i + 1) === 32)) depth++;
      else if (code === 9) depth += 4;
      else lineStart = false;
      if (depth > MAX_DEPTH) return { id: 'too-deep', detail: `nested deeper than ${MAX_DEPTH} columns` };
    }
    if (code === 91 || code === 93) brackets++;
    else if (code === 96 && source.charCodeAt(i - 1) !== 96) tickRuns++;
    else if (code === 42 || code === 95 || code === 60 || code === 38 || code === 92 || code === 126) marks++;
    else continue;
    if (brackets > MAX_BRACKETS)
      return { id: 'too-long-run', detail: `more than ${MAX_BRACKETS} brackets in one block` };
    if (tickRuns > MAX_TICK_RUNS)
      return { id: 'too-long-run', detail: `more than ${MAX_TICK_RUNS} runs of backticks in one block` };
    if (marks > MAX_MARKS) return { id: 'too-long-run', detail: `more than ${MAX_MARKS} marks in one block` };
  }
  return undefined;
}

function isBullet(code: number): boolean {
  return code === 45 || code === 42 || code === 43;
}
