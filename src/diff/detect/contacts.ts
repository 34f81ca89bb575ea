import type { Entity, EntityName } from '../../text/entities/types.ts';
import { MAIL } from '../units.ts';
import { factsOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange } from '../types.ts';
import { changeAt, entitiesIn, unitAt, wordsOf } from './regions.ts';
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
      detected.changes.push(
        changeAt(`${id}-${suffix}`, args, a && unitAt(region.base, a), b && unitAt(region.revision, b)),
      );
      for (const e of [a, b]) if (e) detected.words.push(MAIL + e.value);
      detected.words.push(...wordsOf(`${args.old ?? ''} ${args.new ?? ''}`));
    }
  }
  const addresses = postalAddresses(region, model);
  detected.changes.push(...addresses.changes);
  detected.words.push(...addresses.words);
  return detected.changes.length > 0 ? detected : undefined;
};

const postalAddresses: (region: Region, model: DiffModel) => Detected = (region, model) => {
  const normal = (value: string) => wordsOf(value).join(' ');
  const all = (side: 'base' | 'revision') => new Set([...model[side].values('postal-address')].map(normal));
  const inUnits = (side: 'base' | 'revision', other: Set<string>) =>
    region[side].flatMap((unit) =>
      factsOf(model[side], [unit])
        .filter((f) => f.type === 'postal-address' && !other.has(normal(f.value)))
        .map((fact) => ({ fact, unit })),
    );
  const lost = inUnits('base', all('revision'));
  const gained = inUnits('revision', all('base'));
  const changes: RawChange[] = [];
  const words: string[] = [];
  for (let i = 0; i < Math.max(lost.length, gained.length); i++) {
    const [a, b] = [lost[i], gained[i]];
    const args: Record<string, string> = {};
    if (a) args.old = a.fact.value;
    if (b) args.new = b.fact.value;
    words.push(...wordsOf(`${args.old ?? ''} ${args.new ?? ''}`));
    const suffix = a && b ? 'changed' : a ? 'removed' : 'added';
    changes.push(changeAt(`contact-address-${suffix}`, args, a?.unit, b?.unit));
  }
  return { changes, words };
};

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
  for (const kind of ['contact-email', 'contact-phone', 'contact-address']) {
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
  const seen = new Set<string>();
  return result.filter((c) => {
    if (!c.id.startsWith('contact-') || c.anchor === undefined) return true;
    const key = `${c.id}\0${c.anchor}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
