import type { Entity } from '../../text/entities/types.ts';
import { evidenceOf, factsOf, quote, type DiffModel } from '../model.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange, Topic } from '../types.ts';
import { changeAt, changedWords, changeOver, entitiesIn, has, touchedBy, wordsOf } from './regions.ts';
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

/** A period that is stated anew or no longer stated. */
function statements(region: Region, model: DiffModel): Detected | undefined {
  const side = region.kind === 'added' ? 'revision' : 'base';
  const changes: RawChange[] = [];
  for (const unit of region[side]) {
    const stated = factsOf(model[side], [unit]).some((f) => f.type === 'retention');
    if (!stated || !evidenceOf(model[side], [unit]).some((e) => e.concept === 'retention' && e.strength === 'strong'))
      continue;
    const text = quote(model[side], unit.span);
    changes.push(
      side === 'base'
        ? changeAt('retention-removed', { old: text }, unit, undefined)
        : changeAt('retention-added', { new: text }, undefined, unit),
    );
  }
  return changes.length > 0 ? { changes, words: [] } : undefined;
}

/** What a period in a sentence is about: what the facts say, else the first topic that has periods. */
function periodTopic(region: Region, model: DiffModel, ranked: readonly Topic[]): Topic | undefined {
  const facts = [...factsOf(model.base, region.base), ...factsOf(model.revision, region.revision)];
  if (facts.some((f) => f.type === 'retention')) return 'retention';
  if (facts.some((f) => f.type === 'cookie')) return 'cookie';
  return ranked.find((topic) => IDS[topic]);
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
    words.push(...wordsOf(`${text('base', a)} ${text('revision', b)}`));
    if (old === undefined || now === undefined) continue;
    // "12 months" for "1 year" is the same period in other words.
    if (Math.abs(old - now) <= Math.max(old, now) * 0.02) continue;
    const subject = subjectOf(region, model);
    changes.push({
      ...changeOver(model, now > old ? ids[0] : ids[1], region),
      args: { of: subject ? ` (${subject})` : '', old: text('base', a), new: text('revision', b) },
    });
  }
  return { changes, words };
}

function subjectOf(region: Region, model: DiffModel): string | undefined {
  const fact = [...factsOf(model.revision, region.revision), ...factsOf(model.base, region.base)].find(
    (f) => f.type === 'retention' || f.type === 'cookie',
  );
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
