import { VERSION } from '../version.ts';
import type { DocumentReport, Report } from './types.ts';
import type { Words } from './words.ts';

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

/** `2 problems (1 error, 1 warning, 3 suppressed) in 4 files`, or that there are none. */
export function countsLine({ documents, summary: s }: Report, words: Words): string {
  const total = s.errors + s.warnings + s.infos;
  const files = words.files(documents.length);
  const suppressed = s.suppressed > 0 ? [words.suppressed(s.suppressed)] : [];
  if (total === 0) return [words.clean(files), ...suppressed].join(', ');
  const counts = [
    ...(s.errors > 0 ? [words.errors(s.errors)] : []),
    ...(s.warnings > 0 ? [words.warnings(s.warnings)] : []),
    ...(s.infos > 0 ? [words.infos(s.infos)] : []),
    ...suppressed,
  ];
  return `${words.problems(total)} (${counts.join(', ')}) ${words.inFiles(files)}`;
}
