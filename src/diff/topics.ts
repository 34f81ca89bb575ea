import type { Evidence } from '../evidence/types.ts';
import type { Fact } from '../facts/types.ts';
import { wordsOf } from './detect/regions.ts';
import type { Group } from './align/types.ts';
import { diffWordIds } from './align/words.ts';
import type { Edit } from './edits.ts';
import { isWord } from './lexicon/lexicon.ts';
import { evidenceOf, factsOf, type DiffModel, type DiffSide } from './model.ts';
import type { Topic } from './types.ts';
import type { Unit } from './units.ts';

/** Edits that are told together: one changed unit, or neighbours that were added or removed. */
export interface Region {
  kind: 'changed' | 'added' | 'removed';
  edits: Edit[];
  base: Unit[];
  revision: Unit[];
}

/** Concepts that nearly every sentence touches say little about what a sentence is for. */
const COMMON = new Set(['purposes', 'data-categories', 'rights-channel', 'change-notification']);
/** Conditions of rules, not subjects of sentences. */
const TRIGGERS = new Set(['eu-users', 'eu-controller', 'non-eu-controller', 'turkish-controller']);
const HINTS = new Set([
  'foreign-vendor',
  'marketing',
  'tracking',
  'minors',
  'contract-basis',
  'dpo-mentioned',
  'definitions',
]);

/** What a sentence says of these it is about, wherever it stands. */
const TELLING = new Set([
  'recipients',
  'third-country-transfer',
  'transfer-abroad',
  'retention',
  'automated-decisions',
  'children',
  'data-source',
  'complaint',
  'board-complaint',
  'cookies',
  'dpo-contact',
  'representative',
]);
/** Sentences about something else touch these as well: they count where nothing is said of the heading's topic. */
const SUGGESTING = new Set(['purposes', 'data-categories', 'change-notification', 'security']);
/** Share of its weight a heading keeps over a sentence that says itself what it is about. */
const OVERRULED = 0.25;

const OWN_HEADING = 0.8;
const OWN_COMMON_HEADING = 0.3;
const HEADING_ABOVE = 0.25;
const TITLE = 0.12;
const LEAD = 0.6;
const SIBLINGS = 0.5;
const COMMON_SHARE = 0.5;
const MAX_SIBLINGS = 12;
const STRONG = 1.3;
const NEAR = 0.45;
/** Below this nothing really speaks for a topic. */
const ENOUGH = 0.25;

/** A concept that is a subject of sentences: no condition of a rule, and none a single rule keeps to itself. */
function isSubject(concept: string): boolean {
  return !TRIGGERS.has(concept) && !concept.includes('#');
}

/** Whether what a passage says itself speaks against what the heading above it is about. */
interface OwnWords {
  overrules(heading: Topic): boolean;
  /** What the sentence only says because of the heading, or says of everything under such a heading. */
  isBorrowed(evidence: Evidence, topic: Topic): boolean;
}

export class TopicFinder {
  #cache = new Map<Region, Topic>();
  readonly #sections = { base: new Map<number, [Topic, number][]>(), revision: new Map<number, [Topic, number][]>() };
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #leads: { base: Int32Array; revision: Int32Array };

  constructor(readonly model: DiffModel) {
    this.#rarity = rarities(model);
    this.#leads = { base: leadsOf(model.base), revision: leadsOf(model.revision) };
  }

  topicOf(region: Region): Topic {
    let topic = this.#cache.get(region);
    if (!topic) this.#cache.set(region, (topic = this.#best(region)));
    return topic;
  }

  /** Topics with their weights, heaviest first. */
  scores(region: Region): [Topic, number][] {
    const scores = new Map<Topic, number>();
    const add = (topic: Topic, weight: number) => scores.set(topic, (scores.get(topic) ?? 0) + weight);
    const told = this.#ownWords(region);
    this.#evidence(region, told, add);
    const sides: [DiffSide, Unit[], Int32Array][] = [
      [this.model.base, region.base, this.#leads.base],
      [this.model.revision, region.revision, this.#leads.revision],
    ];
    const present = sides.filter(([, units]) => units.length > 0);
    for (const [side, units, leads] of present) {
      for (const [topic, weight] of this.#section(side, units[0]!.section))
        add(topic, (weight * (told.overrules(topic) ? OVERRULED : 1)) / present.length);
      const lead0 = side.units[leads[units[0]!.index]!];
      let lead = lead0;
      for (let weight = LEAD; lead && weight > 0.1; weight /= 2, lead = side.units[leads[lead.index]!])
        for (const [topic, share] of this.#leadTopics(side.evidence.get(lead.index) ?? []))
          add(topic, (weight * share) / present.length);
      if (lead0 && this.#introducesPurposes(side, lead0)) add('purpose', LEAD / 2 / present.length);
      for (const [topic, share] of this.#siblings(side, units)) add(topic, (SIBLINGS * share) / present.length);
      if (isBareName(side, units) && siblingsAreRecipients(side, units[0]!)) add('recipient', 1.5 / present.length);
    }
    return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  #ownWords(region: Region): OwnWords {
    const telling = new Set<number>();
    const suggesting = new Set<number>();
    const beyondSecurity = new Set<number>();
    const guarding = new Set<Evidence>();
    const own = new Set<Topic>();
    const heard = new Set<Topic>();
    for (const side of [this.model.base, this.model.revision])
      for (const unit of side === this.model.base ? region.base : region.revision) {
        const key = side === this.model.base ? unit.index : -1 - unit.index;
        const facts = side.facts.get(unit.index) ?? [];
        if (facts.some((f) => f.type === 'country')) own.add('transfer');
        for (const e of side.evidence.get(unit.index) ?? []) {
          if (!isSubject(e.concept)) continue;
          const topic = this.topic(e.concept);
          heard.add(topic);
          if (e.headed) continue;
          own.add(topic);
          if (e.strength !== 'strong' && e.concept !== 'change-notification') continue;
          if (TELLING.has(e.concept)) telling.add(key);
          if (!SUGGESTING.has(e.concept) || e.polarity !== 'affirmed') continue;
          suggesting.add(key);
          if (this.#isBeyondSecurity(e, side, facts)) beyondSecurity.add(key);
          else if (this.#section(side, unit.section).some(([topic]) => topic === 'security')) guarding.add(e);
        }
      }
    const half = Math.max(region.base.length, region.revision.length) / 2;
    const overrules = (heading: Topic): boolean => {
      if (own.has(heading)) return false;
      if (telling.size >= half) return true;
      if (heard.has(heading)) return false;
      const said = heading === 'security' ? beyondSecurity : suggesting;
      return new Set([...telling, ...said]).size >= half;
    };
    return { overrules, isBorrowed: (e, topic) => guarding.has(e) || (e.headed && overrules(topic)) };
  }

  /** Measures of security have a purpose and touch data as well: "to protect your data", "every session is recorded". */
  #isBeyondSecurity(e: Evidence, side: DiffSide, facts: readonly Fact[]): boolean {
    if (e.concept === 'data-categories') return facts.some((f) => f.type === 'data-category');
    const { text, blocks, sentences } = side.document;
    const { language } = blocks[sentences[e.sentence]!.block]!;
    return !wordsOf(text.slice(e.match.start, e.match.end)).some((w) => isWord(w, 'protective', language));
  }

  #best(region: Region): Topic {
    const [first] = this.scores(region);
    return first && first[1] >= ENOUGH ? first[0] : 'text';
  }

  /** What the other items of a list, the other rows of a table are about: the share of them with each topic. */
  #siblings(side: DiffSide, units: readonly Unit[]): [Topic, number][] {
    const { blocks } = side.document;
    const first = blocks[units[0]!.block]!;
    if (first.kind !== 'item' && first.kind !== 'row') return [];
    const own = new Set(units.map((u) => u.block));
    const counts = new Map<Topic, number>();
    let siblings = 0;
    const look = (step: 1 | -1) => {
      let seen = 0;
      for (let b = first.index + step; seen < MAX_SIBLINGS && blocks[b]?.group === first.group; b += step) {
        if (own.has(b) || blocks[b]!.level !== first.level) continue;
        seen++;
        siblings++;
        const found = new Set<Topic>();
        for (let s = blocks[b]!.sentences[0]; s < blocks[b]!.sentences[1]; s++) {
          const unit = side.ofSentence[s]!;
          for (const topic of this.#topicsOf(side.evidence.get(unit) ?? [])) found.add(topic);
          if (side.facts.get(unit)?.some((f) => f.type === 'recipient')) found.add('recipient');
        }
        for (const topic of found) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      }
    };
    look(1);
    look(-1);
    return [...counts].map(([topic, n]) => [topic, n / siblings]);
  }

  #leadTopics(evidence: readonly Evidence[]): Map<Topic, number> {
    const shares = new Map<Topic, number>();
    for (const e of evidence) {
      if (!isSubject(e.concept)) continue;
      const topic = this.topic(e.concept);
      shares.set(topic, Math.max(shares.get(topic) ?? 0, COMMON.has(e.concept) ? COMMON_SHARE : 1));
    }
    return shares;
  }

  /** "We use your data to:", unless it says what else the list holds ("You have the right to:"). */
  #introducesPurposes(side: DiffSide, lead: Unit): boolean {
    const language = side.document.blocks[lead.block]!.language;
    const last = this.model.vocabulary.words[lead.words[lead.words.length - 1]!]!;
    if (!isWord(last, 'purposeLead', language)) return false;
    return (side.evidence.get(lead.index) ?? []).every((e) => COMMON.has(e.concept) || e.concept === 'marketing');
  }

  #topicsOf(evidence: readonly Evidence[]): Topic[] {
    return evidence.filter((e) => isSubject(e.concept)).map((e) => this.topic(e.concept));
  }

  topic(concept: string): Topic {
    return (this.model.revision.context.packs.rules.concepts[concept]?.topic ?? 'text') as Topic;
  }

  #evidence(region: Region, told: OwnWords, add: (topic: Topic, weight: number) => void): void {
    const units = Math.max(1, Math.max(region.base.length, region.revision.length));
    const left = evidenceOf(this.model.base, region.base);
    const right = evidenceOf(this.model.revision, region.revision);
    const sides = region.kind === 'changed' ? 2 : 1;
    const touched = region.kind === 'changed' ? changedSpans(region.edits[0]!) : undefined;
    for (const [evidence, other, spans] of [
      [left, right, touched?.base],
      [right, left, touched?.revision],
    ] as const) {
      const perUnit = new Map<string, { topic: Topic; weight: number }>();
      const alone = (e: Evidence) =>
        e.concept === 'change-notification' &&
        evidence.every((o) => o.sentence !== e.sentence || o === e || !isSubject(o.concept));
      for (const e of evidence) {
        if (!isSubject(e.concept)) continue;
        const topic = this.topic(e.concept);
        let weight =
          (e.strength === 'strong' && !told.isBorrowed(e, topic) ? STRONG : NEAR) * (this.#rarity.get(e.concept) ?? 1);
        if (COMMON.has(e.concept) && !alone(e) && !this.#isItem(e, evidence === left ? 'base' : 'revision'))
          weight *= 0.6;
        // What a sentence cites says less than what it is about.
        if (HINTS.has(e.concept) || topic === 'citation') weight *= topic === 'citation' ? 0.3 : 0.5;
        if (spans) {
          if (!other.some((o) => o.concept === e.concept && o.polarity === e.polarity)) weight *= 1.8;
          else if (spans.some((s) => s.start < e.match.end && e.match.start < s.end)) weight *= 1.4;
        }
        const key = `${e.sentence} ${topic}`;
        const known = perUnit.get(key);
        if (!known || known.weight < weight) perUnit.set(key, { topic, weight });
      }
      for (const { topic, weight } of perUnit.values()) add(topic, weight / Math.sqrt(units) / sides);
    }
  }

  /** What a list item says is mostly what it is there for. */
  #isItem(e: Evidence, side: 'base' | 'revision'): boolean {
    const { document } = this.model[side];
    return document.blocks[document.sentences[e.sentence]!.block]!.kind === 'item';
  }

  #section(side: DiffSide, section: number): [Topic, number][] {
    const cache = side === this.model.base ? this.#sections.base : this.#sections.revision;
    let topics = cache.get(section);
    if (!topics) cache.set(section, (topics = this.#sectionTopics(side, section)));
    return topics;
  }

  #sectionTopics(side: DiffSide, section: number): [Topic, number][] {
    const { evidence, document } = side.context;
    const topics = [...evidence.topics(section)].filter(isSubject);
    const own = evidence.ownTopics(section);
    const above = document.sections[section]!.parent;
    const isTitle = (concept: string) =>
      above >= 0 && evidence.sectionsAbout(concept).every((s) => document.sections[s]!.level <= 1 && s <= 1);
    const result = new Map<Topic, number>();
    for (const concept of topics) {
      const weight = own.has(concept)
        ? (COMMON.has(concept) ? OWN_COMMON_HEADING : OWN_HEADING) *
          (section <= 1 && document.sections[section]!.level <= 1 ? 0.3 : 1)
        : isTitle(concept)
          ? TITLE
          : HEADING_ABOVE;
      const topic = this.topic(concept);
      result.set(topic, Math.max(result.get(topic) ?? 0, weight));
    }
    return [...result];
  }
}

/** A concept the documents mention everywhere weighs less where it is mentioned once more. */
function rarities(model: DiffModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const side of [model.base, model.revision])
    for (const e of side.context.evidence.all) counts.set(e.concept, (counts.get(e.concept) ?? 0) + 1);
  return new Map([...counts].map(([concept, n]) => [concept, 1.5 / (1 + Math.log2(1 + n / 2) / 2)]));
}

/** Plain-text spans of the changed words of an edit. */
export function changedSpans(edit: Edit): {
  base: { start: number; end: number }[];
  revision: { start: number; end: number }[];
} {
  const flat = (units: readonly Unit[]) =>
    units.flatMap((u) => [...u.words].map((_, i) => ({ start: u.starts[i]!, end: u.ends[i]! })));
  const left = flat(edit.base);
  const right = flat(edit.revision);
  const spans = { base: [] as { start: number; end: number }[], revision: [] as { start: number; end: number }[] };
  for (const run of edit.runs) {
    if (run.same) continue;
    spans.base.push(...left.slice(...run.base));
    spans.revision.push(...right.slice(...run.revision));
  }
  return spans;
}

/** What introduces a unit: the paragraph in front of its list, or the last one in its section that ends with a colon. */
function leadsOf(side: DiffSide): Int32Array {
  const { blocks, text } = side.document;
  const leads = new Int32Array(side.units.length).fill(-1);
  const lastOf = (block: number): number => {
    const { sentences } = blocks[block]!;
    for (let s = sentences[1] - 1; s >= sentences[0]; s--) if (side.ofSentence[s] !== -1) return side.ofSentence[s]!;
    return -1;
  };
  let open = -1;
  let section = -1;
  for (const unit of side.units) {
    const block = blocks[unit.block]!;
    if (unit.section !== section) {
      section = unit.section;
      open = -1;
    }
    leads[unit.index] = block.lead >= 0 && blocks[block.lead]!.kind !== 'heading' ? lastOf(block.lead) : open;
    if (block.kind === 'paragraph' && text[block.end - 1] === ':') open = unit.index;
  }
  return leads;
}

const MAX_NAME = 4;

/** Units that are only a name: "Cloudflare", "Acme Analytics Ltd.". */
function isBareName(side: DiffSide, units: readonly Unit[]): boolean {
  return units.every((unit) => {
    const { kind } = side.document.blocks[unit.block]!;
    if ((kind !== 'item' && kind !== 'row') || unit.words.length > MAX_NAME) return false;
    const words = [...unit.starts].map((start, i) => side.document.text.slice(start, unit.ends[i]));
    return words.every((w) => /^[\p{Lu}\d]/u.test(w));
  });
}

function siblingsAreRecipients(side: DiffSide, unit: Unit): boolean {
  const { blocks } = side.document;
  const group = blocks[unit.block]!.group;
  let siblings = 0;
  for (let i = Math.max(0, unit.index - 20); i < Math.min(side.units.length, unit.index + 20); i++) {
    const other = side.units[i]!;
    if (other === unit || blocks[other.block]!.group !== group) continue;
    if (factsOf(side, [other]).some((f) => f.type === 'recipient')) return true;
    if (isBareName(side, [other])) siblings++;
  }
  return siblings >= 2;
}

/** Content edits nobody claimed, put together as they are told. */
export function toRegions(model: DiffModel): Region[] {
  const regions: Region[] = [];
  const loose = { added: [] as Edit[], removed: [] as Edit[] };
  for (const edit of model.edits) {
    if (edit.claimed) continue;
    const { kind } = edit.group;
    if (kind === 'added' || kind === 'removed') loose[kind].push(edit);
    else regions.push({ kind: 'changed', edits: [edit], base: edit.base, revision: edit.revision });
  }
  for (const kind of ['removed', 'added'] as const) {
    const unitOf = (edit: Edit) => (kind === 'removed' ? edit.base[0]! : edit.revision[0]!);
    loose[kind].sort((a, b) => unitOf(a).index - unitOf(b).index);
    let open: Region | undefined;
    let last: Unit | undefined;
    for (const edit of loose[kind]) {
      const unit = unitOf(edit);
      if (!open || !last || unit.section !== last.section || !follows(model, last, unit, kind)) {
        open = { kind, edits: [], base: [], revision: [] };
        regions.push(open);
      }
      open.edits.push(edit);
      open.base.push(...edit.base);
      open.revision.push(...edit.revision);
      last = unit;
    }
  }
  return regions;
}

/** Neighbours, or with nothing but claimed units of the same kind in between. */
function follows(model: DiffModel, a: Unit, b: Unit, kind: 'added' | 'removed'): boolean {
  const of = kind === 'removed' ? model.alignment.ofBase : model.alignment.ofRevision;
  for (let i = a.index + 1; i < b.index; i++) if (model.alignment.groups[of[i]!]!.kind !== kind) return false;
  return true;
}

/** Units either side of a rewritten passage may have. */
const MAX_REWRITTEN = 2;

/**
 * A short passage removed where a short one on the same topic was added is one passage in other words: it has a
 * direction, two separate changes would not.
 */
export function joinRewritten(regions: readonly Region[], model: DiffModel, topics: TopicFinder): Region[] {
  const joined: Region[] = [];
  const gone = new Set<Region>();
  const { ofBase, ofRevision, groups } = model.alignment;
  const added = regions.filter((r) => r.kind === 'added' && r.revision.length <= MAX_REWRITTEN);
  // The groups of the units around a passage say where it stands; either neighbour will do, the other may have moved.
  const behind = new Map<number, Region>();
  const ahead = new Map<number, Region>();
  const settled = (of: Int32Array, from: number, step: 1 | -1): number => {
    let i = from + step;
    while (i >= 0 && i < of.length && isLoose(groups[of[i]!]!)) i += step;
    return of[i] ?? -1;
  };
  for (const r of added) {
    behind.set(settled(ofRevision, r.revision[0]!.index, -1), r);
    ahead.set(settled(ofRevision, r.revision.at(-1)!.index, 1), r);
  }
  for (const r of regions) {
    if (r.kind !== 'removed' || r.base.length > MAX_REWRITTEN) continue;
    const other =
      behind.get(settled(ofBase, r.base[0]!.index, -1)) ?? ahead.get(settled(ofBase, r.base.at(-1)!.index, 1));
    if (!other || gone.has(other)) continue;
    const topic = topics.topicOf(r);
    if (topic === 'text' || topics.topicOf(other) !== topic) continue;
    gone.add(r).add(other);
    const edit = rewritten(r, other, model);
    joined.push({ kind: 'changed', edits: [edit], base: r.base, revision: other.revision });
  }
  for (const r of gone) for (const edit of r.edits) edit.claimed = true;
  return [...regions.filter((r) => !gone.has(r)), ...joined];
}

function isLoose({ base, revision }: Group): boolean {
  return base.length === 0 || revision.length === 0;
}

function rewritten(from: Region, to: Region, model: DiffModel): Edit {
  const a = from.base.flatMap((u) => [...u.words]);
  const b = to.revision.flatMap((u) => [...u.words]);
  return {
    group: {
      base: from.base.map((u) => u.index),
      revision: to.revision.map((u) => u.index),
      kind: 'changed',
      moved: false,
    },
    base: from.base,
    revision: to.revision,
    baseWords: a.map((w) => model.vocabulary.words[w]!),
    revisionWords: b.map((w) => model.vocabulary.words[w]!),
    runs: diffWordIds(a, b).runs,
    cls: 'content',
    language: to.edits[0]!.language,
    claimed: false,
  };
}
