import type { Document } from '../document/types.ts';
import { type EntityTables, NO_TABLES } from '../text/entities/tables.ts';
import type { Entity } from '../text/entities/types.ts';
import type { PhraseMatcher, Window } from '../text/phrases/match.ts';
import { wordAt } from '../text/words.ts';

interface EntityAt {
  token: number;
  end: number;
  name: string;
}

/** Makes the windows phrases are looked for in: words with what introduces them in front, and the entities among them. */
export class Windows {
  readonly #entities: readonly EntityAt[];
  /** Sentences come in order: the first entity that is not behind the last window. */
  #cursor = 0;

  constructor(
    readonly document: Document,
    entities: readonly Entity[],
    tables: EntityTables = NO_TABLES,
  ) {
    this.#entities = toTokens(document, entities, tables);
  }

  /** Tokens `[first, last)` with those of `context` in front. */
  of(matcher: PhraseMatcher, range: readonly [first: number, last: number], context: readonly number[] = []): Window {
    const { text, tokens } = this.document;
    const words = [];
    for (const t of context) words.push(matcher.word(wordAt(text, tokens, t)));
    for (let t = range[0]; t < range[1]; t++) words.push(matcher.word(wordAt(text, tokens, t)));
    return { words, entities: this.#entitiesIn(matcher, range, context.length), own: context.length };
  }

  #entitiesIn(matcher: PhraseMatcher, range: readonly [number, number], shift: number): Window['entities'] {
    const all = this.#entities;
    if (this.#cursor > 0 && all[this.#cursor - 1]!.token >= range[0]) this.#cursor = 0;
    while (this.#cursor < all.length && all[this.#cursor]!.token < range[0]) this.#cursor++;
    const result = new Map<number, { end: number; classes: readonly number[] }[]>();
    for (let i = this.#cursor; i < all.length && all[i]!.token < range[1]; i++) {
      const entity = all[i]!;
      const classes = matcher.entityClasses(entity.name);
      if (classes.length === 0) continue;
      const at = entity.token - range[0] + shift;
      const list = result.get(at) ?? [];
      list.push({ end: Math.min(entity.end, range[1]) - range[0] + shift, classes });
      result.set(at, list);
    }
    return result;
  }
}

/** Entities by the tokens they cover, and once more by what only some of their kind are. */
function toTokens({ tokens }: Document, entities: readonly Entity[], tables: EntityTables): EntityAt[] {
  const result: EntityAt[] = [];
  const eea = new Set(tables.eea);
  let t = 0;
  for (const entity of entities) {
    while (t > 0 && tokens.start[t - 1]! >= entity.start) t--;
    while (t < tokens.count && tokens.end[t]! <= entity.start) t++;
    let end = t;
    while (end < tokens.count && tokens.start[end]! < entity.end) end++;
    if (end === t) continue;
    result.push({ token: t, end, name: entity.name });
    const special = specialNameOf(entity, tables, eea);
    if (special) result.push({ token: t, end, name: special });
  }
  return result;
}

/**
 * Countries and vendors outside the European Economic Area are in third countries (GDPR Art. 44), authorities inside
 * are the GDPR's.
 */
function specialNameOf({ name, value }: Entity, tables: EntityTables, eea: ReadonlySet<string>): string | undefined {
  if (name === 'country') return eea.has(value) ? 'eea-country' : 'third-country';
  if (name === 'authority') return eea.has(tables.authorities[value]?.country ?? '') ? 'eea-authority' : undefined;
  if (name === 'vendor') return eea.has(tables.vendors[value]?.country ?? '') ? undefined : 'third-country-vendor';
  return undefined;
}
