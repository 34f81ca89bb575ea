import { foldedWords } from '../../text/words.ts';
import type { Fact } from '../../facts/types.ts';
import type { Entity, EntityName } from '../../text/entities/types.ts';
import { MAIL, type Unit } from '../units.ts';
import { factsOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange } from '../types.ts';
import { changeAt, entitiesIn, unitAt } from './regions.ts';
import type { Detected, Detector } from './types.ts';

/** E-mail addresses and telephone numbers that one version has and the other has not. */
export const contacts: Detector = (region, model) => {
  const detected: Detected = { changes: [], words: [] };
  for (const [name, id] of [
    ['email', 'contact-email'],
    ['phone', 'contact-phone'],
  ] as const) {
    const known = { base: valuesOf(model.base, name), revision: valuesOf(model.revision, name) };
    const left = entitiesIn(model.base, region.base, name);
    const right = entitiesIn(model.revision, region.revision, name);
    const lost = distinct(left).filter((e) => !known.revision.has(e.value));
    const gained = distinct(right).filter((e) => !known.base.has(e.value));
    // Another known address took the place of one that goes on elsewhere.
    if (region.kind === 'changed' && lost.length + gained.length === 0) {
      lost.push(...left.filter((e) => !right.some((o) => o.value === e.value)));
      gained.push(...right.filter((e) => !left.some((o) => o.value === e.value)));
    }
    const text = (side: 'base' | 'revision', e: Entity) => model[side].document.text.slice(e.start, e.end);
    for (let i = 0; i < Math.max(lost.length, gained.length); i++) {
      const [a, b] = [lost[i], gained[i]];
      const args: Record<string, string> = {};
      if (a) args.old = text('base', a);
      if (b) args.new = text('revision', b);
      const suffix = a && b ? 'changed' : a ? 'removed' : 'added';
      const isDpos =
        (!a || isOfficers(model.base, region.base, a)) && (!b || isOfficers(model.revision, region.revision, b));
      detected.changes.push(
        changeAt(
          `${isDpos ? 'dpo' : id}-${suffix}`,
          args,
          a && unitAt(region.base, a),
          b && unitAt(region.revision, b),
        ),
      );
      // An address is one word of its text: the name in it may be what changed beside it.
      for (const e of [a, b]) if (e && name === 'email') detected.words.push(MAIL + e.value);
      if (name === 'phone') detected.words.push(...foldedWords(`${args.old ?? ''} ${args.new ?? ''}`));
    }
  }
  const addresses = postalAddresses(region, model);
  detected.changes.push(...addresses.changes);
  detected.words.push(...addresses.words);
  return detected.changes.length > 0 ? detected : undefined;
};

/** The facts say that this is how the data protection officer is reached. */
function isOfficers(side: DiffSide, units: readonly Unit[], { value }: Entity): boolean {
  return factsOf(side, units).some((f) => f.type === 'dpo' && f.value === value);
}

const postalAddresses: (region: Region, model: DiffModel) => Detected = (region, model) => {
  const inUnits = (side: 'base' | 'revision', other: ReadonlySet<string>) =>
    addressesOf(model[side], region[side]).filter(({ address }) => !other.has(normal(address)));
  const lost = inUnits('base', knownAddresses(model.revision));
  const gained = inUnits('revision', knownAddresses(model.base));
  const changes: RawChange[] = [];
  const words: string[] = [];
  for (let i = 0; i < Math.max(lost.length, gained.length); i++) {
    const [a, b] = [lost[i], gained[i]];
    const args: Record<string, string> = {};
    if (a) args.old = a.address;
    if (b) args.new = b.address;
    words.push(...foldedWords(`${args.old ?? ''} ${args.new ?? ''}`));
    const suffix = a && b ? 'changed' : a ? 'removed' : 'added';
    changes.push(changeAt(`contact-address-${suffix}`, args, a?.unit, b?.unit));
  }
  return { changes, words };
};

/** Postal addresses without the name in front: "Acorn Ltd, 12 Quay Street" is at the same place under another name. */
function addressesOf(side: DiffSide, units: readonly Unit[]): { address: string; unit: Unit }[] {
  return units.flatMap((unit) =>
    factsOf(side, [unit])
      .filter((f, _, all) => f.type === 'postal-address' && !isOthers(f, all))
      .map(({ value }) => {
        const name = entitiesIn(side, [unit], 'company').find((e) => value.startsWith(e.value));
        return { address: name ? value.slice(name.value.length).replace(/^[\s,]+/, '') : value, unit };
      }),
  );
}

/** Characters between a name and its address: ", ", " (". */
const MAX_GAP = 3;

/** The address of a vendor or of the representative, whose name stands in front of it: nobody reaches the controller there. */
function isOthers({ source }: Fact, facts: readonly Fact[]): boolean {
  const named = facts.filter((f) => f.source.start <= source.start && source.start - f.source.end <= MAX_GAP);
  return (
    named.some((f) => f.type === 'recipient' || f.type === 'representative') &&
    !named.some((f) => f.type === 'controller')
  );
}

const normal = (address: string) => foldedWords(address).join(' ');

const places = new WeakMap<DiffSide, ReadonlySet<string>>();

function knownAddresses(side: DiffSide): ReadonlySet<string> {
  let known = places.get(side);
  if (!known) places.set(side, (known = new Set(addressesOf(side, side.units).map(({ address }) => normal(address)))));
  return known;
}

const values = new WeakMap<DiffSide, Map<EntityName, Set<string>>>();

function valuesOf(side: DiffSide, name: EntityName): Set<string> {
  const known = values.get(side) ?? new Map<EntityName, Set<string>>();
  values.set(side, known);
  let set = known.get(name);
  if (!set) {
    set = new Set(side.context.entities.filter((e) => e.name === name).map((e) => e.value));
    known.set(name, set);
  }
  return set;
}

function distinct(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((e) => [e.value, e])).values()];
}

/** One address lost here and one gained there is one that changed. */
export function joinContacts(changes: readonly RawChange[]): RawChange[] {
  let result = [...changes];
  for (const kind of ['contact-email', 'contact-phone', 'contact-address', 'dpo']) {
    const lost = result.filter((c) => c.id === `${kind}-removed`);
    const gained = result.filter((c) => c.id === `${kind}-added`);
    if (lost.length !== 1 || gained.length !== 1) continue;
    const [a, b] = [lost[0]!, gained[0]!];
    const joined: RawChange = {
      id: `${kind}-changed`,
      args: { old: a.args.old!, new: b.args.new! },
      base: a.base,
      revision: b.revision,
      anchor: `${a.args.old}\0${b.args.new}`,
    };
    result = result.flatMap((c) => (c === a ? [] : c === b ? [joined] : [c]));
  }
  return result;
}
