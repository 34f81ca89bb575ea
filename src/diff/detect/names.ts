import { changedRuns } from '../edits.ts';
import { evidenceOf, factsOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Fact, FactType } from '../../facts/types.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';
import type { Region } from '../topics/region.ts';
import { changeAt, wordsOf } from './regions.ts';
import type { Detected, Detector } from './types.ts';

interface Found {
  fact: Fact;
  unit: Unit;
}

/** Facts of a kind that stand in a region's units of one side and nowhere in the other version. */
function onlyHere(side: DiffSide, other: DiffSide, units: readonly Unit[], type: FactType): Found[] {
  const known = other.values(type);
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const unit of units)
    for (const fact of factsOf(side, [unit])) {
      const value = fact.value.toLowerCase();
      if (fact.type !== type || known.has(value) || seen.has(value)) continue;
      // A name the other version has as well, only not recognised there, is no news.
      if (type === 'recipient' && other.mentions(value)) continue;
      seen.add(value);
      found.push({ fact, unit });
    }
  return found;
}

function named(
  region: Region,
  model: DiffModel,
  type: FactType,
  ids: { changed: string; added: string; removed: string },
): Detected | undefined {
  const lost = onlyHere(model.base, model.revision, region.base, type);
  const gained = onlyHere(model.revision, model.base, region.revision, type);
  const changes: RawChange[] = [];
  const words: string[] = [];
  const paired = Math.min(lost.length, gained.length);
  for (let i = 0; i < paired; i++) {
    const args = { old: lost[i]!.fact.value, new: gained[i]!.fact.value };
    changes.push(changeAt(ids.changed, args, lost[i]!.unit, gained[i]!.unit));
  }
  const list = (found: Found[]) => found.map((f) => f.fact.value).join(', ');
  if (lost.length > paired)
    changes.push(changeAt(ids.removed, { old: list(lost.slice(paired)) }, lost[paired]!.unit, undefined));
  if (gained.length > paired)
    changes.push(changeAt(ids.added, { new: list(gained.slice(paired)) }, undefined, gained[paired]!.unit));
  for (const { fact } of [...lost, ...gained]) words.push(...wordsOf(fact.value));
  return changes.length > 0 ? { changes, words } : undefined;
}

const IDENTITY = new Set(['contact', 'controller', 'dpo', 'representative']);

/** The passage itself says so, wherever it stands. */
function namesRecipients(region: Region, model: DiffModel): boolean {
  return [...evidenceOf(model.base, region.base), ...evidenceOf(model.revision, region.revision)].some(
    (e) => e.concept === 'recipients' && e.strength === 'strong' && e.polarity === 'affirmed' && !e.headed,
  );
}

/** Named recipients added, removed, replaced; companies in an address block are no recipients. */
export const recipients: Detector = (region, model, topics) =>
  IDENTITY.has(topics.topicOf(region)) && !namesRecipients(region, model)
    ? undefined
    : (unknownName(region, model) ??
      named(region, model, 'recipient', {
        changed: 'recipient-replaced',
        added: 'recipient-added',
        removed: 'recipient-removed',
      }));

const MAX_NAME = 4;

/** A known recipient that gave way to a name we do not know, or the reverse. */
function unknownName(region: Region, model: DiffModel): Detected | undefined {
  if (region.kind !== 'changed') return undefined;
  const lost = onlyHere(model.base, model.revision, region.base, 'recipient');
  const gained = onlyHere(model.revision, model.base, region.revision, 'recipient');
  if (lost.length + gained.length !== 1) return undefined;
  const edit = region.edits[0]!;
  const known = wordsOf((lost[0] ?? gained[0])!.fact.value);
  for (const { removed, added, run } of changedRuns(edit)) {
    const [own, other] = lost.length > 0 ? [removed, added] : [added, removed];
    if (own.join(' ') !== known.join(' ') || other.length === 0 || other.length > MAX_NAME) continue;
    const text = (side: 'base' | 'revision') => {
      const words = region[side].flatMap((u) => [...u.starts].map((start, i) => ({ start, end: u.ends[i]! })));
      const [from, to] = [words[run[side][0]]!, words[run[side][1] - 1]!];
      return model[side].document.text.slice(from.start, to.end);
    };
    const args = { old: text('base'), new: text('revision') };
    return {
      changes: [changeAt('recipient-replaced', args, region.base[0], region.revision[0])],
      words: [...removed, ...added],
    };
  }
  return undefined;
}

export const countries: Detector = (region, model, topics) => {
  if (topics.topicOf(region) !== 'transfer') return undefined;
  return named(region, model, 'country', {
    changed: 'transfer-country-changed',
    added: 'transfer-country-added',
    removed: 'transfer-country-removed',
  });
};

export const mechanisms: Detector = (region, model) =>
  named(region, model, 'transfer-mechanism', {
    changed: 'transfer-safeguard-changed',
    added: 'transfer-safeguard-added',
    removed: 'transfer-safeguard-removed',
  });

export const authorities: Detector = (region, model, topics) =>
  topics.topicOf(region) !== 'complaint' || region.kind !== 'changed'
    ? undefined
    : named(region, model, 'authority', {
        changed: 'complaint-authority-changed',
        added: 'complaint-changed',
        removed: 'complaint-changed',
      });

/** The controller's name, when both versions name one and they differ. */
export const controllers: Detector = (region, model) => {
  if (region.kind !== 'changed') return undefined;
  const detected = named(region, model, 'controller', {
    changed: 'controller-changed',
    added: '',
    removed: '',
  });
  const changes = detected?.changes.filter((c) => c.id !== '') ?? [];
  return changes.length > 0 ? { changes, words: detected!.words } : undefined;
};
