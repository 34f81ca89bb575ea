import { firstWhere } from '../text/search.ts';
import type { Block, Document, Sentence, Span } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import type { Entity, EntityName } from '../text/entities/types.ts';
import type { EntityLexicon } from '../text/entities/tables.ts';
import type { GazetteerHit } from '../text/entities/gazetteer.ts';
import type { PhraseMatcher } from '../text/phrases/match.ts';
import type { Fact, FactType } from './types.ts';

/** What every extractor sees; entities and cues are grouped by sentence. */
export class FactContext {
  readonly #bySentence = new Map<number, Entity[]>();
  readonly #cues = new Map<number, GazetteerHit[]>();
  #underKvkk: boolean | undefined;
  readonly #concepts = new Map<number, Map<string, 'affirmed' | 'denied'>>();

  constructor(
    readonly document: Document,
    readonly entities: readonly Entity[],
    readonly evidence: EvidenceIndex,
    readonly lexicon: EntityLexicon,
    readonly vocabulary: (language: string) => PhraseMatcher | undefined,
    /** The laws the document falls under; none when that is not known. */
    readonly laws: readonly string[] = [],
  ) {
    let at = 0;
    for (const entity of entities) {
      while (at > 0 && document.sentences[at]!.start > entity.start) at--;
      while (at + 1 < document.sentences.length && document.sentences[at + 1]!.start <= entity.start) at++;
      const sentence = document.sentences[at];
      if (!sentence || entity.start < sentence.start || entity.start >= sentence.end) continue;
      const list = this.#bySentence.get(at);
      if (list) list.push(entity);
      else this.#bySentence.set(at, [entity]);
    }
    for (const item of evidence.all) {
      const map = this.#concepts.get(item.sentence) ?? new Map<string, 'affirmed' | 'denied'>();
      this.#concepts.set(item.sentence, map.set(item.concept, item.polarity));
    }
  }

  /** Whether legal bases are those of the Turkish law: a Turkish text may be a notice under the GDPR alone. */
  get underKvkk(): boolean {
    return (this.#underKvkk ??= this.#isUnderKvkk());
  }

  #isUnderKvkk(): boolean {
    const { text, language } = this.document;
    if (this.laws.length && !this.laws.includes('gdpr')) return this.laws.includes('kvkk');
    if (language !== 'tr' || (this.laws.length && !this.laws.includes('kvkk'))) return false;
    return /KVKK|6698/.test(text) || !/GDPR|2016\/679/.test(text);
  }

  text(span: Span): string {
    return this.document.text.slice(span.start, span.end);
  }

  block(sentence: Sentence): Block {
    return this.document.blocks[sentence.block]!;
  }

  /** The sentences of a block; those of a row are its cells. */
  sentencesIn({ sentences: [first, last] }: Block): readonly Sentence[] {
    return this.document.sentences.slice(first, last);
  }

  entitiesIn(sentence: Sentence, name?: EntityName): readonly Entity[] {
    const all = this.#bySentence.get(sentence.index) ?? [];
    return name ? all.filter((e) => e.name === name) : all;
  }

  /** Sentences that hold an entity of a kind, with those entities. */
  *sentencesWith(...names: EntityName[]): Generator<[Sentence, Entity[]]> {
    for (const [index, entities] of [...this.#bySentence].sort(([a], [b]) => a - b)) {
      const own = entities.filter((e) => names.includes(e.name));
      if (own.length) yield [this.document.sentences[index]!, own];
    }
  }

  /** Cue words of a sentence, in reading order. */
  cues(sentence: Sentence): readonly GazetteerHit[] {
    const known = this.#cues.get(sentence.index);
    if (known) return known;
    const hits: GazetteerHit[] = [];
    const { text, tokens } = this.document;
    this.lexicon.cues.find(text, tokens, sentence.tokens, (hit) => hits.push(hit));
    this.#cues.set(sentence.index, hits);
    return hits;
  }

  hasCue(sentence: Sentence, kind: string): boolean {
    return this.cues(sentence).some((hit) => hit.kind === kind);
  }

  /** Polarity of a concept's evidence in a sentence, undefined when there is none. */
  says(sentence: Sentence, concept: string): 'affirmed' | 'denied' | undefined {
    return this.#concepts.get(sentence.index)?.get(concept);
  }

  /** Whether a heading above a sentence is about a concept. */
  isUnder(sentence: Sentence, ...concepts: string[]): boolean {
    const topics = this.evidence.topics(this.block(sentence).section);
    return concepts.some((concept) => topics.has(concept));
  }

  /** The heading right above a sentence. */
  headingOf(sentence: Sentence): Sentence | undefined {
    const section = this.document.sections[this.block(sentence).section];
    const heading = section && section.heading >= 0 ? this.document.blocks[section.heading] : undefined;
    return heading && this.document.sentences[heading.sentences[0]];
  }

  /** The header cell above a table cell, as a sentence. */
  headerOf(sentence: Sentence): Sentence | undefined {
    const block = this.block(sentence);
    if (block.kind !== 'row' || block.lead < 0 || !block.cells) return undefined;
    const header = this.document.blocks[block.lead]!;
    const { cells } = block;
    const { sentences } = this.document;
    const column = firstWhere(0, cells.length, (c) => sentence.start <= cells[c]!.end);
    const cell = header.cells?.[column];
    if (!cell || sentence.start < cells[column]!.start) return undefined;
    const [first, last] = header.sentences;
    const found = firstWhere(first, last, (i) => sentences[i]!.start >= cell.start);
    return found < last && sentences[found]!.end <= cell.end ? sentences[found] : undefined;
  }

  /** The first cell of a row, when the sentence is another one. */
  rowLabel(sentence: Sentence): Sentence | undefined {
    const block = this.block(sentence);
    if (block.kind !== 'row' || sentence.index === block.sentences[0]) return undefined;
    return this.document.sentences[block.sentences[0]];
  }

  /** What introduces the list a sentence is an item of. */
  leadOf(sentence: Sentence): Sentence | undefined {
    const block = this.block(sentence);
    if (block.kind === 'row' || block.lead < 0) return undefined;
    return this.document.sentences[this.document.blocks[block.lead]!.sentences[1] - 1];
  }

  fact(type: FactType, value: string, span: Span, sentence: number, more: Partial<Fact> = {}): Fact {
    return { type, value, source: this.document.sourceSpan(span), sentence, ...more };
  }
}

/** Keeps the first fact of every value (and polarity). */
export function unique(facts: Iterable<Fact>): Fact[] {
  const seen = new Set<string>();
  const result: Fact[] = [];
  for (const fact of facts) {
    const key = `${fact.type} ${fact.value.toLowerCase()} ${fact.polarity ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    result.push(fact);
  }
  return result;
}
