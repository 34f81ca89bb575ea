import type { DiffReporter } from './reporter.ts';

/** The changelog as it is; `--level` leaves changes out, the summary counts all. */
export const json: DiffReporter = function* ({ changelog, shown }) {
  yield `${JSON.stringify({ ...changelog, changes: shown })}\n`;
};
