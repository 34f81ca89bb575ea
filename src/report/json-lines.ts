import type { Reporter } from './reporter.ts';

/** One line per document: what streams, and what `--resume` reads back. */
export const jsonLines: Reporter = function* (report) {
  for (const document of report.documents) yield `${JSON.stringify(document)}\n`;
};
