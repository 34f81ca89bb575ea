import { type LanguageSource, type PhraseSource, compileLanguage } from '../text/phrases/compile.ts';
import type { CompiledLanguage, PhraseRole } from '../text/phrases/types.ts';
import { detectConcept } from './detect.ts';
import { PackError } from './error.ts';
import type { Act, Citation, Concept, DefectRule, Law, PhraseFile, PhraseLists, RulePack } from './types.ts';

/** Parsed files of a rules folder, by their path inside it (`laws/gdpr.yaml`). */
export type RuleFiles = ReadonlyMap<string, unknown>;

export const ROLES: readonly PhraseRole[] = ['phrases', 'open', 'headed', 'near', 'denied', 'headings', 'not'];

/** What is not a language: concepts, laws and defects of a rules folder, already validated against its schemas. */
export function buildRules(files: RuleFiles): RulePack {
  const pack: RulePack = { concepts: {}, laws: {}, defects: {}, acts: {} };
  for (const [path, data] of files) {
    if (path.startsWith('concepts/')) for (const concept of data as Concept[]) pack.concepts[concept.id] = concept;
    else if (path.startsWith('laws/')) pack.laws[(data as Law).id] = withCitations(data as Law, path);
    else if (path.startsWith('acts/')) pack.acts[(data as Act).id] = data as Act;
    else if (path.startsWith('defects/')) for (const rule of data as DefectRule[]) pack.defects[rule.id] = rule;
  }
  const sources = sourcesOf(files);
  for (const rule of Object.values(pack.defects))
    pack.defects[rule.id] = { ...rule, citations: resolved(rule.citations, sources, rule.id) };
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

type Sources = readonly (readonly [beginning: string, url: string])[];

/** Where citations stand: `sources.yaml` of the folder, and what the laws say themselves. */
function sourcesOf(files: RuleFiles): Sources {
  const all: Record<string, string> = {};
  for (const [path, data] of files) if (path.startsWith('laws/')) Object.assign(all, (data as Law).sources);
  Object.assign(all, files.get('sources.yaml'));
  return longestFirst(all);
}

function longestFirst(sources: Readonly<Record<string, string>>): Sources {
  return Object.entries(sources).sort(([a], [b]) => b.length - a.length);
}

/** Citations written as strings get the address of the source they begin with; the longest beginning wins. */
function resolved(citations: readonly (Citation | string)[], sources: Sources, where: string): Citation[] {
  return citations.map((citation) => {
    if (typeof citation !== 'string') return citation;
    const source = sources.find(([beginning]) => citation.startsWith(beginning));
    if (!source) throw new PackError(where, 'sources', `no source for the citation "${citation}"`);
    return { cite: citation, url: source[1] };
  });
}

function withCitations(law: Law, path: string): Law {
  const sources = longestFirst(law.sources ?? {});
  return {
    ...law,
    requirements: law.requirements.map((r) => ({ ...r, citations: resolved(r.citations, sources, path) })),
  };
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
  for (const [language, phrase] of detectPhrases(files, new Set([...sources.keys(), ...phrases.keys()])))
    (phrases.get(language) ?? phrases.set(language, []).get(language)!).push(phrase);
  const compiled = new Map<string, CompiledLanguage>();
  for (const language of new Set([...sources.keys(), ...phrases.keys()]))
    compiled.set(language, compileLanguage(sources.get(language) ?? { language }, phrases.get(language) ?? []));
  return compiled;
}
