import type { Unit } from '../units.ts';
import type { Matching } from './types.ts';

/** Share of a section's text that must have gone to one section for their headings to be the same one. */
const MOST = 0.5;

interface Section {
  heading: Unit | undefined;
  text: Unit[];
}

/**
 * Pairs headings in other words by what stands under them: the text says which section this is, wherever it went. Runs
 * when the text that stayed or moved has its partners.
 */
export function pairHeadings(
  base: readonly Unit[],
  revision: readonly Unit[],
  matching: Matching,
): { b: number; r: number }[] {
  const before = sectionsOf(base);
  const after = sectionsOf(revision);
  const pairs: { b: number; r: number }[] = [];
  for (const [section, { heading }] of before) {
    if (!heading || matching.base[heading.index] !== -1) continue;
    const partner = sectionOf(before.get(section), revision, matching.base);
    const other = partner === undefined ? undefined : after.get(partner);
    if (!other?.heading || matching.revision[other.heading.index] !== -1) continue;
    if (sectionOf(other, base, matching.revision) !== section) continue;
    matching.base[heading.index] = other.heading.index;
    matching.revision[other.heading.index] = heading.index;
    pairs.push({ b: heading.index, r: other.heading.index });
  }
  return pairs;
}

function sectionsOf(units: readonly Unit[]): Map<number, Section> {
  const sections = new Map<number, Section>();
  for (const unit of units) {
    const section = sections.get(unit.section) ?? { heading: undefined, text: [] };
    sections.set(unit.section, section);
    if (!unit.heading) section.text.push(unit);
    else section.heading ??= unit;
  }
  return sections;
}

/** The section of the other side that most of a section's text stands in. */
function sectionOf(section: Section | undefined, others: readonly Unit[], partner: Int32Array): number | undefined {
  if (!section) return undefined;
  const counts = new Map<number, number>();
  for (const unit of section.text) {
    const other = others[partner[unit.index]!];
    if (other) counts.set(other.section, (counts.get(other.section) ?? 0) + 1);
  }
  const [best, held] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
  return held > section.text.length * MOST ? best : undefined;
}
