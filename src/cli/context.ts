import type { Locale } from '../rules/engine.ts';
import type { Io } from './io.ts';

/** What every command is given beside its arguments. */
export interface Context {
  io: Io;
  locale: Locale;
  debug: boolean;
}

/** The language of messages: what was asked for, else the environment's, as gettext reads it; English when in doubt. */
export function localeOf(asked: string | undefined, env: Io['env']): Locale {
  const wanted = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^tr\b|^tr_/i.test(wanted) ? 'tr' : 'en';
}
