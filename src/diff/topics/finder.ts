import type { DiffModel, DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import type { Unit } from '../units.ts';
import { TELLING, topicOfConcept } from './concepts.ts';
import { HeadingTopics } from './headings.ts';
import { introducesPurposes, leadsOf, leadTopics } from './leads.ts';
import { ownWordsOf } from './own-words.ts';
import type { Region } from './region.ts';
import { isBareName, siblingsAreRecipients, siblingTopics } from './siblings.ts';
import { evidenceWeights, rarities } from './weights.ts';

const LEAD = 0.6;
const SIBLINGS = 0.5;
const NAME_AMONG_NAMES = 1.5;
/** Share of its weight a heading keeps over a sentence that says itself what it is about. */
const OVERRULED = 0.25;
/** Below this nothing really speaks for a topic. */
const ENOUGH = 0.25;

/** Finds the topic a region is told under: by its own words, the headings above it, its lead-in and its neighbours. */
export class TopicFinder {
  readonly #known = new Map<Region, readonly [Topic, number][]>();
  readonly #headings: HeadingTopics;
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #telling: ReadonlySet<Topic>;
  readonly #leads: { base: Int32Array; revision: Int32Array };

  constructor(readonly model: DiffModel) {
    this.#headings = new HeadingTopics(model);
    this.#rarity = rarities(model);
    this.#telling = new Set([...TELLING].map((concept) => topicOfConcept(concept, model)));
    this.#leads = { base: leadsOf(model.base), revision: leadsOf(model.revision) };
  }

  topicOf(region: Region): Topic {
    const [first] = this.scores(region);
    return first && first[1] >= ENOUGH ? first[0] : 'text';
  }

  topic(concept: string): Topic {
    return topicOfConcept(concept, this.model);
  }

  /** Topics with their weights, heaviest first. */
  scores(region: Region): readonly [Topic, number][] {
    let scores = this.#known.get(region);
    if (!scores) this.#known.set(region, (scores = this.#score(region)));
    return scores;
  }

  #score(region: Region): [Topic, number][] {
    const { model } = this;
    const scores = new Map<Topic, number>();
    const add = (topic: Topic, weight: number) => scores.set(topic, (scores.get(topic) ?? 0) + weight);
    const told = ownWordsOf(region, model, this.#headings);
    for (const [topic, weight] of evidenceWeights(region, model, told, this.#rarity)) add(topic, weight);
    const sides: [DiffSide, Unit[], Int32Array][] = [
      [model.base, region.base, this.#leads.base],
      [model.revision, region.revision, this.#leads.revision],
    ];
    const present = sides.filter(([, units]) => units.length > 0);
    for (const [side, units, leads] of present) {
      const first = units[0]!;
      for (const [topic, weight] of this.#headings.of(side, first.section))
        add(topic, (weight * (told.overrules(topic) ? OVERRULED : 1)) / present.length);
      const lead0 = side.units[leads[first.index]!];
      let lead = lead0;
      for (let weight = LEAD; lead && weight > 0.1; weight /= 2, lead = side.units[leads[lead.index]!])
        for (const [topic, share] of leadTopics(side.evidence.get(lead.index) ?? [], model))
          add(topic, (weight * share) / present.length);
      if (lead0 && introducesPurposes(side, lead0, model)) add('purpose', LEAD / 2 / present.length);
      for (const [topic, share] of siblingTopics(side, units, model)) add(topic, (SIBLINGS * share) / present.length);
      // "Name", "Address" under "What we collect" are no vendors.
      const headed = this.#headings.of(side, first.section);
      const isOtherwiseHeaded = headed.length > 0 && headed.every(([topic]) => topic !== 'recipient');
      if (isBareName(side, units) && siblingsAreRecipients(side, first, isOtherwiseHeaded))
        add('recipient', NAME_AMONG_NAMES / present.length);
    }
    // A joint controller is a controller as well: of two that weigh the same the more telling one.
    return [...scores].sort(
      (a, b) =>
        b[1] - a[1] || Number(this.#telling.has(b[0])) - Number(this.#telling.has(a[0])) || (a[0] < b[0] ? -1 : 1),
    );
  }
}
