import yargsParser from 'yargs-parser';
import { UserError } from '../errors.ts';
import { didYouMean } from '../text/nearest.ts';
import type { CommandName } from './command-names.ts';
import { OPTIONS, optionsOf } from './options.ts';

/** Parsed command line: option values by their name in the table, and what is not an option. */
export interface Args {
  positionals: string[];
  flag(name: string): boolean | undefined;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): string[];
  /** True for `--no-NAME`. */
  refused(name: string): boolean;
}

const names = (...types: string[]) => OPTIONS.filter((o) => types.includes(o.type)).map((o) => o.name);
const valued = names('string', 'number', 'list');

/** Parses without judging; `checkArgs` judges once the command is known. */
export function parseArgs(argv: readonly string[]): Args & { raw: Record<string, unknown>; error: string | undefined } {
  const parsed = yargsParser.detailed([...argv], {
    alias: Object.fromEntries(OPTIONS.filter((o) => o.alias).map((o) => [o.name, o.alias!])),
    boolean: names('boolean'),
    string: valued,
    narg: Object.fromEntries(valued.map((name) => [name, 1])),
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
      'short-option-groups': false,
    },
  });
  const { _: positionals, ...raw } = parsed.argv as { _: (string | number)[] } & Record<string, unknown>;
  const last = (name: string) => {
    const value = raw[name];
    return Array.isArray(value) ? (value as unknown[]).at(-1) : value;
  };
  return {
    positionals: positionals.map(String),
    raw,
    error: parsed.error?.message,
    flag: (name) => last(name) as boolean | undefined,
    text: (name) => (typeof last(name) === 'string' ? (last(name) as string) : undefined),
    number: (name) => (typeof last(name) === 'string' ? Number(last(name)) : undefined),
    list: (name) => [raw[name] ?? []].flat().filter((v) => typeof v === 'string'),
    refused: (name) => last(name) === false,
  };
}

/** Throws for what the command does not know: options, values, missing values. */
export async function checkArgs(args: ReturnType<typeof parseArgs>, command: CommandName): Promise<void> {
  const known = optionsOf(command);
  for (const [name, value] of Object.entries(args.raw)) {
    const option = known.find((o) => o.name === name);
    const shown = dashed(name);
    if (!option) {
      const elsewhere = OPTIONS.find((o) => o.name === name);
      if (elsewhere) throw new UserError(`${command} has no option ${shown} (${whose(elsewhere.commands)} has)`);
      throw new UserError(
        `unknown option ${shown}${didYouMean(
          shown,
          known.map((o) => `--${o.name}`),
        )}`,
      );
    }
    for (const one of [value].flat()) {
      if (option.type !== 'boolean' && (one === '' || one === undefined || one === true))
        throw new UserError(`option ${shown} needs a value`);
      if (option.type === 'number' && !(typeof one === 'string' && /^\d+(\.\d+)?$/.test(one)))
        throw new UserError(`option ${shown} needs a number, not ${JSON.stringify(one)}`);
      if (option.choices && typeof one === 'string' && !option.choices.includes(one))
        throw new UserError(`option ${shown} is one of ${option.choices.join(', ')}, not ${JSON.stringify(one)}`);
    }
  }
  const missing = /Not enough arguments following: (\S+)/.exec(args.error ?? '');
  if (missing) throw new UserError(`option ${dashed(missing[1]!)} needs a value`);
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function whose(commands: readonly CommandName[] | 'all'): string {
  return commands === 'all' ? 'every command' : commands.join(', ');
}
