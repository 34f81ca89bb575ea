import type { Edit } from '../edits.ts';
import { quote, type DiffModel, type DiffSide } from '../model.ts';
import type { RawChange } from '../types.ts';
import type { Unit } from '../units.ts';

/** Share of a new section's text that must come out of one old section for this to have been split. */
const FROM_ONE = 0.6;

/**
 * A heading that was put between, or taken from between, text that stayed: the heading of the section whose text it
 * parts, or whose text swallowed its own. Undefined when the text under it is new, gone or comes from elsewhere.
 */
export function partedSection(model: DiffModel, edit: Edit): { whole: string } | undefined {
  const added = edit.group.kind === 'added';
  if (!added && edit.group.kind !== 'removed') return undefined;
  const [here, there] = added ? [model.revision, model.base] : [model.base, model.revision];
  const heading = (added ? edit.revision : edit.base)[0]!;
  const below = textOf(here, heading.section);
  if (below.length === 0) return undefined;
  const counts = new Map<number, number>();
  for (const unit of below)
    for (const section of partnerSections(model, unit, added)) counts.set(section, (counts.get(section) ?? 0) + 1);
  const [whole, held] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
  if (held / below.length < FROM_ONE) return undefined;
  const title = headingOf(there, whole);
  const stays = textOf(there, whole).some((unit) =>
    partnerSections(model, unit, !added).some((section) => section !== heading.section),
  );
  const named =
    title && partnersOf(model, title, !added).some((unit) => unit.heading && unit.section !== heading.section);
  return title && stays && named ? { whole: quote(there, title.span) } : undefined;
}

/** Sections that moved up or down in the hierarchy, and numbers of headings that were counted anew. */
export function hierarchyChanges(model: DiffModel): RawChange[] {
  const pairs = headingPairs(model);
  return [...levelChanges(model, pairs), ...numberChanges(model, pairs)];
}

interface Pair {
  base: Unit;
  revision: Unit;
  /** Levels the section went down. */
  down: number;
}

function headingPairs(model: DiffModel): Pair[] {
  const pairs: Pair[] = [];
  const level = (side: DiffSide, unit: Unit) => side.document.blocks[unit.block]!.level;
  for (const group of model.alignment.groups) {
    if (group.base.length !== 1 || group.revision.length !== 1) continue;
    const base = model.base.units[group.base[0]!]!;
    const revision = model.revision.units[group.revision[0]!]!;
    if (!base.heading || !revision.heading) continue;
    pairs.push({ base, revision, down: level(model.revision, revision) - level(model.base, base) });
  }
  return pairs.sort((a, b) => a.revision.index - b.revision.index);
}

/** Where all headings went down alike, another format or template counts them from elsewhere. */
function levelChanges(model: DiffModel, pairs: readonly Pair[]): RawChange[] {
  const shifts = new Map<number, number>();
  const isTitle = (pair: Pair) => pair.base.section <= 1 && pair.revision.section <= 1;
  for (const pair of pairs) if (!isTitle(pair)) shifts.set(pair.down, (shifts.get(pair.down) ?? 0) + 1);
  const usual = [...shifts].sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]))[0]?.[0] ?? 0;
  const ofSection = new Map(pairs.map((pair) => [pair.revision.section, pair]));
  return pairs
    .filter((pair) => {
      if (isTitle(pair) || pair.down === usual) return false;
      // A section takes those below it along: one change tells all.
      const above = ofSection.get(model.revision.document.sections[pair.revision.section]!.parent);
      return !above || isTitle(above) || above.down !== pair.down;
    })
    .map(({ base, revision, down }) => ({
      id: down > usual ? 'section-demoted' : 'section-promoted',
      args: { new: quote(model.revision, revision.span) },
      base: base.span,
      revision: revision.span,
    }));
}

/** One change for all numbers: a section that is put in front renumbers all behind it. */
function numberChanges(model: DiffModel, pairs: readonly Pair[]): RawChange[] {
  const renumbered = pairs.filter(({ base, revision }) => {
    const [was, is] = [numberOf(model.base, base), numberOf(model.revision, revision)];
    return was !== '' && is !== '' && was !== is;
  });
  const [first] = renumbered;
  if (!first) return [];
  return [
    {
      id: 'section-renumbered',
      args: {
        count: String(renumbered.length),
        old: quote(model.base, first.base.span),
        new: quote(model.revision, first.revision.span),
      },
      base: first.base.span,
      revision: first.revision.span,
    },
  ];
}

/** What stands in front of a heading's first word, without dots and brackets. */
function numberOf(side: DiffSide, unit: Unit): string {
  return side.document.text
    .slice(unit.span.start, unit.starts[0])
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '');
}

const bySection = new WeakMap<DiffSide, Map<number, Unit[]>>();

function unitsOf(side: DiffSide, section: number): Unit[] {
  let known = bySection.get(side);
  if (!known) {
    known = new Map();
    for (const unit of side.units) {
      const list = known.get(unit.section);
      if (list) list.push(unit);
      else known.set(unit.section, [unit]);
    }
    bySection.set(side, known);
  }
  return known.get(section) ?? [];
}

function textOf(side: DiffSide, section: number): Unit[] {
  return unitsOf(side, section).filter((unit) => !unit.heading);
}

function headingOf(side: DiffSide, section: number): Unit | undefined {
  return unitsOf(side, section).find((unit) => unit.heading);
}

/** Units of the other side that stand for a unit. */
function partnersOf(model: DiffModel, unit: Unit, ofRevision: boolean): Unit[] {
  const { groups, ofBase } = model.alignment;
  const group = groups[(ofRevision ? model.alignment.ofRevision : ofBase)[unit.index]!]!;
  return ofRevision ? group.base.map((i) => model.base.units[i]!) : group.revision.map((i) => model.revision.units[i]!);
}

function partnerSections(model: DiffModel, unit: Unit, ofRevision: boolean): number[] {
  return [...new Set(partnersOf(model, unit, ofRevision).map((u) => u.section))];
}
