import type { CompiledLanguage } from '../text/phrases/types.ts';
import { entities } from './generated/entities.ts';
import { languages as loaders } from './generated/languages.ts';
import { rules } from './generated/rules.ts';
import { vocabularies } from './generated/vocabularies.ts';
import type { Packs } from './types.ts';

const loaded = new Map<string, CompiledLanguage>();
const loadedVocabularies = new Map<string, CompiledLanguage>();

/** The packs policylint ships, with the given languages loaded; a language without phrases is skipped. */
export async function builtinPacks(languages: readonly string[]): Promise<Packs> {
  await Promise.all(
    languages.flatMap((code) => [load(code, loaders, loaded), load(code, vocabularies, loadedVocabularies)]),
  );
  return {
    rules: rules(),
    languages: Object.keys(loaders),
    language: (code) => loaded.get(code),
    entities: entities(),
    vocabulary: (code) => loadedVocabularies.get(code),
  };
}

async function load(
  code: string,
  from: Record<string, () => Promise<{ default: CompiledLanguage }>>,
  into: Map<string, CompiledLanguage>,
): Promise<void> {
  if (!into.has(code) && Object.hasOwn(from, code)) into.set(code, (await from[code]!()).default);
}
