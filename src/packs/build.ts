import { type LanguageSource, type PhraseSource, compileLanguage } from '../text/phrases/compile.ts';
import type { CompiledLanguage, PhraseRole } from '../text/phrases/types.ts';
import type { Concept, DefectRule, Law, PhraseFile, PhraseLists, RulePack } from './types.ts';

/** Parsed files of a rules folder, by their path inside it (`laws/gdpr.yaml`). */
export type RuleFiles = ReadonlyMap<string, unknown>;

export const ROLES: readonly PhraseRole[] = ['phrases', 'open', 'headed', 'near', 'denied', 'headings', 'not'];

/** What is not a language: concepts, laws and defects of a rules folder, already validated against its schemas. */
export function buildRules(files: RuleFiles): RulePack {
  const pack: RulePack = { concepts: {}, laws: {}, defects: {} };
  for (const [path, data] of files) {
    if (path.startsWith('concepts/')) for (const concept of data as Concept[]) pack.concepts[concept.id] = concept;
    else if (path.startsWith('laws/')) pack.laws[(data as Law).id] = data as Law;
    else if (path.startsWith('defects/')) for (const rule of data as DefectRule[]) pack.defects[rule.id] = rule;
  }
  return pack;
}

/** Every language of a rules folder (`phrases/<language>/…`), compiled. */
export function buildLanguages(files: RuleFiles): Map<string, CompiledLanguage> {
  const sources = new Map<string, LanguageSource>();
  const phrases = new Map<string, PhraseSource[]>();
  for (const [path, data] of files) {
    const match = /^phrases\/([^/]+)\/([^/]+)\.ya?ml$/.exec(path);
    if (!match) continue;
    const [, language, name] = match as unknown as [string, string, string];
    if (name === '_language') {
      sources.set(language, { language, ...(data as object) });
      continue;
    }
    const list = phrases.get(language) ?? [];
    phrases.set(language, list);
    const file = data as PhraseFile & PhraseLists;
    for (const role of ROLES) for (const phrase of file[role] ?? []) list.push({ concept: file.concept, role, phrase });
  }
  const compiled = new Map<string, CompiledLanguage>();
  for (const language of new Set([...sources.keys(), ...phrases.keys()]))
    compiled.set(language, compileLanguage(sources.get(language) ?? { language }, phrases.get(language) ?? []));
  return compiled;
}
