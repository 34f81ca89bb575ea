import type { CompiledLanguage } from '../text/phrases/types.ts';
import { PhraseError } from '../text/phrases/parse.ts';
import { buildRules, compiled, joined, languageParts, type LanguageParts, type RuleFiles } from './build.ts';
import { builtinPacks } from './builtin.ts';
import { PackError } from './error.ts';
import { languageParts as builtinParts } from './generated/language-parts.ts';
import { checkFiles } from './validate.ts';
import type { Packs, RulePack } from './types.ts';

/** A user's own rules: checked, ready to be laid over the built-in ones. */
export interface UserPack {
  rules: RulePack;
  languages: ReadonlyMap<string, LanguageParts>;
}

/**
 * Checks a user's rules folder and makes a pack of it. It may hold what the built-in folder holds: concepts, laws,
 * defects, phrases of its own languages and more phrases for the built-in ones. A law or rule with the id of a built-in
 * one replaces it.
 * @param files parsed YAML by path inside the folder (`laws/oz.yaml`, `phrases/en/emeralds.yaml`).
 * @throws PackError naming file and place of the first mistake, with the nearest name that would have been right.
 */
export async function loadUserPack(files: RuleFiles): Promise<UserPack> {
  const [validators, builtin] = await Promise.all([import('./generated/validate.js'), builtinPacks([])]);
  checkFiles(files, validators, builtin.rules);
  const languages = languageParts(files, builtin.languages);
  for (const [language, parts] of languages) {
    const under = await builtinParts[language]?.();
    try {
      compiled(under ? joined({ ...under.default, phrases: [] }, parts) : parts);
    } catch (error) {
      if (error instanceof PhraseError) throw new PackError(`phrases/${language}`, '', error.message);
      throw error;
    }
  }
  return { rules: buildRules(files, builtin.rules), languages };
}

/** The built-in packs with users' packs laid over them, later ones over earlier ones. */
export class PacksWithUsers {
  readonly #compiled = new Map<string, CompiledLanguage>();

  constructor(readonly users: readonly UserPack[]) {}

  /** The packs, with the given languages loaded; what users add to a language is compiled once. */
  async load(languages: readonly string[]): Promise<Packs> {
    const builtin = await builtinPacks(languages);
    await Promise.all([...new Set(languages)].map((language) => this.#compile(language)));
    const all = [builtin.rules, ...this.users.map((user) => user.rules)];
    const own = this.users.flatMap((user) => [...user.languages.keys()]);
    return {
      ...builtin,
      rules: {
        concepts: Object.assign({}, ...all.map((rules) => rules.concepts)),
        laws: Object.assign({}, ...all.map((rules) => rules.laws)),
        defects: Object.assign({}, ...all.map((rules) => rules.defects)),
        acts: Object.assign({}, ...all.map((rules) => rules.acts)),
        sources: Object.assign({}, ...all.map((rules) => rules.sources)),
      },
      languages: [...new Set([...builtin.languages, ...own])],
      language: (code) => this.#compiled.get(code) ?? builtin.language(code),
    };
  }

  async #compile(language: string): Promise<void> {
    const own = this.users.flatMap((user) => user.languages.get(language) ?? []);
    if (own.length === 0 || this.#compiled.has(language)) return;
    const under = await builtinParts[language]?.();
    this.#compiled.set(language, compiled([...(under ? [under.default] : []), ...own].reduce(joined)));
  }
}

const known = new WeakMap<readonly UserPack[], PacksWithUsers>();

/** The built-in packs with the given users' packs over them; what one array of packs compiles to is kept. */
export async function packsWith(users: readonly UserPack[], languages: readonly string[]): Promise<Packs> {
  const packs = known.get(users) ?? new PacksWithUsers(users);
  known.set(users, packs);
  return packs.load(languages);
}
