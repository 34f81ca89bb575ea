import { kindOf } from './document/kind.ts';
import { lawsOf } from './document/laws.ts';
import type { Document } from './document/types.ts';
import { gatherEvidence } from './evidence/gather.ts';
import { Facts } from './facts/extract.ts';
import type { Packs } from './packs/types.ts';
import type { CheckContext } from './rules/types.ts';
import { findEntities } from './text/entities/find.ts';
import { NO_TABLES } from './text/entities/tables.ts';
import { PhraseMatcher } from './text/phrases/match.ts';
import type { CompiledLanguage } from './text/phrases/types.ts';

const matchers = new WeakMap<object, PhraseMatcher>();

export interface AnalyzeOptions {
  /** Law ids, or `auto` to tell from the text. */
  laws: readonly string[] | 'auto';
  now?: string;
}

/** Everything later stages need of a document, computed once: entities, evidence, kind, laws, facts. Pure. */
export function analyze(document: Document, packs: Packs, options: AnalyzeOptions): CheckContext {
  const matcherFor = (compiled: CompiledLanguage | undefined): PhraseMatcher | undefined => {
    if (!compiled) return undefined;
    const known = matchers.get(compiled) ?? new PhraseMatcher(compiled);
    matchers.set(compiled, known);
    return known;
  };
  // A text too short to tell its language still gets what holds in every language.
  const spoken = (language: string) => (language === 'und' ? 'en' : language);
  const matcherOf = (language: string) => matcherFor(packs.language(spoken(language)));
  const tables = packs.entities ?? NO_TABLES;
  const entities = findEntities(document, (code) => packs.language(code), tables);
  const evidence = gatherEvidence(document, entities, packs, matcherOf);
  const kind = kindOf(document, evidence, packs);
  const laws = options.laws === 'auto' ? lawsOf(document, evidence, packs.rules.laws) : options.laws;
  const vocabulary = (language: string) => matcherFor(packs.vocabulary?.(spoken(language)));
  const facts = new Facts(document, entities, evidence, tables, vocabulary, laws);
  return {
    document,
    kind,
    laws,
    entities,
    evidence,
    get facts() {
      return facts.all;
    },
    factsOf: (...types) => facts.of(...types),
    packs,
    now: options.now,
  };
}

/** Languages whose phrases a document needs. */
export function languagesOf(document: Document): string[] {
  return [...new Set([document.language, ...document.blocks.map((b) => b.language)])].filter((l) => l !== 'und');
}
