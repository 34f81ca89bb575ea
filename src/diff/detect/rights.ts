import { localized } from '../../rules/engine.ts';
import { evidenceOf, type DiffModel } from '../model.ts';
import type { RawChange } from '../types.ts';
import { changeOver, changedWords } from './regions.ts';
import type { Detector } from './types.ts';

/** Rights that one version names and the other nowhere does. */
export const rights: Detector = (region, model) => {
  const changes: RawChange[] = [];
  for (const [side, other, suffix, arg] of [
    ['base', 'revision', 'removed', 'old'],
    ['revision', 'base', 'added', 'new'],
  ] as const) {
    const seen = new Set<string>();
    for (const e of evidenceOf(model[side], region[side])) {
      if (!e.concept.startsWith('right-') || e.strength !== 'strong' || seen.has(e.concept)) continue;
      seen.add(e.concept);
      if (model[other].context.evidence.of(e.concept).some((o) => o.strength === 'strong')) continue;
      const title = titleOf(model, e.concept);
      if (title) changes.push({ ...changeOver(model, `right-${suffix}`, region, { [arg]: title }), anchor: e.concept });
    }
  }
  if (changes.length === 0) return undefined;
  const { removed, added } = changedWords(region);
  return { changes, words: [...removed, ...added] };
};

/** The name a law's table gives a right. */
function titleOf(model: DiffModel, concept: string): string | undefined {
  const { laws } = model.revision.context.packs.rules;
  for (const law of Object.values(laws))
    for (const requirement of law.requirements)
      if (requirement.concepts.includes(concept)) return localized(requirement.title, model.locale);
  return undefined;
}
