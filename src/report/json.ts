import type { Reporter } from './reporter.ts';

/** The report as it is, one document at a time so that no single string holds them all. */
export const json: Reporter = function* (report) {
  yield `{"version":${report.version},"tool":${JSON.stringify(report.tool)},"documents":[`;
  for (const [i, document] of report.documents.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(document)}`;
  yield `],\n"summary":${JSON.stringify(report.summary)}}\n`;
};
