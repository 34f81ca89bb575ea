import { VERSION } from '../version.ts';
import type { DocumentReport, Report } from './types.ts';

export function emptyReport(): Report {
  return {
    version: 1,
    tool: { name: 'policylint', version: VERSION },
    documents: [],
    summary: { errors: 0, warnings: 0, infos: 0, suppressed: 0 },
  };
}

/** Counts over all documents. */
export function summarize(documents: readonly DocumentReport[]): Report['summary'] {
  const summary = { errors: 0, warnings: 0, infos: 0, suppressed: 0 };
  for (const document of documents) {
    summary.suppressed += document.suppressed ?? 0;
    for (const { severity } of document.findings)
      summary[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'infos']++;
  }
  return summary;
}
