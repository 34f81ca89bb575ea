import type { Evidence } from '../../evidence/types.ts';
import { evidenceOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import { changedSpans } from '../word-spans.ts';
import { COMMON, HINTS, isSubject, tells, topicOfConcept } from './concepts.ts';
import type { OwnWords } from './own-words.ts';
import type { Region } from './region.ts';

const STRONG = 1.3;
const NEAR = 0.45;
const COMMON_SHARE = 0.6;
const HINT_SHARE = 0.5;
/** What a sentence cites says less than what it is about. */
const CITATION_SHARE = 0.3;
/** Evidence one version alone has, and evidence the change touches. */
const NEW = 1.8;
const TOUCHED = 1.4;
/** A row of purposes that comes or goes takes its legal basis and its period along. */
const PURPOSE_OF_ROW = 3;

/** A concept the documents mention everywhere weighs less where it is mentioned once more. */
export function rarities(model: DiffModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const side of [model.base, model.revision])
    for (const e of side.context.evidence.all) counts.set(e.concept, (counts.get(e.concept) ?? 0) + 1);
  return new Map([...counts].map(([concept, n]) => [concept, 1.5 / (1 + Math.log2(1 + n / 2) / 2)]));
}

/** What the sentences of a region speak of, with its weight. */
export function* evidenceWeights(
  region: Region,
  model: DiffModel,
  told: OwnWords,
  rarity: ReadonlyMap<string, number>,
): Generator<[Topic, number]> {
  const units = Math.max(1, region.base.length, region.revision.length);
  const left = evidenceOf(model.base, region.base);
  const right = evidenceOf(model.revision, region.revision);
  const sides = region.kind === 'changed' ? 2 : 1;
  if (isRowOfPurposes(region, model)) yield ['purpose', PURPOSE_OF_ROW];
  const touched = region.kind === 'changed' ? changedSpans(region.edits[0]!) : undefined;
  for (const [side, evidence, other, spans] of [
    [model.base, left, right, touched?.base],
    [model.revision, right, left, touched?.revision],
  ] as const) {
    const perUnit = new Map<string, { topic: Topic; weight: number }>();
    for (const e of evidence) {
      if (!isSubject(e.concept)) continue;
      const topic = topicOfConcept(e.concept, model);
      let weight = (tells(e) && !told.isBorrowed(e, topic) ? STRONG : NEAR) * (rarity.get(e.concept) ?? 1);
      if (COMMON.has(e.concept) && !isOnlySubject(e, evidence) && !isInItem(e, side)) weight *= COMMON_SHARE;
      if (topic === 'citation') weight *= CITATION_SHARE;
      else if (HINTS.has(e.concept)) weight *= HINT_SHARE;
      if (spans) {
        if (!other.some((o) => o.concept === e.concept && o.polarity === e.polarity)) weight *= NEW;
        else if (spans.some((s) => s.start < e.match.end && e.match.start < s.end)) weight *= TOUCHED;
      }
      const key = `${e.sentence} ${topic}`;
      const known = perUnit.get(key);
      if (!known || known.weight < weight) perUnit.set(key, { topic, weight });
    }
    for (const { topic, weight } of perUnit.values()) yield [topic, weight / Math.sqrt(units) / sides];
  }
}

/** A row that was added or removed as a whole, and its first cell names a purpose. */
function isRowOfPurposes({ kind, base, revision }: Region, model: DiffModel): boolean {
  const [side, [first, second]] = kind === 'removed' ? [model.base, base] : [model.revision, revision];
  if (kind === 'changed' || !first || second?.block !== first.block) return false;
  const block = side.document.blocks[first.block]!;
  return (
    block.kind === 'row' &&
    block.sentences[0] === first.sentence &&
    evidenceOf(side, [first]).some((e) => e.concept === 'purposes')
  );
}

/** "We may change this policy": a sentence that speaks of nothing else is about the change of the notice. */
function isOnlySubject(e: Evidence, evidence: readonly Evidence[]): boolean {
  return (
    e.concept === 'change-notification' &&
    evidence.every((o) => o.sentence !== e.sentence || o === e || !isSubject(o.concept))
  );
}

/** What a list item says is mostly what it is there for. */
function isInItem(e: Evidence, { document }: DiffSide): boolean {
  return document.blocks[document.sentences[e.sentence]!.block]!.kind === 'item';
}
