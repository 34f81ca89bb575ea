import type { Reporter } from './reporter.ts';

/** Every format by its name; each loads when it is asked for. */
export const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  'json-lines': async () => (await import('./json-lines.ts')).jsonLines,
  github: async () => (await import('./github.ts')).github,
};
