import { attributes, escapeHtml } from './escape.ts';
import type { Reporter } from './reporter.ts';
import type { DocumentReport, Finding } from './types.ts';

/** JUnit XML: a suite per file, a case per finding; a clean file is a case that passes, so that it shows. */
export const junit: Reporter = function* (report, context) {
  const failures = report.documents.reduce((n, { findings }) => n + failed(findings), 0);
  const tests = report.documents.reduce((n, { findings }) => n + Math.max(1, findings.length), 0);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'policylint', tests, failures, errors: 0 })}>\n`;
  for (const document of report.documents) yield* suite(document, context.relative(document.path));
  yield '</testsuites>\n';
};

function* suite({ findings }: DocumentReport, file: string): Iterable<string> {
  const tests = Math.max(1, findings.length);
  yield `  <testsuite${attributes({ name: file, tests, failures: failed(findings), errors: 0 })}>\n`;
  if (findings.length === 0) yield `    <testcase${attributes({ name: 'policylint', classname: file, file })}/>\n`;
  for (const f of findings) {
    const { line, column } = f.position.start;
    yield `    <testcase${attributes({ name: `${f.rule} (${line}:${column})`, classname: file, file, line })}>\n`;
    const text = [f.message, f.help, f.citations.map((c) => c.cite).join(', '), `${file}:${line}:${column}`];
    const body = escapeHtml(text.filter(Boolean).join('\n'));
    yield f.severity === 'info'
      ? `      <system-out>${body}</system-out>\n`
      : `      <failure${attributes({ message: f.message, type: f.severity })}>${body}</failure>\n`;
    yield '    </testcase>\n';
  }
  yield '  </testsuite>\n';
}

/** Notes do not fail a build. */
function failed(findings: readonly Finding[]): number {
  return findings.filter((f) => f.severity !== 'info').length;
}
