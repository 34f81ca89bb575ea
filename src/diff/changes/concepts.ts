import { isDenied } from '../detect/denials.ts';
import { evidenceOf, type DiffModel } from '../model.ts';
import { CHANGES, changeRule } from '../registry.ts';
import { COMMON, tells } from '../topics/concepts.ts';
import type { TopicFinder } from '../topics/finder.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange } from '../types.ts';

/** A concept of law that one version answers and the other nowhere mentions. */
export function conceptChanges(
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
        if (!required.has(e.concept) || COMMON.has(e.concept)) continue;
        if (!tells(e) || seen.has(e.concept)) continue;
        seen.add(e.concept);
        if (model[other].context.evidence.of(e.concept).length > 0) continue;
        const topic = topics.topic(e.concept);
        // A promise not to do it is the contrary of doing it.
        const id = isDenied(e, model[side], topic) ? `${topic}-denial-${suffix}` : `${topic}-${suffix}`;
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
