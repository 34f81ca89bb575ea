import type { RedlineRow } from '../../diff/redline.ts';
import type { Change, Changelog, Level } from '../../diff/types.ts';
import type { RenderContext } from '../reporter.ts';

/** What a format of the changelog is given: the changes that are shown, and the redline when it asks for it. */
export interface DiffReport {
  changelog: Changelog;
  /** The changes at the asked level and above, heaviest first. */
  shown: readonly Change[];
  level: Level;
  redline(): RedlineRow[];
}

/** A format: a changelog in, pieces of text out. Pure. */
export type DiffReporter = (report: DiffReport, context: RenderContext) => Iterable<string>;

export const LEVELS: readonly Level[] = ['material', 'substantive', 'editorial'];

/** Changes of a level and above. */
export function atLeast(changes: readonly Change[], level: Level): Change[] {
  const limit = LEVELS.indexOf(level);
  return changes.filter((change) => LEVELS.indexOf(change.level) <= limit);
}
