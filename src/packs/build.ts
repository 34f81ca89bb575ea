import { type LanguageSource, type PhraseSource, compileLanguage } from '../text/phrases/compile.ts';
import type { CompiledLanguage, PhraseRole } from '../text/phrases/types.ts';
import { addressOf } from './citations.ts';
import { detectConcept } from './detect.ts';
import { PackError } from './error.ts';
import type { Act, Citation, Concept, DefectRule, Law, PhraseFile, PhraseLists, RulePack } from './types.ts';

/** Parsed files of a rules folder, by their path inside it (`laws/gdpr.yaml`). */
export type RuleFiles = ReadonlyMap<string, unknown>;

export const ROLES: readonly PhraseRole[] = ['phrases', 'open', 'headed', 'near', 'denied', 'headings', 'not'];

/**
 * What is not a language: concepts, laws and defects of a rules folder, already validated against its schemas.
 * @param known sources of citations beside the folder's own.
 */
export function buildRules(files: RuleFiles, known?: RulePack): RulePack {
  const pack: RulePack = {
    concepts: {},
    laws: {},
    defects: {},
    acts: {},
    sources: { ...known?.sources, ...sourcesOf(files) },
  };
  const sources = pack.sources!;
  for (const [path, data] of files) {
    if (path.startsWith('concepts/')) for (const concept of data as Concept[]) pack.concepts[concept.id] = concept;
    else if (path.startsWith('laws/')) pack.laws[(data as Law).id] = withCitations(data as Law, sources, path);
    else if (path.startsWith('acts/')) pack.acts[(data as Act).id] = data as Act;
    else if (path.startsWith('defects/'))
      for (const rule of data as DefectRule[])
        pack.defects[rule.id] = { ...rule, citations: resolved(rule.citations, sources, rule.id) };
  }
  for (const rule of Object.values(pack.defects))
    for (const key of Object.keys(rule.detect ?? {})) {
      const id = detectConcept(rule.id, key);
      pack.concepts[id] = { id, topic: rule.topic ?? 'text', trigger: true };
    }
  return pack;
}

/** The phrases rules bring along, for languages the folder has; `*` stands for each of them. */
function* detectPhrases(files: RuleFiles, languages: ReadonlySet<string>): Generator<[string, PhraseSource]> {
  for (const [path, data] of files) {
    if (!path.startsWith('defects/')) continue;
    for (const rule of data as DefectRule[])
      for (const [key, byLanguage] of Object.entries(rule.detect ?? {})) {
        const concept = detectConcept(rule.id, key);
        for (const phrase of rule.except ?? [])
          for (const language of languages) yield [language, { concept, role: 'not', phrase }];
        for (const [code, lists] of Object.entries(byLanguage))
          for (const language of code === '*' ? languages : [code].filter((c) => languages.has(c)))
            for (const role of ROLES)
              for (const phrase of (lists as PhraseLists)[role] ?? []) yield [language, { concept, role, phrase }];
      }
  }
}

/** Where citations stand: `sources.yaml` of the folder, and what the laws say themselves. */
function sourcesOf(files: RuleFiles): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [path, data] of files) if (path.startsWith('laws/')) Object.assign(all, (data as Law).sources);
  return Object.assign(all, files.get('sources.yaml'));
}

/** Citations written as strings get the address of the source they begin with; the longest beginning wins. */
function resolved(
  citations: readonly (Citation | string)[],
  sources: Readonly<Record<string, string>>,
  where: string,
): Citation[] {
  return citations.map((citation) => {
    if (typeof citation !== 'string') return citation;
    const url = addressOf(citation, sources);
    if (url === undefined) throw new PackError(where, 'sources', `no source for the citation "${citation}"`);
    return { cite: citation, url };
  });
}

/** A law's own sources come before those of the folder. */
function withCitations(law: Law, sources: Readonly<Record<string, string>>, path: string): Law {
  const all = { ...sources, ...law.sources };
  return {
    ...law,
    groups: law.groups ?? {},
    requirements: law.requirements.map((r) => ({ ...r, citations: resolved(r.citations, all, path) })),
  };
}

/** What a language is compiled from. */
export interface LanguageParts {
  source: LanguageSource;
  phrases: PhraseSource[];
}

/**
 * What a rules folder says of each language, in `phrases/<language>/…` and in its rules' own phrases. Pure.
 * @param known languages beside the folder's own, for rules whose phrases hold in every language.
 */
export function languageParts(files: RuleFiles, known: Iterable<string> = []): Map<string, LanguageParts> {
  const parts = new Map<string, LanguageParts>();
  const of = (language: string): LanguageParts => {
    const own = parts.get(language) ?? { source: { language }, phrases: [] };
    parts.set(language, own);
    return own;
  };
  for (const [path, data] of files) {
    const match = /^phrases\/([^/]+)\/([^/]+)\.ya?ml$/.exec(path);
    if (!match) continue;
    const [, language, name] = match as unknown as [string, string, string];
    if (name === '_language') {
      of(language).source = { language, ...(data as object) };
      continue;
    }
    const file = data as PhraseFile & PhraseLists;
    for (const role of ROLES)
      for (const phrase of file[role] ?? []) of(language).phrases.push({ concept: file.concept, role, phrase });
  }
  for (const [language, phrase] of detectPhrases(files, new Set([...parts.keys(), ...known])))
    of(language).phrases.push(phrase);
  return parts;
}

/** One language's parts laid over another's: words and phrases add up. Pure. */
export function joined(under: LanguageParts, over: LanguageParts): LanguageParts {
  const [a, b] = [under.source, over.source];
  return {
    source: {
      ...a,
      ...b,
      words: { ...a.words, ...b.words },
      lists: { ...a.lists, ...b.lists },
      common: [...(a.common ?? []), ...(b.common ?? [])],
      negators: [...(a.negators ?? []), ...(b.negators ?? [])],
      durations: b.durations ?? a.durations,
    },
    phrases: [...under.phrases, ...over.phrases],
  };
}

/** A language, compiled. @throws PhraseError */
export function compiled({ source, phrases }: LanguageParts): CompiledLanguage {
  return compileLanguage(source, phrases);
}

/** Every language of a rules folder, compiled. */
export function buildLanguages(files: RuleFiles): Map<string, CompiledLanguage> {
  return new Map([...languageParts(files)].map(([language, parts]) => [language, compiled(parts)]));
}
