import { foldedWords } from '../../text/words.ts';
import { changedRuns } from '../edits.ts';
import { evidenceOf, factsOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Fact, FactType } from '../../facts/types.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';
import type { Region } from '../topics/region.ts';
import { asWritten, changeAt } from './regions.ts';
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
      if (type === 'controller' && [...known].some((name) => areOneName(name, value))) continue;
      seen.add(value);
      found.push({ fact, unit });
    }
  return found;
}

/** A word in front of or behind a company's name taken for part of it makes no other name. */
export function areOneName(a: string, b: string): boolean {
  return a === b || a.endsWith(` ${b}`) || b.endsWith(` ${a}`);
}

/** Ids of what may happen to the names of a kind; without `changed` one lost and one gained are two changes. */
interface NameIds {
  changed?: string;
  added?: string;
  removed?: string;
}

function named(
  region: Region,
  model: DiffModel,
  type: FactType,
  ids: NameIds,
  isSwap: (lost: Fact, gained: Fact) => boolean = () => true,
): Detected | undefined {
  const lost = onlyHere(model.base, model.revision, region.base, type);
  const gained = onlyHere(model.revision, model.base, region.revision, type);
  const words = [
    ...lost.flatMap(({ fact }) => foldedWords(`${fact.value} ${written(model.base, fact)}`)),
    ...gained.flatMap(({ fact }) => foldedWords(`${fact.value} ${written(model.revision, fact)}`)),
  ];
  const changes: RawChange[] = [];
  if (ids.changed)
    for (let i = 0; i < Math.min(lost.length, gained.length);) {
      const [a, b] = [lost[i]!, gained[i]!];
      if (!isSwap(a.fact, b.fact)) {
        i++;
        continue;
      }
      lost.splice(i, 1);
      gained.splice(i, 1);
      const args = { old: written(model.base, a.fact), new: written(model.revision, b.fact) };
      changes.push(changeAt(ids.changed, args, a.unit, b.unit));
    }
  const list = (side: DiffSide, found: Found[]) => found.map((f) => written(side, f.fact)).join(', ');
  if (ids.removed && lost.length > 0)
    changes.push(changeAt(ids.removed, { old: list(model.base, lost) }, lost[0]!.unit, undefined));
  if (ids.added && gained.length > 0)
    changes.push(changeAt(ids.added, { new: list(model.revision, gained) }, undefined, gained[0]!.unit));
  return changes.length > 0 ? { changes, words } : undefined;
}

/** A name as the tables have it; codes and kinds in the words of the text. */
function written(side: DiffSide, fact: Fact): string {
  const isName = fact.type === 'controller' || (fact.type === 'recipient' && areCompanies(fact));
  return isName ? fact.value : asWritten(side, fact);
}

const IDENTITY = new Set(['contact', 'controller', 'dpo', 'representative']);

/** The passage itself says so, wherever it stands. */
function says(region: Region, model: DiffModel, concepts: ReadonlySet<string>): boolean {
  return [...evidenceOf(model.base, region.base), ...evidenceOf(model.revision, region.revision)].some(
    (e) => concepts.has(e.concept) && e.strength === 'strong' && e.polarity === 'affirmed' && !e.headed,
  );
}

const RECIPIENTS = new Set(['recipients']);
const TRANSFERS = new Set(['third-country-transfer', 'transfer-abroad']);

/** Named recipients added, removed, replaced; companies in an address block are no recipients. */
export const recipients: Detector = (region, model, topics) =>
  IDENTITY.has(topics.topicOf(region)) && !says(region, model, RECIPIENTS)
    ? undefined
    : (unknownName(region, model) ??
      named(
        region,
        model,
        'recipient',
        { changed: 'recipient-replaced', added: 'recipient-added', removed: 'recipient-removed' },
        areCompanies,
      ));

/** One company for another does the same work; a kind of recipients is one more or one fewer. */
function areCompanies(...facts: Fact[]): boolean {
  return facts.every((fact) => fact.detail?.kind !== 'category');
}

const MAX_NAME = 4;

/** A known recipient that gave way to a name we do not know, or the reverse. */
function unknownName(region: Region, model: DiffModel): Detected | undefined {
  if (region.kind !== 'changed') return undefined;
  const lost = onlyHere(model.base, model.revision, region.base, 'recipient');
  const gained = onlyHere(model.revision, model.base, region.revision, 'recipient');
  if (lost.length + gained.length !== 1) return undefined;
  const edit = region.edits[0]!;
  const known = foldedWords((lost[0] ?? gained[0])!.fact.value);
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
  if (topics.topicOf(region) !== 'transfer' && !says(region, model, TRANSFERS)) return undefined;
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

/** Data that one version alone says it collects, in a sentence that goes on. */
export const dataCategories: Detector = (region, model, topics) =>
  topics.topicOf(region) !== 'data-category' || region.kind !== 'changed'
    ? undefined
    : named(region, model, 'data-category', { added: 'data-category-added', removed: 'data-category-removed' });

/** The controller's name, when both versions name one and they differ. */
export const controllers: Detector = (region, model) =>
  region.kind === 'changed' ? named(region, model, 'controller', { changed: 'controller-changed' }) : undefined;
