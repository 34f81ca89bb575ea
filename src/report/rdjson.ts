import type { Point } from '../document/types.ts';
import { allFindings } from './order.ts';
import type { Reporter } from './reporter.ts';

/** reviewdog: columns are 1-based UTF-8 bytes, ends are exclusive. */
export const rdjson: Reporter = function* (report, context) {
  yield `{"source":${JSON.stringify({ name: report.tool.name })},"diagnostics":[`;
  let first = true;
  for (const { path, finding } of allFindings(report)) {
    const point = (p: Point) => ({ line: p.line, column: context.byteColumn(path, p) });
    const { start, end } = finding.position;
    const url = finding.citations.find((c) => c.url)?.url;
    const diagnostic = {
      message: [finding.message, finding.help].filter(Boolean).join(' '),
      location: { path: context.relative(path), range: { start: point(start), end: point(end) } },
      severity: finding.severity.toUpperCase(),
      code: { value: finding.rule, ...(url && { url }) },
    };
    yield `${first ? '\n' : ',\n'}${JSON.stringify(diagnostic)}`;
    first = false;
  }
  yield ']}\n';
};
