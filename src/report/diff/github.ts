import { command } from '../github-commands.ts';
import { LEVELS, type DiffReporter } from './reporter.ts';
import { text } from './text.ts';

/** Annotations GitHub shows of each kind per step. */
const MAX_OF_A_KIND = 10;
const NAMES = { material: 'error', substantive: 'warning', editorial: 'notice' } as const;

/** Annotations on the lines of the revision (a host shows no other), and everything as text in a group. */
export const github: DiffReporter = function* (report, context) {
  const { changelog, shown } = report;
  const file = context.relative(changelog.revision.path);
  for (const level of LEVELS) {
    const changes = shown.filter((change) => change.level === level);
    for (const change of changes.slice(0, MAX_OF_A_KIND)) {
      const at = change.revision?.position;
      const oneLine = at && at.start.line === at.end.line;
      const cite = change.citations.map((c) => c.cite).join(', ');
      yield command(
        NAMES[level],
        {
          file,
          line: at?.start.line,
          endLine: at?.end.line,
          col: oneLine ? at.start.column : undefined,
          endColumn: oneLine ? at.end.column : undefined,
          title: `policylint ${change.id}`,
        },
        cite ? `${change.summary} (${cite})` : change.summary,
      );
    }
  }
  yield '::group::policylint diff\n';
  // Words of a policy could begin with `::`; nothing of them may become a command.
  const stop =
    changelog.changes
      .map((c) => c.fingerprint)
      .join('')
      .slice(0, 32) || 'policylint-no-changes';
  yield `::stop-commands::${stop}\n`;
  yield* text(report, context);
  yield `::${stop}::\n::endgroup::\n`;
};
