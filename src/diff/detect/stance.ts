import type { Evidence } from '../../evidence/types.ts';
import { hasPair, isWord } from '../lexicon/lexicon.ts';
import { evidenceOf, factsOf, type DiffModel, type DiffSide } from '../model.ts';
import { CHANGES } from '../registry.ts';
import type { TopicFinder } from '../topics/finder.ts';
import type { Region } from '../topics/region.ts';
import type { Topic } from '../types.ts';
import type { Unit } from '../units.ts';
import { isDenied, isNaming } from './denials.ts';
import { changedWords, changeOver, entitiesIn, has, touchedBy } from './regions.ts';
import type { Detector } from './types.ts';

/** Content words beside the turning one with which a sentence still counts as turned, not rewritten. */
const MAX_BESIDE = 6;

const one = (model: DiffModel, id: string, region: Region) => {
  const { removed, added } = changedWords(region);
  return { changes: [changeOver(model, id, region)], words: [...removed, ...added] };
};

/** Promises not to do something that were given up, given, or turned round. */
export const polarity: Detector = (region, model, topics) => {
  const before = evidenceOf(model.base, region.base);
  const after = evidenceOf(model.revision, region.revision);
  const scored = topics.topicOf(region);
  for (const [here, side, there, other, suffix] of [
    [before, model.base, after, model.revision, 'removed'],
    [after, model.revision, before, model.base, 'added'],
  ] as const) {
    for (const e of here) {
      const topic = topics.topic(e.concept);
      if (e.strength !== 'strong' || !CHANGES.has(`${topic}-denial-${suffix}`)) continue;
      const denies = (evidence: Evidence, side: DiffSide) => isDenied(evidence, side, topic);
      if (!denies(e, side) || (isNaming(topic) && !isAllDenied(here, side, topic, topics, scored))) continue;
      // "No transfer to third countries takes place" denies a disclosure in words, a transfer by its subject.
      const id = CHANGES.has(`${scored}-denial-${suffix}`) ? `${scored}-denial-${suffix}` : `${topic}-denial-${suffix}`;
      const against = there.find((o) => o.concept === e.concept);
      if (against && denies(against, other)) continue;
      const turned = region.kind === 'changed' && against !== undefined;
      // As many negations as before and nothing against it: it is denied in words we do not know.
      if (region.kind === 'changed' && !turned && stillDenies(region, suffix)) continue;
      // Still said elsewhere: nothing is lost. Another purpose that is denied is another promise.
      if (
        !turned &&
        !isNaming(topic) &&
        other.context.evidence.of(e.concept).some((o) => o.polarity === 'denied' && o.strength === 'strong')
      )
        continue;
      if (!turned && region.kind !== 'changed' && topic !== scored && scored !== 'text') continue;
      return one(model, turned && isNaming(topic) ? `${topic}-reversed` : id, region);
    }
  }
  return turnedRound(region, model, topics);
};

/** A passage about the topic that denies whatever it says of it. */
function isAllDenied(
  said: readonly Evidence[],
  side: DiffSide,
  topic: Topic,
  topics: TopicFinder,
  scored: Topic,
): boolean {
  return (
    topic === scored &&
    said
      .filter((e) => e.strength === 'strong' && topics.topic(e.concept) === topic)
      .every((e) => isDenied(e, side, topic))
  );
}

function stillDenies(region: Region, suffix: 'added' | 'removed'): boolean {
  const { language, baseWords, revisionWords } = region.edits[0]!;
  const count = (words: readonly string[]) => words.filter((w) => isWord(w, 'negators', language)).length;
  const [before, after] = [count(baseWords), count(revisionWords)];
  return suffix === 'removed' ? after >= before : before >= after;
}

function turnedRound(region: Region, model: DiffModel, topics: TopicFinder) {
  if (region.kind !== 'changed') return undefined;
  const { language } = region.edits[0]!;
  const { removed, added } = changedWords(region);
  const [was, is] = [has(removed, 'negators', language), has(added, 'negators', language)];
  const prefixed =
    removed.length <= 2 && added.length <= 2 && removed.some((a) => added.some((b) => isNegatedForm(a, b)));
  if ((was === is && !prefixed) || removed.length + added.length > MAX_BESIDE) return undefined;
  const topic = topics.topicOf(region);
  return one(model, `${topic}-reversed`, region);
}

/** Latvian and Czech negate by prefix: "nodod", "nenodod". */
function isNegatedForm(a: string, b: string): boolean {
  return a === `ne${b}` || b === `ne${a}`;
}

/** Opt-in and opt-out, consent and legitimate interests. */
export const consent: Detector = (region, model) => {
  if (region.kind !== 'changed') return undefined;
  const { language } = region.edits[0]!;
  const before = evidenceOf(model.base, region.base);
  const after = evidenceOf(model.revision, region.revision);
  const rests = (list: typeof before, concept: string) =>
    list.some((e) => e.concept === concept && e.polarity !== 'denied');
  const { removed, added } = changedWords(region);
  if (has(removed, 'optIn', language) || has(added, 'optIn', language)) {
    const [consented, consents] = [rests(before, 'consent-basis'), rests(after, 'consent-basis')];
    const [interested, interests] = [
      rests(before, 'legitimate-interest-basis') || rests(before, 'contract-basis'),
      rests(after, 'legitimate-interest-basis') || rests(after, 'contract-basis'),
    ];
    if (consented && !consents && interests && !interested) return one(model, 'legal-basis-consent-dropped', region);
    if (consents && !consented && interested && !interests) return one(model, 'legal-basis-consent-required', region);
  }
  const { baseWords, revisionWords } = region.edits[0]!;
  // "opted in" → "opted out": what stays belongs to what changed.
  const [optedIn, optsIn] = [hasPair(baseWords, 'optIn', language), hasPair(revisionWords, 'optIn', language)];
  const [optedOut, optsOut] = [hasPair(baseWords, 'optOut', language), hasPair(revisionWords, 'optOut', language)];
  if (optedIn && optsOut && !optedOut && !optsIn) return one(model, 'consent-opt-out', region);
  if (optedOut && optsIn && !optedIn && !optsOut) return one(model, 'consent-opt-in', region);
  const out = (words: string[]) => has(words, 'optOut', language) && !has(words, 'optIn', language);
  const into = (words: string[]) => has(words, 'optIn', language) && !has(words, 'optOut', language);
  if (into(removed) && out(added)) return one(model, 'consent-opt-out', region);
  if (out(removed) && into(added)) return one(model, 'consent-opt-in', region);
  return undefined;
};

/** The age from which people may use the service. */
export const ages: Detector = (region, model, topics) => {
  if (region.kind !== 'changed' || topics.topicOf(region) !== 'children') return undefined;
  const { removed, added } = changedWords(region);
  const age = (words: string[]) => words.map(Number).filter((n) => n >= 7 && n <= 21);
  const [[was], [is]] = [age(removed), age(added)];
  if (was === undefined || is === undefined || was === is) return undefined;
  if (removed.length + added.length > 12) return undefined;
  return {
    changes: [
      {
        ...changeOver(model, is > was ? 'children-age-raised' : 'children-age-lowered', region),
        args: { old: String(was), new: String(is) },
      },
    ],
    words: [String(was), String(is)],
  };
};

/** The articles that list the legal bases of a processing: another letter is another basis. */
const LISTS_BASES = /^(?:GDPR Art\. 6\(1\)|KVKK Art\. [56]\b)/;

/** Articles and statutes, when nothing else changed in the sentence. */
export const citations: Detector = (region, model) => {
  if (region.kind !== 'changed') return undefined;
  const touched = touchedBy(region);
  const lost = entitiesIn(model.base, region.base, 'article', touched.base);
  const gained = entitiesIn(model.revision, region.revision, 'article', touched.revision);
  if (lost.length === 0 || gained.length === 0) return undefined;
  const { removed, added } = changedWords(region);
  if (![...removed, ...added].every((w) => /\d/.test(w) || w.length <= 4)) return undefined;
  const cited = (side: DiffSide, units: readonly Unit[]) =>
    factsOf(side, units).flatMap((f) => (f.type === 'citation' && LISTS_BASES.test(f.value) ? [f.value] : []));
  const [before, after] = [cited(model.base, region.base), cited(model.revision, region.revision)];
  const isOther = before.length > 0 && after.some((article) => !before.includes(article));
  return one(model, isOther ? 'legal-basis-changed' : 'citation-changed', region);
};
