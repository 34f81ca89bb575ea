import { foldedWords } from '../../text/words.ts';
import type { Entity } from '../../text/entities/types.ts';
import type { Fact } from '../../facts/types.ts';
import { evidenceOf, factsOf, quote, type DiffModel, type DiffSide } from '../model.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange, Topic } from '../types.ts';
import type { Unit } from '../units.ts';
import { asWritten, changeAt, changedWords, changeOver, entitiesIn, has, touchedBy } from './regions.ts';
import type { Detected, Detector } from './types.ts';

const IDS: Partial<Record<Topic, [longer: string, shorter: string]>> = {
  retention: ['retention-lengthened', 'retention-shortened'],
  cookie: ['cookie-lifetime-lengthened', 'cookie-lifetime-shortened'],
  right: ['answer-time-lengthened', 'answer-time-shortened'],
};

/** Periods that became longer, shorter, vague or specific. */
export const periods: Detector = (region, model, topics) => {
  if (region.kind !== 'changed') return statements(region, model);
  const touched = touchedBy(region);
  const lost = entitiesIn(model.base, region.base, 'duration', touched.base);
  const gained = entitiesIn(model.revision, region.revision, 'duration', touched.revision);
  const topic = periodTopic(
    region,
    model,
    topics.scores(region).map(([t]) => t),
  );
  if (lost.length > 0 && gained.length > 0) return compared(region, model, lost, gained, topic);
  if (topic !== 'retention') return undefined;
  return vagueness(region, model, lost, gained);
};

/** A period that is stated anew or no longer stated, or, of what the other version keeps in other words, stated otherwise. */
function statements(region: Region, model: DiffModel): Detected | undefined {
  const [here, there] = region.kind === 'added' ? (['revision', 'base'] as const) : (['base', 'revision'] as const);
  const changes: RawChange[] = [];
  let reworded: RawChange | undefined;
  for (const unit of region[here]) {
    const fact = factsOf(model[here], [unit]).find((f) => f.type === 'retention');
    if (!fact || !evidenceOf(model[here], [unit]).some((e) => e.concept === 'retention' && e.strength === 'strong'))
      continue;
    const other = restated(model, there, fact);
    const text = withSubject(model[here], unit, fact);
    if (!other)
      changes.push(
        here === 'base'
          ? changeAt('retention-removed', { old: text }, unit, undefined)
          : changeAt('retention-added', { new: text }, undefined, unit),
      );
    else {
      const [base, revision] = here === 'base' ? [{ fact, unit }, other] : [other, { fact, unit }];
      const change = periodChange(model, base, revision);
      if (change.id === 'retention-changed') reworded ??= change;
      else changes.push(change);
    }
  }
  if (changes.length === 0 && reworded) changes.push(reworded);
  return changes.length > 0 ? { changes, words: [] } : undefined;
}

interface Stated {
  fact: Fact;
  unit: Unit;
}

function periodChange(model: DiffModel, base: Stated, revision: Stated): RawChange {
  const [old, now] = [daysOf(base.fact.duration ?? ''), daysOf(revision.fact.duration ?? '')];
  if (old === undefined || now === undefined || isSamePeriod(old, now)) {
    const args = { old: quote(model.base, base.unit.span), new: quote(model.revision, revision.unit.span) };
    return changeAt('retention-changed', args, base.unit, revision.unit);
  }
  const args = {
    of: ` (${revision.fact.subject})`,
    old: asWritten(model.base, base.fact),
    new: asWritten(model.revision, revision.fact),
  };
  return changeAt(now > old ? 'retention-lengthened' : 'retention-shortened', args, base.unit, revision.unit);
}

/** "12 months" for "1 year" is the same period in other words. */
function isSamePeriod(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) * 0.02;
}

/** A statement of the other version about the same data, in a passage that did not stay as it was. */
function restated(model: DiffModel, there: 'base' | 'revision', { subject }: Fact): Stated | undefined {
  if (!subject) return undefined;
  const side = model[there];
  const of = there === 'base' ? model.alignment.ofBase : model.alignment.ofRevision;
  for (const fact of bySubject(side).get(foldedWords(subject).join(' ')) ?? []) {
    const unit = side.units[side.ofSentence[fact.sentence] ?? -1];
    if (unit && model.alignment.groups[of[unit.index]!]!.kind !== 'same') return { fact, unit };
  }
  return undefined;
}

const subjects = new WeakMap<DiffSide, Map<string, Fact[]>>();

/** Periods of one version by what they are about. */
function bySubject(side: DiffSide): Map<string, Fact[]> {
  let known = subjects.get(side);
  if (known) return known;
  subjects.set(side, (known = new Map()));
  for (const fact of side.context.factsOf('retention')) {
    if (!fact.subject) continue;
    const subject = foldedWords(fact.subject).join(' ');
    const list = known.get(subject);
    if (list) list.push(fact);
    else known.set(subject, [fact]);
  }
  return known;
}

/** The cell of a table says how long, not what is kept. */
function withSubject(side: DiffSide, unit: Unit, { subject }: Fact): string {
  const text = quote(side, unit.span);
  return !subject || text.includes(subject) ? text : `${subject}: ${text}`;
}

/** What a period in a sentence is about: what the facts say, cookies where they are the first topic that has periods. */
function periodTopic(region: Region, model: DiffModel, ranked: readonly Topic[]): Topic | undefined {
  const facts = [...factsOf(model.base, region.base), ...factsOf(model.revision, region.revision)];
  if (facts.some((f) => f.type === 'cookie')) return 'cookie';
  const first = ranked.find((topic) => IDS[topic]);
  return first !== 'cookie' && facts.some((f) => f.type === 'retention') ? 'retention' : first;
}

function compared(
  region: Region,
  model: DiffModel,
  lost: readonly Entity[],
  gained: readonly Entity[],
  topic: Topic | undefined,
): Detected | undefined {
  const ids = topic && IDS[topic];
  if (!ids) return undefined;
  const changes: RawChange[] = [];
  const words: string[] = [];
  const text = (side: 'base' | 'revision', e: Entity) => model[side].document.text.slice(e.start, e.end);
  for (let i = 0; i < Math.min(lost.length, gained.length); i++) {
    const [a, b] = [lost[i]!, gained[i]!];
    const [old, now] = [daysOf(a.value), daysOf(b.value)];
    words.push(...foldedWords(`${text('base', a)} ${text('revision', b)}`));
    if (old === undefined || now === undefined) continue;
    if (isSamePeriod(old, now)) continue;
    const subject = subjectOf(model.revision, region.revision, b) ?? subjectOf(model.base, region.base, a);
    changes.push({
      ...changeOver(model, now > old ? ids[0] : ids[1], region),
      args: { of: subject ? ` (${subject})` : '', old: text('base', a), new: text('revision', b) },
    });
  }
  return { changes, words };
}

/** What a period is about, by the fact it belongs to; where none is, by the only one of the passage. */
function subjectOf(side: DiffSide, units: readonly Unit[], period: Entity): string | undefined {
  const facts = factsOf(side, units).filter((f) => f.type === 'retention' || f.type === 'cookie');
  const { start, end } = side.document.sourceSpan(period);
  const own = facts.find((f) => f.source.start < end && start < f.source.end);
  const fact = own ?? (facts.length === 1 ? facts[0] : undefined);
  return fact?.type === 'cookie' ? fact.value : fact?.subject;
}

/** A period that gave way to vague words, or the reverse. */
function vagueness(
  region: Region,
  model: DiffModel,
  lost: readonly Entity[],
  gained: readonly Entity[],
): Detected | undefined {
  const strength = (side: 'base' | 'revision') => {
    const evidence = evidenceOf(model[side], region[side]).filter((e) => e.concept === 'retention');
    return evidence.some((e) => e.strength === 'strong') ? 2 : evidence.length > 0 ? 1 : 0;
  };
  const [before, after] = [strength('base'), strength('revision')];
  const { removed, added } = changedWords(region);
  const { language } = region.edits[0]!;
  const noPeriod = lost.length > 0 && gained.length === 0;
  if ((noPeriod && (after < 2 || has(added, 'vague', language))) || (before === 2 && after === 1))
    return { changes: [changeOver(model, 'retention-made-vague', region)], words: [...removed, ...added] };
  const noPeriodBefore = gained.length > 0 && lost.length === 0;
  if ((noPeriodBefore && (before < 2 || has(removed, 'vague', language))) || (before === 1 && after === 2))
    return { changes: [changeOver(model, 'retention-made-specific', region)], words: [...removed, ...added] };
  return undefined;
}

const DAYS: Record<string, number> = { Y: 365, M: 30.4167, W: 7, D: 1 };

/** Days of an ISO 8601 duration; undefined when it is none. */
export function daysOf(iso: string): number | undefined {
  const match =
    /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      iso,
    );
  if (!match) return undefined;
  const n = (i: number) => Number(match[i] ?? 0);
  return n(1) * DAYS.Y! + n(2) * DAYS.M! + n(3) * DAYS.W! + n(4) + n(5) / 24 + n(6) / 1440 + n(7) / 86400;
}
