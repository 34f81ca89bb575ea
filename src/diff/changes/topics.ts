import type { Evidence } from '../../evidence/types.ts';
import { contacts, joinContacts } from '../detect/contacts.ts';
import { authorities, controllers, countries, mechanisms, recipients } from '../detect/names.ts';
import { placeholders } from '../detect/placeholders.ts';
import { periods } from '../detect/periods.ts';
import { changedWords, changeOver, has, unexplained } from '../detect/regions.ts';
import { rights } from '../detect/rights.ts';
import { ages, citations, consent, polarity } from '../detect/stance.ts';
import type { Detector } from '../detect/types.ts';
import { evidenceOf, type DiffModel } from '../model.ts';
import { CHANGES, changeRule } from '../registry.ts';
import { joinRewritten, TopicFinder, toRegions, type Region } from '../topics.ts';
import type { RawChange, Topic } from '../types.ts';

/** What is looked for in every region, in this order; what one explains is not reported again. */
const DETECTORS: Detector[] = [
  placeholders,
  contacts,
  periods,
  ages,
  consent,
  polarity,
  rights,
  citations,
  controllers,
  mechanisms,
  recipients,
  countries,
  authorities,
];

/** Every content edit under the topic it belongs to; what none explains is the text topic's. */
export function topicChanges(model: DiffModel): RawChange[] {
  const topics = new TopicFinder(model);
  const regions = joinRewritten(toRegions(model), model, topics);
  const changes: RawChange[] = [];
  const open: Region[] = [];
  for (const region of regions) {
    const found = regionChanges(region, model, topics);
    changes.push(...found.changes);
    if (!found.explained) open.push(region);
  }
  changes.push(...conceptChanges(model, open, changes, topics));
  for (const region of regions) for (const edit of region.edits) edit.claimed = true;
  return joinContacts(changes);
}

/** The changes of a region; `explained` when its words leave nothing more to be said. */
function regionChanges(
  region: Region,
  model: DiffModel,
  topics: TopicFinder,
): { changes: RawChange[]; explained: boolean } {
  const changes: RawChange[] = [];
  const explained = new Set<string>();
  for (const detect of DETECTORS) {
    const detected = detect(region, model, topics);
    if (!detected) continue;
    const left = unexplained(region, explained);
    // A detector that only sees what another has told adds nothing.
    if (region.kind === 'changed' && explained.size > 0 && left.length === 0) break;
    changes.push(...detected.changes);
    for (const word of detected.words) explained.add(word);
  }
  const topic = topics.topicOf(region);
  const all = region.kind === 'changed' && explained.size > 0 && unexplained(region, explained).length === 0;
  const told = changes.some((c) => changeRule(c.id).topic === topic) || (topic === 'text' && changes.length > 0);
  if (!all && !told) changes.push(changeOver(model, idOf(topic, region, model, topics), region));
  return { changes, explained: all };
}

/** The id of a topic for what happened to a region: with a direction where the words show one. */
function idOf(topic: Topic, region: Region, model: DiffModel, topics: TopicFinder): string {
  if (region.kind !== 'changed')
    return isOnlyDenied(topic, region, model, topics) ? deniedId(topic, region.kind) : `${topic}-${region.kind}`;
  const direction = directionOf(region, topic, model);
  const id = `${topic}-${direction}`;
  return CHANGES.has(id) ? id : `${topic}-changed`;
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
    const strength = (list: Evidence[]) =>
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

function unexplainedWords(words: readonly string[], language: string): string[] {
  return words.filter((w) => w.length > 1 && !has([w], 'function', language));
}

/** Concepts that only decide whether a rule applies, or that nearly every sentence touches. */
const GENERIC = new Set(['purposes', 'data-categories', 'rights-channel', 'change-notification', 'definitions']);

/** A concept of law that one version answers and the other nowhere mentions. */
function conceptChanges(
  model: DiffModel,
  regions: readonly Region[],
  reported: readonly RawChange[],
  topics: TopicFinder,
): RawChange[] {
  const told = new Set(reported.map((c) => changeRule(c.id).topic));
  const required = new Set(
    Object.values(model.revision.context.packs.rules.laws).flatMap((law) =>
      law.requirements.flatMap((r) => r.concepts),
    ),
  );
  const changes: RawChange[] = [];
  for (const region of regions) {
    for (const [side, other, suffix] of [
      ['base', 'revision', 'removed'],
      ['revision', 'base', 'added'],
    ] as const) {
      const seen = new Set<string>();
      for (const e of evidenceOf(model[side], region[side])) {
        if (!required.has(e.concept) || GENERIC.has(e.concept)) continue;
        if (e.strength !== 'strong' || seen.has(e.concept)) continue;
        seen.add(e.concept);
        if (model[other].context.evidence.of(e.concept).length > 0) continue;
        const topic = topics.topic(e.concept);
        const id = `${topic}-${suffix}`;
        if (!CHANGES.has(id) || told.has(topic)) continue;
        const unit = region[side].find((u) => u.sentence === e.sentence)!;
        const text = model[side].document.text.slice(unit.span.start, unit.span.end);
        changes.push({
          id,
          args: side === 'base' ? { old: text } : { new: text },
          [side]: unit.span,
          anchor: e.concept,
        });
        told.add(topic);
      }
    }
  }
  return changes;
}
