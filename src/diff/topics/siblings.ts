import { factsOf, type DiffModel, type DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import type { Unit } from '../units.ts';
import { isSubject, topicOfConcept } from './concepts.ts';

const MAX_SIBLINGS = 12;

/** What the other items of a list, the other rows of a table are about: the share of them with each topic. */
export function siblingTopics(side: DiffSide, units: readonly Unit[], model: DiffModel): [Topic, number][] {
  const { blocks } = side.document;
  const first = blocks[units[0]!.block]!;
  if (first.kind !== 'item' && first.kind !== 'row') return [];
  const own = new Set(units.map((u) => u.block));
  const counts = new Map<Topic, number>();
  let siblings = 0;
  const look = (step: 1 | -1) => {
    let seen = 0;
    for (let b = first.index + step; seen < MAX_SIBLINGS && blocks[b]?.group === first.group; b += step) {
      if (own.has(b) || blocks[b]!.level !== first.level) continue;
      seen++;
      siblings++;
      const found = new Set<Topic>();
      for (let s = blocks[b]!.sentences[0]; s < blocks[b]!.sentences[1]; s++) {
        const unit = side.ofSentence[s]!;
        for (const e of side.evidence.get(unit) ?? [])
          if (isSubject(e.concept)) found.add(topicOfConcept(e.concept, model));
        if (side.facts.get(unit)?.some((f) => f.type === 'recipient')) found.add('recipient');
      }
      for (const topic of found) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  };
  look(1);
  look(-1);
  return [...counts].map(([topic, n]) => [topic, n / siblings]);
}

const MAX_NAME = 4;

/** Units that are only a name: "Cloudflare", "Acme Analytics Ltd.". */
export function isBareName(side: DiffSide, units: readonly Unit[]): boolean {
  return units.every((unit) => {
    const { kind } = side.document.blocks[unit.block]!;
    if ((kind !== 'item' && kind !== 'row') || unit.words.length > MAX_NAME) return false;
    // "Consent" in a column of legal bases is nobody's name.
    if (factsOf(side, [unit]).some((f) => f.type === 'legal-basis' || f.type === 'retention')) return false;
    const words = [...unit.starts].map((start, i) => side.document.text.slice(start, unit.ends[i]));
    return words.every((w) => /^[\p{Lu}\d]/u.test(w));
  });
}

/** Whether the list or table a unit stands in names recipients, or little but names where nothing says what they are. */
export function siblingsAreRecipients(side: DiffSide, unit: Unit, isOtherwiseHeaded: boolean): boolean {
  const { blocks } = side.document;
  const group = blocks[unit.block]!.group;
  let siblings = 0;
  for (let i = Math.max(0, unit.index - 20); i < Math.min(side.units.length, unit.index + 20); i++) {
    const other = side.units[i]!;
    if (other === unit || blocks[other.block]!.group !== group) continue;
    if (factsOf(side, [other]).some((f) => f.type === 'recipient')) return true;
    if (isBareName(side, [other])) siblings++;
  }
  return siblings >= 2 && !isOtherwiseHeaded;
}
