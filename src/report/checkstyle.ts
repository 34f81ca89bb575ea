import { attributes } from './escape.ts';
import type { Reporter } from './reporter.ts';

/** Checkstyle XML, as Jenkins and many others read it. */
export const checkstyle: Reporter = function* (report, context) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  for (const { path, findings } of report.documents) {
    yield `  <file${attributes({ name: context.relative(path) })}>\n`;
    for (const f of findings) {
      const { line, column } = f.position.start;
      yield `    <error${attributes({ line, column, severity: f.severity, message: f.message, source: `policylint.${f.rule}` })}/>\n`;
    }
    yield '  </file>\n';
  }
  yield '</checkstyle>\n';
};
