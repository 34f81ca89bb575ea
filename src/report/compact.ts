import { printable } from './escape.ts';
import type { Reporter } from './reporter.ts';
import { wordsOf } from './words.ts';

/** One line per finding: `path:line:col: severity rule message`, as editors and grep like it. */
export const compact: Reporter = function* (report, context) {
  const words = wordsOf(context.locale);
  for (const { path, findings } of report.documents)
    for (const f of findings) {
      const { line, column } = f.position.start;
      yield `${printable(path)}:${line}:${column}: ${words.severity[f.severity]} ${f.rule} ${printable(f.message).replace(/\s+/g, ' ')}\n`;
    }
};
