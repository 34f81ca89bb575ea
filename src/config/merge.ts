import type { ResolvedConfig, RuleSetting } from './types.ts';

/** The defaults, for files no configuration holds for. */
export function defaults(folder: string): ResolvedConfig {
  return { folder, files: [], ignores: [], rules: {}, profile: {}, overrides: [], packs: [], plugins: [], sources: [] };
}

/** Later settings win; a later `family/*` wins over earlier single rules of the family. */
export function mergeRules(
  base: Readonly<Record<string, RuleSetting>>,
  over: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const families = Object.keys(over)
    .filter((rule) => rule.endsWith('/*'))
    .map((rule) => rule.slice(0, -1));
  const kept = Object.entries(base).filter(([rule]) => !families.some((family) => rule.startsWith(family)));
  return { ...Object.fromEntries(kept), ...over };
}

export function lawList(laws: string | readonly string[]): string[] | 'auto' {
  return laws === 'auto' ? 'auto' : [laws].flat().flatMap((law) => law.split(',').map((l) => l.trim()));
}
