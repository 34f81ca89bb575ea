import type { Evidence } from '../../evidence/types.ts';
import { areOneName } from '../detect/names.ts';
import { changedWords, entitiesIn, has, touchedBy } from '../detect/regions.ts';
import { evidenceOf, type DiffModel } from '../model.ts';
import { CHANGES } from '../registry.ts';
import type { TopicFinder } from '../topics/finder.ts';
import type { Region } from '../topics/region.ts';
import type { Topic } from '../types.ts';

/** The id of a topic for what happened to a region: with a direction where the words show one. */
export function idOf(topic: Topic, region: Region, model: DiffModel, topics: TopicFinder): string {
  if (region.kind !== 'changed')
    return isOnlyDenied(topic, region, model, topics) ? deniedId(topic, region.kind) : `${topic}-${region.kind}`;
  if (topic === 'controller' && controllersStay(model)) return 'text-changed';
  const direction = directionOf(region, topic, model);
  const id = `${topic}-${direction}`;
  return CHANGES.has(id) ? id : `${topic}-changed`;
}

/** Both versions name the same controllers: a sentence about them changed, and none of them. */
function controllersStay({ base, revision }: DiffModel): boolean {
  const [before, after] = [base.values('controller'), revision.values('controller')];
  return (
    before.size > 0 && before.size === after.size && [...before].every((a) => [...after].some((b) => areOneName(a, b)))
  );
}

/** A promise not to do it is all the passage says of its topic. */
function isOnlyDenied(topic: Topic, region: Region, model: DiffModel, topics: TopicFinder): boolean {
  const said = [...evidenceOf(model.base, region.base), ...evidenceOf(model.revision, region.revision)].filter(
    (e) => e.strength === 'strong' && topics.topic(e.concept) === topic,
  );
  return said.length > 0 && said.every((e) => e.polarity === 'denied') && CHANGES.has(`${topic}-denial-${region.kind}`);
}

/** Given once more it is a promise; dropped where another passage still gives it, nothing is lost but text. */
function deniedId(topic: Topic, kind: 'added' | 'removed'): string {
  return kind === 'added' ? `${topic}-denial-added` : 'text-removed';
}

function directionOf(region: Region, topic: Topic, model: DiffModel): string {
  const { language } = region.edits[0]!;
  const { removed, added } = changedWords(region);
  if (topic === 'change-clause') {
    const strength = (list: readonly Evidence[]) =>
      Math.max(
        0,
        ...list.filter((e) => e.concept === 'change-notification').map((e) => (e.strength === 'strong' ? 2 : 1)),
      );
    const [before, after] = [
      strength(evidenceOf(model.base, region.base)),
      strength(evidenceOf(model.revision, region.revision)),
    ];
    if (after < before) return 'weakened';
    if (after > before) return 'strengthened';
  }
  const binding = (words: string[]) => has(words, 'must', language) || has(words, 'will', language);
  const open = (words: string[]) => has(words, 'may', language);
  if (binding(removed) && open(added)) return topic === 'right' || topic === 'change-clause' ? 'weakened' : 'narrowed';
  if (open(removed) && binding(added))
    return topic === 'right' || topic === 'change-clause' ? 'strengthened' : 'widened';
  // "30 working days" has a word more than "30 days" and gives nobody more.
  if (topic === 'right' && isAtPeriod(region, model)) return 'changed';
  const content = (words: string[]) => unexplainedWords(words, language);
  const [out, into] = [content(removed), content(added)];
  if (out.length === 0 && into.length > 0) {
    const limits = has(added, 'narrowing', language);
    return topic === 'right' ? (limits ? 'weakened' : 'strengthened') : limits ? 'narrowed' : 'widened';
  }
  if (into.length === 0 && out.length > 0) {
    const limits = has(removed, 'narrowing', language);
    return topic === 'right' ? (limits ? 'strengthened' : 'weakened') : limits ? 'widened' : 'narrowed';
  }
  return 'changed';
}

function isAtPeriod(region: Region, model: DiffModel): boolean {
  const { base, revision } = touchedBy(region);
  return (
    entitiesIn(model.base, region.base, 'duration', base).length > 0 ||
    entitiesIn(model.revision, region.revision, 'duration', revision).length > 0
  );
}

function unexplainedWords(words: readonly string[], language: string): string[] {
  return words.filter((w) => w.length > 1 && !has([w], 'function', language));
}
