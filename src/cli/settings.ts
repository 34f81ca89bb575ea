import { resolve } from 'node:path';
import { didYouMean } from '../text/nearest.ts';
import { UserError } from '../errors.ts';
import { builtinPacks } from '../packs/builtin.ts';
import type { Locale } from '../rules/engine.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';

/** What the command line decides for every file. Plain data: it is handed to workers. Undefined: the configuration says. */
export interface Settings {
  cwd: string;
  /** `--config FILE`; false for `--no-config`. */
  config: string | false | undefined;
  laws: readonly string[] | 'auto' | undefined;
  locale: Locale | undefined;
  /** The environment's, where neither the command line nor the configuration names one. */
  fallbackLocale: Locale;
  now: string;
  maxMegabytes: number | undefined;
  parser: 'fast' | 'full' | undefined;
  /** Folder of the cache, absolute; undefined when there is none. */
  cache: string | undefined;
  /** Hand the text back with the result: for formats that count bytes. Such results do not come from the cache. */
  keepSource?: boolean;
}

export async function settingsOf(args: Args, { io, locale }: Context): Promise<Settings> {
  return {
    cwd: io.cwd,
    config: configOption(args, io.env),
    laws: await lawsOf(args.text('law')),
    locale: args.text('locale') as Locale | undefined,
    fallbackLocale: locale,
    now: dayOf(args.text('now'), io.now()),
    maxMegabytes: args.number('max-size'),
    parser: args.text('parser') as Settings['parser'],
    cache: args.flag('cache') ? resolve(io.cwd, args.text('cache-location') ?? '.policylintcache') : undefined,
  };
}

/** `--config FILE`, false for `--no-config`, else POLICYLINT_CONFIG. */
export function configOption(args: Args, env: Context['io']['env']): string | false | undefined {
  return args.refused('config') ? false : (args.text('config') ?? (env.POLICYLINT_CONFIG || undefined));
}

async function lawsOf(text: string | undefined): Promise<Settings['laws']> {
  if (text === undefined || text === 'auto') return text;
  const known = Object.keys((await builtinPacks([])).rules.laws);
  const laws = text.split(',').map((law) => law.trim().toLowerCase());
  for (const law of laws)
    if (!known.includes(law))
      throw new UserError(`unknown law ${law}${didYouMean(law, known)} (laws: ${known.join(', ')}, auto)`);
  return laws;
}

/** Today as `YYYY-MM-DD` in local time, or the day that was asked for. */
export function dayOf(asked: string | undefined, now: Date): string {
  if (asked === undefined)
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  if (!isDay(asked)) throw new UserError(`--now is a day such as 2026-11-24, not ${JSON.stringify(asked)}`);
  return asked;
}

/** Whether a text is `YYYY-MM-DD` and the calendar has that day. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
