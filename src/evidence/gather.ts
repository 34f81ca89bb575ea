import type { Document, Sentence } from '../document/types.ts';
import type { Packs } from '../packs/types.ts';
import type { Entity } from '../text/entities/types.ts';
import type { PhraseMatch, PhraseMatcher, Wanted, Window } from '../text/phrases/match.ts';
import { contextOf } from './context.ts';
import { inlineItems } from './enumeration.ts';
import { Index } from './evidence-index.ts';
import { blocksOnRights, withoutCollective } from './rights.ts';
import { type Matchers, Topics } from './topics.ts';
import type { Evidence, EvidenceIndex } from './types.ts';
import { Windows } from './windows.ts';

/** The concept of definitions: their sentences explain words and answer nothing. */
const DEFINITIONS = 'definitions';

/** The concept of how to exercise rights. */
const CHANNEL = 'rights-channel';
const ON_CHANNEL: ReadonlySet<string> = new Set([CHANNEL]);

/** The concept of what holds for residents of one state only: their rights by its law are not those of the reader. */
const OTHER_LAW = 'other-law';

/** Changelog topics of what a law grants its residents. */
const GRANTED: ReadonlySet<string> = new Set(['right', 'consent', 'complaint']);

/** Finds every concept of the packs in a document: one pass over its sentences. Pure. */
export function gatherEvidence(
  document: Document,
  entities: readonly Entity[],
  packs: Packs,
  matchers: Matchers,
): EvidenceIndex {
  const windows = new Windows(document, entities, packs.entities);
  const gatherer = new Gatherer(document, windows, packs, matchers);
  return gatherer.run();
}

class Gatherer {
  readonly #evidence: Evidence[] = [];
  readonly topics: Topics;

  constructor(
    readonly document: Document,
    readonly windows: Windows,
    readonly packs: Packs,
    readonly matchers: Matchers,
  ) {
    this.topics = new Topics(document, windows, packs, matchers);
  }

  run(): EvidenceIndex {
    for (const sentence of this.document.sentences) {
      const block = this.document.blocks[sentence.block]!;
      if (block.kind !== 'heading' && !block.header) this.#sentence(sentence);
    }
    this.#channels();
    return new Index(withoutCollective(this.#evidence), this.topics.bySection, this.topics.own);
  }

  /** Beside rights told by name, what says where to write to is how to exercise them, without a heading about it. */
  #channels(): void {
    const { blocks, sentences } = this.document;
    const near = blocksOnRights(this.document, this.#evidence);
    if (near.size === 0 || this.#evidence.some((e) => e.concept === CHANNEL && e.strength === 'strong')) return;
    for (const sentence of sentences) {
      const block = blocks[sentence.block]!;
      const matcher = near.has(sentence.block) ? this.matchers(block.language) : undefined;
      if (!matcher || block.kind === 'heading' || block.header) continue;
      if (this.topics.isBelow(block.section, OTHER_LAW)) continue;
      const window = this.windows.of(matcher, sentence.tokens, contextOf(this.document, sentence));
      const channel = this.#read(window, sentence.tokens[0], sentence, ON_CHANNEL, matcher).get(CHANNEL);
      if (channel?.strength === 'strong') this.#evidence.push(channel);
    }
    this.#evidence.sort((a, b) => a.sentence - b.sentence);
  }

  #sentence(sentence: Sentence): void {
    const block = this.document.blocks[sentence.block]!;
    const matcher = this.matchers(block.language);
    if (!matcher) return;
    const window = this.windows.of(matcher, sentence.tokens, contextOf(this.document, sentence));
    const topics = this.topics.of(sentence, window, matcher);
    const best = this.#read(window, sentence.tokens[0], sentence, topics, matcher);
    for (const { range, context } of inlineItems(this.document, sentence)) {
      const item = this.#read(this.windows.of(matcher, range, context), range[0], sentence, topics, matcher);
      for (const [concept, evidence] of item) keepBest(best, concept, evidence);
    }
    if (block.kind === 'row' && sentence.index > block.sentences[0]) this.#overruleLabel(block.sentences[0], best);
    const { concepts } = this.packs.rules;
    const defines = topics.has(DEFINITIONS) || best.has(DEFINITIONS);
    const isElsewhere = best.has(OTHER_LAW) || this.topics.isBelow(block.section, OTHER_LAW);
    for (const evidence of best.values()) {
      const concept = concepts[evidence.concept];
      if (defines && !concept?.definitions) continue;
      if (!isElsewhere || !GRANTED.has(concept?.topic ?? '')) this.#evidence.push(evidence);
    }
  }

  /** The label of a row says what it is about, the cell what is so: "Transfers outside the EEA | none take place". */
  #overruleLabel(label: number, cell: ReadonlyMap<string, Evidence>): void {
    for (let i = this.#evidence.length - 1; i >= 0 && this.#evidence[i]!.sentence >= label; i--) {
      const { sentence, concept, polarity } = this.#evidence[i]!;
      if (sentence === label && polarity === 'affirmed' && cell.get(concept)?.polarity === 'denied')
        this.#evidence.splice(i, 1);
    }
  }

  /** The best evidence of each concept in a window whose own words begin at token `from`. */
  #read(
    window: Window,
    from: number,
    sentence: Sentence,
    topics: ReadonlySet<string>,
    matcher: PhraseMatcher,
  ): Map<string, Evidence> {
    const isOpen = this.topics.ruleNothingOut(topics);
    const best = new Map<string, Evidence>();
    const wanted: Wanted = (concept, role) =>
      (role !== 'headed' || this.topics.isUnder(sentence, topics, concept)) &&
      (role !== 'open' || isOpen || topics.has(concept)) &&
      !isFinal(best.get(concept));
    matcher.match(window, 'answers', wanted, (match) =>
      keepBest(best, match.concept, this.#toEvidence(match, sentence, window, from, matcher)),
    );
    if (best.size > 0) {
      // The words that introduce an item are of its own sentence: they rule it out as well.
      const ruling = from > sentence.tokens[0] ? { ...window, own: 0 } : window;
      matcher.match(
        ruling,
        'not',
        (concept) => best.has(concept),
        ({ concept }) => best.delete(concept),
      );
    }
    return best;
  }

  #toEvidence(match: PhraseMatch, sentence: Sentence, window: Window, from: number, matcher: PhraseMatcher): Evidence {
    const { tokens } = this.document;
    const first = Math.max(match.first, window.own) - window.own + from;
    const last = match.last - window.own + from;
    const denied =
      match.role === 'denied' ||
      (this.packs.rules.concepts[match.concept]?.negatable === true && isNegated(match, window, matcher));
    return {
      concept: match.concept,
      sentence: sentence.index,
      match: { start: tokens.start[first]!, end: tokens.end[last - 1]! },
      strength: match.role === 'near' ? 'near' : 'strong',
      polarity: denied ? 'denied' : 'affirmed',
      headed: match.role === 'headed',
    };
  }
}

function keepBest(best: Map<string, Evidence>, concept: string, evidence: Evidence): void {
  const known = best.get(concept);
  if (!known || rank(evidence) > rank(known)) best.set(concept, evidence);
  else if (rank(evidence) === rank(known)) known.headed &&= evidence.headed;
}

/** What is strong goes before what is near, what is affirmed before what is denied. */
function rank(evidence: Evidence): number {
  return (evidence.strength === 'strong' ? 2 : 0) + (evidence.polarity === 'affirmed' ? 1 : 0);
}

/** Whether no other phrase could say more: the highest rank, and not for the sake of a heading. */
function isFinal(evidence: Evidence | undefined): boolean {
  return evidence !== undefined && rank(evidence) === 3 && !evidence.headed;
}

function isNegated(match: PhraseMatch, window: Window, matcher: PhraseMatcher): boolean {
  const [before, after] = matcher.language.negationReach;
  const from = Math.max(match.first - before, match.first >= window.own ? window.own : 0, 0);
  const to = Math.min(match.last + after, window.words.length);
  for (let at = from; at < to; at++) if (matcher.negatesAt(window.words, at)) return true;
  return false;
}
