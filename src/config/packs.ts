import { UserError } from '../errors.ts';
import { builtinPacks } from '../packs/builtin.ts';
import type { Packs } from '../packs/types.ts';
import { ruleIds } from '../rules/directives.ts';
import { didYouMean } from './nearest.ts';
import type { RuleOrigins } from './load.ts';
import type { ResolvedConfig } from './types.ts';

/** The packs a configuration asks for: the built-in ones, with users' packs and the rules of plugins laid over them. */
export async function packsOf(config: ResolvedConfig, languages: readonly string[]): Promise<Packs> {
  const packs = await builtinPacks(languages);
  const own = config.plugins.flatMap((plugin) => plugin.rules ?? []);
  if (own.length === 0) return packs;
  const rules = {
    ...packs.rules,
    defects: { ...packs.rules.defects, ...Object.fromEntries(own.map((rule) => [rule.id, rule])) },
  };
  return { ...packs, rules };
}

/** Throws for a rule, family or law that no pack has, with the place it is named and the nearest match. */
export async function checkNames(config: ResolvedConfig, origins: RuleOrigins, packs: Packs): Promise<void> {
  const ids = [...ruleIds(packs.rules)];
  const families = [...new Set(ids.map((id) => `${id.split('/')[0]}/*`))];
  for (const [rule, { file, locate, path }] of origins) {
    if (ids.includes(rule) || families.includes(rule)) continue;
    const at = (await locate())(path, true);
    const place = `${file}${at ? `:${at.line}:${at.column}` : ''}`;
    throw new UserError(`${place}: unknown rule ${rule}${didYouMean(rule, [...ids, ...families])}`);
  }
  const laws = Object.keys(packs.rules.laws);
  for (const law of [config.laws ?? [], ...config.overrides.map((o) => o.laws ?? [])].flat())
    if (law !== 'auto' && !laws.includes(law))
      throw new UserError(
        `${config.path}: unknown law ${law}${didYouMean(law, laws)} (laws: ${laws.join(', ')}, auto)`,
      );
}
