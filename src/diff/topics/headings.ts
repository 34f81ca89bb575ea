import type { DiffModel, DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import { COMMON, isSubject, topicOfConcept } from './concepts.ts';

const OWN_HEADING = 0.8;
const OWN_COMMON_HEADING = 0.3;
const HEADING_ABOVE = 0.25;
const TITLE = 0.12;
/** Share of its weight the heading of a whole document keeps: it stands over everything. */
const FIRST = 0.3;

/** What the headings above a passage are about, each section looked at once. */
export class HeadingTopics {
  readonly #known = { base: new Map<number, [Topic, number][]>(), revision: new Map<number, [Topic, number][]>() };

  constructor(readonly model: DiffModel) {}

  /** Topics with their weights. */
  of(side: DiffSide, section: number): readonly [Topic, number][] {
    const known = side === this.model.base ? this.#known.base : this.#known.revision;
    let topics = known.get(section);
    if (!topics) known.set(section, (topics = headingTopics(side, section, this.model)));
    return topics;
  }
}

function headingTopics(side: DiffSide, section: number, model: DiffModel): [Topic, number][] {
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
        (section <= 1 && document.sections[section]!.level <= 1 ? FIRST : 1)
      : isTitle(concept)
        ? TITLE
        : HEADING_ABOVE;
    const topic = topicOfConcept(concept, model);
    result.set(topic, Math.max(result.get(topic) ?? 0, weight));
  }
  return [...result];
}
