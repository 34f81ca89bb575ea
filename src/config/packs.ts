import { join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { builtinPacks } from '../packs/builtin.ts';
import type { Packs } from '../packs/types.ts';
import { ruleIds } from '../rules/directives.ts';
import { didYouMean } from '../text/nearest.ts';
import type { RuleOrigins } from './load.ts';
import type { ResolvedConfig } from './types.ts';
import type { LoadPacks } from './user-packs.ts';

const layered = new WeakMap<ResolvedConfig, Promise<LoadPacks>>();

/** The packs a configuration asks for: the built-in ones, with users' packs and the rules of plugins laid over them. */
export async function packsOf(config: ResolvedConfig, languages: readonly string[]): Promise<Packs> {
  let load = layered.get(config);
  if (!load) layered.set(config, (load = loaderOf(config)));
  const packs = await (await load)(languages);
  const own = config.plugins.flatMap((plugin) => plugin.rules ?? []);
  if (own.length === 0) return packs;
  const rules = {
    ...packs.rules,
    defects: { ...packs.rules.defects, ...Object.fromEntries(own.map((rule) => [rule.id, rule])) },
  };
  return { ...packs, rules };
}

async function loaderOf({ packs, folder, sources }: ResolvedConfig): Promise<LoadPacks> {
  if (packs.length === 0) return builtinPacks;
  const { loadPackFolder, packsWithFolders } = await import('./user-packs.ts');
  const loaded = [];
  for (const path of packs) {
    const pack = await loadPackFolder(path, relative(folder, path) || path);
    sources.push(...[...pack.read.texts.keys()].map((file) => join(path, file)));
    loaded.push(pack);
  }
  const all = await packsWithFolders(loaded);
  return (languages) => all.load(languages);
}

/** Throws for a rule, family or law that no pack has, with the place it is named and the nearest match. */
export async function checkNames(
  config: ResolvedConfig,
  shown: string,
  origins: RuleOrigins,
  packs: Packs,
): Promise<void> {
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
      throw new UserError(`${shown}: unknown law ${law}${didYouMean(law, laws)} (laws: ${laws.join(', ')}, auto)`);
}
