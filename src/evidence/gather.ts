import { firstWhere } from '../text/search.ts';
import { wordAt } from '../text/words.ts';
import type { Block, Document, Section, Sentence } from '../document/types.ts';
import type { Packs } from '../packs/types.ts';
import { type EntityTables, NO_TABLES } from '../text/entities/tables.ts';
import type { Entity } from '../text/entities/types.ts';
import type { PhraseMatch, PhraseMatcher, Wanted, Window } from '../text/phrases/match.ts';
import type { Evidence, EvidenceIndex } from './types.ts';

/** Words of a lead-in that reach into what it introduces. */
const MAX_LEAD = 40;
/** A "Title:" in front of a sentence has at most this many words. */
const MAX_RUN_IN = 8;
/** A question that opens a paragraph and is answered in it has at most this many words, a "Title." or "1. Title." these. */
const MAX_QUESTION = 12;
const MAX_TITLE = 3;
/** A "Title." that bears a number or is set in bold has at most this many words. */
const MAX_MARKED_TITLE = 8;
/** Characters in which a mark or tag of bold text is looked for. */
const MAX_TAG = 40;
const BOLD_BEGINS = /(?:\*\*|__|<(?:b|strong)\b[^<>]{0,30}>)$/i;
const BOLD_ENDS = /(?:\*\*|__|<\/(?:b|strong)>)[.:?!]?\s{0,9}$/i;

/** The concept of definitions: their sentences explain words and answer nothing. */
const DEFINITIONS = 'definitions';

type Matchers = (language: string) => PhraseMatcher | undefined;

/** Finds every concept of the packs in a document: one pass over its sentences. Pure. */
export function gatherEvidence(
  document: Document,
  entities: readonly Entity[],
  packs: Packs,
  matchers: Matchers,
): EvidenceIndex {
  return new Gatherer(document, entities, packs, matchers).run();
}

const NONE: ReadonlySet<string> = new Set();
const always: Wanted = () => true;

class Gatherer {
  readonly #own = new Map<number, Set<string>>();
  readonly #topics: ReadonlySet<string>[] = [];
  #titleTopics: ReadonlySet<string> | undefined;
  /** What blocks are about by the title they open with. */
  readonly #titles = new Map<number, ReadonlySet<string>>();
  readonly #evidence: Evidence[] = [];
  readonly #entityAt: { token: number; end: number; name: string }[];
  #entityCursor = 0;

  constructor(
    readonly document: Document,
    entities: readonly Entity[],
    readonly packs: Packs,
    readonly matchers: Matchers,
  ) {
    this.#entityAt = toTokens(document, entities, packs.entities ?? NO_TABLES);
  }

  run(): EvidenceIndex {
    this.#headings();
    const title = titleOf(this.document);
    for (const section of this.document.sections) {
      const above = section.parent >= 0 ? this.#topics[section.parent]! : new Set<string>();
      const own = [...(this.#own.get(section.index) ?? [])].filter((id) => !this.packs.rules.concepts[id]?.trigger);
      this.#topics.push(own.length ? new Set(own) : above);
      if (section === title && !own.includes('cookies')) this.#titleTopics = this.#topics[section.index];
    }
    for (const sentence of this.document.sentences) {
      const block = this.document.blocks[sentence.block]!;
      if (block.kind !== 'heading' && !block.header) this.#sentence(sentence);
    }
    return new Index(this.#evidence, this.#topics, this.#own);
  }

  /** What each section is about, by its heading. */
  #headings(): void {
    for (const section of this.document.sections) {
      if (section.heading < 0) continue;
      const block = this.document.blocks[section.heading]!;
      const matcher = this.matchers(block.language);
      const sentence = this.document.sentences[block.sentences[0]];
      if (!matcher || !sentence) continue;
      const topics = new Set<string>();
      const window = this.#window(matcher, [], this.#unnumbered(sentence));
      matcher.match(window, 'headings', always, ({ concept }) => topics.add(concept));
      if (topics.size) this.#own.set(section.index, topics);
    }
  }

  #sentence(sentence: Sentence): void {
    const block = this.document.blocks[sentence.block]!;
    const matcher = this.matchers(block.language);
    if (!matcher) return;
    const context = this.#context(sentence);
    const window = this.#window(matcher, context, sentence.tokens);
    const topics = this.#topicsOf(sentence, window, matcher);
    // A title is about the whole document and tells no sentence apart, but that of a cookie policy.
    const isOpen = topics.size === 0 || topics === this.#titleTopics;
    const best = new Map<string, Evidence>();
    const wanted: Wanted = (concept, role) =>
      (role !== 'headed' || topics.has(concept)) &&
      (role !== 'open' || isOpen || topics.has(concept)) &&
      !isFinal(best.get(concept));
    matcher.match(window, 'answers', wanted, (match) => {
      const evidence = this.#toEvidence(match, sentence, window, matcher);
      const known = best.get(match.concept);
      if (!known || rank(evidence) > rank(known)) best.set(match.concept, evidence);
      else if (rank(evidence) === rank(known)) known.headed &&= evidence.headed;
    });
    if (best.size === 0) return;
    const defines = topics.has(DEFINITIONS) || best.has(DEFINITIONS);
    const isAnswered: Wanted = (concept) => best.has(concept);
    matcher.match(window, 'not', isAnswered, ({ concept }) => best.delete(concept));
    for (const evidence of best.values())
      if (!defines || this.packs.rules.concepts[evidence.concept]?.definitions) this.#evidence.push(evidence);
  }

  /**
   * What a sentence is about by the headings above it, by the "Title:" its paragraph, or what introduces its list, opens
   * with, and in a table by the header of its column and the label of its row.
   */
  #topicsOf(sentence: Sentence, window: Window, matcher: PhraseMatcher): ReadonlySet<string> {
    const block = this.document.blocks[sentence.block]!;
    const above = this.#topics[block.section]!;
    if (block.kind === 'row') {
      const isLabel = block.cells !== undefined && block.cells[0]!.end >= sentence.end;
      return this.#titled(above, { ...window, own: 0 }, isLabel ? window.own + MAX_RUN_IN : window.own, matcher);
    }
    const lead = block.lead >= 0 ? this.document.blocks[block.lead]! : undefined;
    let topics = this.#ranIn(block, above, matcher);
    if (lead && lead.kind !== 'row') topics = this.#ranIn(lead, topics, matcher, true);
    return topics;
  }

  /** Adds to topics those of the title a block opens with; a question alone is a title only of what it introduces. */
  #ranIn(block: Block, above: ReadonlySet<string>, matcher: PhraseMatcher, introduces = false): ReadonlySet<string> {
    let topics = this.#titles.get(block.index);
    if (!topics) {
      const opening = this.document.sentences[block.sentences[0]];
      const length = opening ? this.#runInLength(block, opening, introduces) : 0;
      if (length === 0) return above;
      const range = this.#unnumbered(opening!);
      const window = this.#window(matcher, [], range);
      topics = this.#titled(NONE, window, length - (range[0] - opening!.tokens[0]), matcher);
      this.#titles.set(block.index, topics);
    }
    return joined(above, topics);
  }

  /** Adds to topics those of the headings that end by a word of a window. */
  #titled(above: ReadonlySet<string>, window: Window, end: number, matcher: PhraseMatcher): ReadonlySet<string> {
    if (end === 0) return above;
    const found = new Set<string>();
    matcher.match(window, 'headings', always, ({ concept, last }) => {
      if (last <= end) found.add(concept);
    });
    return joined(above, found);
  }

  #toEvidence(match: PhraseMatch, sentence: Sentence, window: Window, matcher: PhraseMatcher): Evidence {
    const { tokens } = this.document;
    const first = Math.max(match.first, window.own) - window.own + sentence.tokens[0];
    const last = match.last - window.own + sentence.tokens[0];
    const denied =
      match.role === 'denied' ||
      (this.packs.rules.concepts[match.concept]?.negatable === true && isNegated(match, window, matcher));
    return {
      concept: match.concept,
      sentence: sentence.index,
      match: { start: tokens.start[first]!, end: tokens.end[last - 1]! },
      strength: match.role === 'near' ? 'near' : 'strong',
      polarity: denied ? 'denied' : 'affirmed',
      phrase: matcher.phrase(match.phrase),
      headed: match.role === 'headed',
    };
  }

  /**
   * Tokens of what introduces a sentence: the lead-in of its list, also of one written inside a paragraph, the header of
   * its column and the label of its row.
   */
  #context(sentence: Sentence): number[] {
    const { blocks, sentences } = this.document;
    const block = blocks[sentence.block]!;
    const lead = block.lead >= 0 ? blocks[block.lead]! : undefined;
    const context: number[] = [];
    const add = (s: Sentence | undefined) => {
      if (!s) return;
      const from = Math.max(s.tokens[0], s.tokens[1] - MAX_LEAD);
      for (let t = from; t < s.tokens[1]; t++) context.push(t);
    };
    if (block.kind === 'row' && block.cells) {
      const { cells } = block;
      const column = firstWhere(0, cells.length, (c) => sentence.start < cells[c]!.end);
      const header = lead?.cells?.[column];
      if (header) {
        const s = firstWhere(lead.sentences[0], lead.sentences[1], (i) => sentences[i]!.start >= header.start);
        if (s < lead.sentences[1] && sentences[s]!.end <= header.end) add(sentences[s]);
      }
      if (column > 0 && sentence.index > block.sentences[0]) add(sentences[block.sentences[0]]);
      return context;
    }
    if (lead) {
      const upper = lead.lead >= 0 && lead.kind === 'item' ? blocks[lead.lead]! : undefined;
      if (upper) add(sentences[upper.sentences[1] - 1]);
      add(sentences[lead.sentences[1] - 1]);
    }
    const opening = sentences[block.sentences[0]]!;
    if (sentence !== opening && this.document.text[opening.end - 1] === ':') add(opening);
    return context;
  }

  /** The tokens of a title without the number it bears. */
  #unnumbered({ tokens: [first, last] }: Sentence): [number, number] {
    const { text, tokens } = this.document;
    while (first < last - 1 && /^\d+$/.test(wordAt(text, tokens, first))) first++;
    return [first, last];
  }

  #window(matcher: PhraseMatcher, context: readonly number[], range: readonly [number, number]): Window {
    const { text, tokens } = this.document;
    const words = [];
    for (const t of context) words.push(matcher.word(wordAt(text, tokens, t)));
    for (let t = range[0]; t < range[1]; t++) words.push(matcher.word(wordAt(text, tokens, t)));
    return { words, entities: this.#entitiesIn(matcher, range, context.length), own: context.length };
  }

  #entitiesIn(matcher: PhraseMatcher, range: readonly [number, number], shift: number): Window['entities'] {
    const all = this.#entityAt;
    if (this.#entityCursor > 0 && all[this.#entityCursor - 1]!.token >= range[0]) this.#entityCursor = 0;
    while (this.#entityCursor < all.length && all[this.#entityCursor]!.token < range[0]) this.#entityCursor++;
    const result = new Map<number, { end: number; classes: readonly number[] }[]>();
    for (let i = this.#entityCursor; i < all.length && all[i]!.token < range[1]; i++) {
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

  /** Number of words of the "Title:", "Title?", "Title." or line of a title a paragraph opens with, 0 when it has none. */
  #runInLength(block: Block, opening: Sentence, introduces: boolean): number {
    const { text, tokens } = this.document;
    const [first, last] = opening.tokens;
    for (let t = first; t < Math.min(last, first + MAX_RUN_IN); t++) {
      const next = t + 1 < last ? tokens.start[t + 1]! : opening.end;
      const between = text.slice(tokens.end[t], next);
      if (/^\W*(?::|\s[–—-]\s)/.test(between)) return t + 1 - first;
      // A first line this short that a capital follows is a title on a line of its own.
      if (between.includes('\n') && !/[,;]/.test(between) && /\p{Lu}/u.test(text.charAt(next))) return t + 1 - first;
    }
    const isAlone = block.sentences[1] - block.sentences[0] < 2;
    if (isAlone && !introduces) return 0;
    const isQuestion = /\?\W*$/.test(text.slice(tokens.end[last - 1], opening.end));
    if (isAlone && !isQuestion) return 0;
    const length = last - first;
    if (length <= (isQuestion ? MAX_QUESTION : MAX_TITLE)) return length;
    if (length > MAX_MARKED_TITLE) return 0;
    const isNumbered = /\d/.test(block.marker ?? '') || this.#unnumbered(opening)[0] > first;
    return isNumbered || this.#isBold(block, opening) ? length : 0;
  }

  /** Is the first sentence of a block, and nothing behind it, in bold? */
  #isBold(block: Block, opening: Sentence): boolean {
    const { source, sentences, map } = this.document;
    const next = sentences[opening.index + 1];
    if (!next || next.block !== block.index) return false;
    const start = map.start(opening.start);
    if (!BOLD_BEGINS.test(source.slice(Math.max(block.source.start, start - MAX_TAG), start))) return false;
    const end = map.start(next.start);
    return BOLD_ENDS.test(source.slice(Math.max(start, end - MAX_TAG), end));
  }
}

/** Both sets; the first itself, not a copy, when the second is empty. */
function joined(above: ReadonlySet<string>, found: ReadonlySet<string>): ReadonlySet<string> {
  return found.size > 0 ? new Set([...above, ...found]) : above;
}

/** What is strong goes before what is near, what is affirmed before what is denied. */
function rank(evidence: Evidence): number {
  return (evidence.strength === 'strong' ? 2 : 0) + (evidence.polarity === 'affirmed' ? 1 : 0);
}

/** Whether no other phrase could say more: the highest rank, and not for the sake of a heading. */
function isFinal(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && rank(evidence) === 3 && !evidence.headed;
}

/** The section under the document's title: the first, with all others below it. */
function titleOf({ sections }: Document): Section | undefined {
  const [, first, ...others] = sections;
  return others.every((section) => section.level > first!.level) ? first : undefined;
}

function isNegated(match: PhraseMatch, window: Window, matcher: PhraseMatcher): boolean {
  const [before, after] = matcher.language.negationReach;
  const from = Math.max(match.first - before, match.first >= window.own ? window.own : 0, 0);
  const to = Math.min(match.last + after, window.words.length);
  for (let at = from; at < to; at++) if (matcher.negatesAt(window.words, at)) return true;
  return false;
}

/** Entities by the tokens they cover, and once more by what only some of their kind are. */
function toTokens({ tokens }: Document, entities: readonly Entity[], tables: EntityTables) {
  const result: { token: number; end: number; name: string }[] = [];
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

/** Countries outside the European Economic Area are third countries (GDPR Art. 44), authorities inside are the GDPR's. */
function specialNameOf({ name, value }: Entity, tables: EntityTables, eea: ReadonlySet<string>): string | undefined {
  if (name === 'country') return eea.has(value) ? 'eea-country' : 'third-country';
  if (name === 'authority') return eea.has(tables.authorities[value]?.country ?? '') ? 'eea-authority' : undefined;
  return undefined;
}

class Index implements EvidenceIndex {
  #by = new Map<string, Evidence[]>();
  #sections = new Map<string, number[]>();

  constructor(
    readonly all: readonly Evidence[],
    readonly sectionTopics: readonly ReadonlySet<string>[],
    readonly own: ReadonlyMap<number, ReadonlySet<string>>,
  ) {
    for (const evidence of all) {
      const list = this.#by.get(evidence.concept);
      if (list) list.push(evidence);
      else this.#by.set(evidence.concept, [evidence]);
    }
    for (const [section, topics] of own)
      for (const concept of topics) {
        const list = this.#sections.get(concept);
        if (list) list.push(section);
        else this.#sections.set(concept, [section]);
      }
  }

  of(concept: string): readonly Evidence[] {
    return this.#by.get(concept) ?? [];
  }

  topics(section: number): ReadonlySet<string> {
    return this.sectionTopics[section] ?? NONE;
  }

  ownTopics(section: number): ReadonlySet<string> {
    return this.own.get(section) ?? NONE;
  }

  sectionsAbout(concept: string): readonly number[] {
    return this.#sections.get(concept) ?? [];
  }
}
