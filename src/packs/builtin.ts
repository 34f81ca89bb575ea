import type { CompiledLanguage } from '../text/phrases/types.ts';
import { entities } from './generated/entities.ts';
import { languages as loaders, rules } from './generated/index.ts';
import type { Packs } from './types.ts';

const loaded = new Map<string, CompiledLanguage>();

/** The packs policylint ships, with the given languages loaded; a language without phrases is skipped. */
export async function builtinPacks(languages: readonly string[]): Promise<Packs> {
  await Promise.all(
    languages.map(async (code) => {
      const load = loaders[code];
      if (load && !loaded.has(code)) loaded.set(code, (await load()).default);
    }),
  );
  return { rules: rules(), languages: Object.keys(loaders), language: (code) => loaded.get(code), entities: entities() };
}
