import type { Severity } from '../packs/types.ts';
import { allFindings } from './order.ts';
import type { Reporter } from './reporter.ts';

const SEVERITIES: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab code quality: an array even when it is empty, fingerprints unique or the findings show as one. */
export const gitlab: Reporter = function* (report, context) {
  const seen = new Map<string, number>();
  let first = true;
  yield '[';
  for (const { path, finding } of allFindings(report)) {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    const { start, end } = finding.position;
    const issue = {
      // GitLab does not show check_name.
      description: `${finding.rule}: ${finding.message}`,
      check_name: finding.rule,
      fingerprint: count === 1 ? finding.fingerprint : `${finding.fingerprint}-${count}`,
      severity: SEVERITIES[finding.severity],
      location: { path: context.relative(path), lines: { begin: start.line, end: end.line } },
    };
    yield `${first ? '\n' : ',\n'}${JSON.stringify(issue)}`;
    first = false;
  }
  yield first ? ']\n' : '\n]\n';
};
