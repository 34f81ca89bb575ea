import type { CompiledLanguage } from '../phrases/types.ts';
import type { Span, Tokens } from '../types.ts';
import { findArticles } from './articles.ts';
import { findCompanies } from './companies.ts';
import { findDates } from './dates.ts';
import { findDurations } from './durations.ts';
import { findAddresses } from './links.ts';
import { findPhones, preparePhones } from './phones.ts';
import { type DurationWords, type EntityLexicon, type EntityTables, lexiconOf } from './tables.ts';
import type { Entity, EntityName } from './types.ts';

const NO_WORDS: DurationWords = { units: {}, numbers: {} };
const HAS_DIGIT = /\d/;

/** Loads what the entities of a text need beyond the tables; call it before `findEntities`. */
export async function prepareEntities(text: string): Promise<void> {
  await preparePhones(text);
}

/** What entities are looked for in: a text with its tokens, blocks and sentences. */
export interface EntitySource {
  text: string;
  tokens: Tokens;
  blocks: readonly (Span & { language: string })[];
  /** `block` indexes `blocks`, `tokens` are `[first, last)`. */
  sentences: readonly (Span & { block: number; tokens: readonly [number, number] })[];
}

/** Entities of a text in reading order. `language` gives the compiled language of a block, if there is one. */
export function findEntities(
  source: EntitySource,
  language: (code: string) => CompiledLanguage | undefined,
  tables: EntityTables,
): Entity[] {
  const { text, tokens, blocks, sentences } = source;
  const lexicon = lexiconOf(tables);
  const entities: Entity[] = [];
  const words = new Map<string, DurationWords[]>();
  for (const sentence of sentences) {
    const code = blocks[sentence.block]!.language;
    let durations = words.get(code);
    if (!durations) words.set(code, (durations = durationWords(code, language, lexicon)));
    for (const vocabulary of durations) findDurations(text, tokens, sentence.tokens, vocabulary, entities);
    const first = entities.length;
    if (HAS_DIGIT.test(text.slice(sentence.start, sentence.end))) {
      findDates(text, tokens, sentence.tokens, tables.months, code, entities);
      findArticles(text, sentence, entities);
    }
    lexicon.names.find(text, tokens, sentence.tokens, ({ kind, value, start, end }) => {
      if (kind !== 'product') entities.push({ name: kind as EntityName, start, end, value });
    });
    findCompanies(text, tokens, sentence.tokens, lexicon, entities);
    if (entities.length - first > 1) dropInside(entities, first);
  }
  for (const block of blocks) {
    findAddresses(text, block, entities);
    findPhones(text, block, block.language, entities);
  }
  return entities.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The block's own words for durations, then English: every policy may say "30 days" in English. Any when it is unknown. */
function durationWords(
  code: string,
  language: (code: string) => CompiledLanguage | undefined,
  lexicon: EntityLexicon,
): DurationWords[] {
  const of = (c: string): DurationWords => {
    const compiled = language(c);
    const known = lexicon.durations.get(c);
    if (known && known.compiled === compiled) return known.words;
    const own = lexicon.tables.durations[c] ?? NO_WORDS;
    const units = Object.fromEntries(Object.entries(compiled?.units ?? {}).map(([word, [, unit]]) => [word, unit]));
    const words = { units: { ...units, ...own.units }, numbers: { ...compiled?.numbers, ...own.numbers } };
    lexicon.durations.set(c, { compiled, words });
    return words;
  };
  if (code === 'und') return Object.keys(lexicon.tables.durations).map(of);
  return code === 'en' ? [of('en')] : [of(code), of('en')];
}

/** Names that lie inside a company's or an authority's name are part of it ("Google" in "Google Ireland Limited"). */
function dropInside(entities: Entity[], first: number): void {
  const own = entities.splice(first);
  const outer = own.filter((e) => e.name === 'company' || e.name === 'authority');
  for (const entity of own) {
    const inside = outer.some(
      (o) =>
        o !== entity && o.start <= entity.start && entity.end <= o.end && o.end - o.start > entity.end - entity.start,
    );
    if (!inside || entity.name === 'vendor') entities.push(entity);
  }
}
