import type { DiffReporter } from './reporter.ts';

/** Every format of the changelog by its name; each loads when it is asked for. */
export const DIFF_REPORTERS: Readonly<Record<string, () => Promise<DiffReporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html.ts')).html,
  github: async () => (await import('./github.ts')).github,
};
