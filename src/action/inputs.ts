import { didYouMean } from '../text/nearest.ts';
import { UserError } from '../errors.ts';
import type { Level } from '../diff/types.ts';
import type { Locale } from '../rules/engine.ts';

export type FailOn = 'error' | 'warning' | 'note' | 'never';
export type FailOnChange = 'material' | 'substantive' | 'any' | 'never';

/** The action's inputs as `action.yml` names them. */
export interface Inputs {
  /** Globs, one a line; empty: the configuration's `files`, else the built-in ones. */
  files: string[];
  law: string;
  locale: Locale | undefined;
  config: string;
  failOn: FailOn;
  failOnChange: FailOnChange;
  changeLevel: Level;
  comment: boolean;
  /** Tells the comments of several runs on one pull request apart. */
  commentKey: string;
  token: string;
  /** Further options of `policylint lint`. */
  args: string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the inputs from the environment; throws a `UserError` that names the input. */
export function inputsOf(env: Env): Inputs {
  // The runner keeps hyphens: INPUT_FAIL-ON.
  const text = (name: string) => (env[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`] ?? '').trim();
  const key = text('comment-key') || 'policylint';
  if (!/^[\w.-]{1,100}$/.test(key)) throw new UserError('input comment-key takes letters, digits and . _ - only');
  return {
    files: text('files')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
    law: text('law'),
    locale: text('locale') === '' ? undefined : oneOf('locale', text('locale'), ['en', 'tr']),
    config: text('config'),
    failOn: oneOf('fail-on', text('fail-on') || 'error', ['error', 'warning', 'note', 'never']),
    failOnChange: oneOf('fail-on-change', text('fail-on-change') || 'never', [
      'material',
      'substantive',
      'any',
      'never',
    ]),
    changeLevel: oneOf('change-level', text('change-level') || 'substantive', ['material', 'substantive', 'editorial']),
    comment: oneOf('comment', text('comment').toLowerCase() || 'true', ['true', 'false']) === 'true',
    commentKey: key,
    token: text('token'),
    args: words(text('args')),
  };
}

function oneOf<const T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UserError(
    `input ${name} is one of ${known.join(', ')}, not ${JSON.stringify(value)}${didYouMean(value, known)}`,
  );
}

/** Words of a line, with '…' and "…" around those that hold blanks. Nothing is expanded: no shell sees them. */
function words(line: string): string[] {
  const found = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const plain = found.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ''));
  if (line.replace(/"[^"]*"|'[^']*'/g, '').match(/["']/)) throw new UserError('input args has a quote without its end');
  return plain;
}
