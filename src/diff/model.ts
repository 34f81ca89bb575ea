import type { Span } from '../document/types.ts';
import type { Evidence } from '../evidence/types.ts';
import type { Fact, FactType } from '../facts/types.ts';
import type { Entity } from '../text/entities/types.ts';
import type { Locale } from '../rules/engine.ts';
import type { Finding } from '../report/types.ts';
import type { Alignment } from './align/types.ts';
import { spanOf, type Edit } from './edits.ts';
import type { RawChange } from './types.ts';
import type { DiffText, Unit, Vocabulary } from './units.ts';
import { wordAt } from './word-spans.ts';

/** One of the two documents with what topics ask for most, by unit. */
export interface DiffSide extends DiffText {
  evidence: ReadonlyMap<number, readonly Evidence[]>;
  facts: ReadonlyMap<number, readonly Fact[]>;
  entities: ReadonlyMap<number, readonly Entity[]>;
  findings: readonly Finding[];
  /** Lower-case values of the facts of a type, and the folded text, each computed once. */
  values(type: FactType): ReadonlySet<string>;
  mentions(name: string): boolean;
}

/** Everything a topic may look at. Topics are pure: they return changes and claim the edits these explain. */
export interface DiffModel {
  base: DiffSide;
  revision: DiffSide;
  alignment: Alignment;
  vocabulary: Vocabulary;
  edits: Edit[];
  /** Language of names that come from the rules, such as a right's. */
  locale: Locale;
}

/** A topic: looks for the changes it knows and claims what they explain. Order of topics is order of precedence. */
export type TopicChanges = (model: DiffModel) => RawChange[];

export function toSide(text: DiffText, findings: readonly Finding[] = []): DiffSide {
  const evidence = new Map<number, Evidence[]>();
  const facts = new Map<number, Fact[]>();
  const put = <T>(map: Map<number, T[]>, sentence: number, value: T) => {
    const unit = sentence >= 0 ? (text.ofSentence[sentence] ?? -1) : -1;
    if (unit < 0) return;
    const list = map.get(unit);
    if (list) list.push(value);
    else map.set(unit, [value]);
  };
  for (const e of text.context.evidence.all) put(evidence, e.sentence, e);
  for (const f of text.context.facts) put(facts, f.sentence, f);
  const entities = new Map<number, Entity[]>();
  let at = 0;
  for (const entity of text.context.entities) {
    while (at > 0 && text.units[at - 1]!.span.end > entity.start) at--;
    while (at < text.units.length && text.units[at]!.span.end < entity.end) at++;
    const unit = text.units[at];
    if (!unit || unit.span.start > entity.start) continue;
    const list = entities.get(unit.index);
    if (list) list.push(entity);
    else entities.set(unit.index, [entity]);
  }
  const values = new Map<FactType, Set<string>>();
  let lower: string | undefined;
  return {
    ...text,
    evidence,
    facts,
    entities,
    findings,
    values(type) {
      const known =
        values.get(type) ??
        new Set(text.context.facts.filter((f) => f.type === type).map((f) => f.value.toLowerCase()));
      values.set(type, known);
      return known;
    },
    mentions(name) {
      lower ??= text.document.text.toLowerCase();
      return lower.includes(name);
    },
  };
}

export function evidenceOf(side: DiffSide, units: readonly Unit[]): readonly Evidence[] {
  if (units.length === 1) return side.evidence.get(units[0]!.index) ?? [];
  return units.flatMap((u) => side.evidence.get(u.index) ?? []);
}

export function factsOf(side: DiffSide, units: readonly Unit[]): readonly Fact[] {
  if (units.length === 1) return side.facts.get(units[0]!.index) ?? [];
  return units.flatMap((u) => side.facts.get(u.index) ?? []);
}

/** Units that overlap a span of the plain text. */
export function unitsIn(side: DiffText, span: Span): Unit[] {
  const { units } = side;
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle]!.span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Unit[] = [];
  for (let i = low; i < units.length && units[i]!.span.start < span.end; i++) found.push(units[i]!);
  return found;
}

const MAX_QUOTE = 160;

/** A text of one side for a summary: white space collapsed, clipped. */
export function quote(side: DiffSide, span: Span | undefined): string {
  return span ? clip(side.document.text.slice(span.start, span.end)) : '';
}

export function clip(text: string, length = MAX_QUOTE): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.lastIndexOf(' ', length - 1);
  return `${flat.slice(0, cut > length / 2 ? cut : length - 1)}…`;
}

/** A change over an edit, quoting what changed with a few words around it. */
export function changeOf(model: DiffModel, id: string, edit: Edit, args: Record<string, string> = {}): RawChange {
  const base = spanOf(edit.base);
  const revision = spanOf(edit.revision);
  const both = base && revision;
  return {
    id,
    args: {
      old: both ? aroundChange(model.base, edit.base, edit, 'base') : quote(model.base, base),
      new: both ? aroundChange(model.revision, edit.revision, edit, 'revision') : quote(model.revision, revision),
      ...args,
    },
    base,
    revision,
  };
}

const CONTEXT_WORDS = 4;

/** Words of a cell that says little without the label of its row. */
const SHORT_CELL = 4;

/** "Server logs: " in front of the cell "30 days". */
function rowLabel(side: DiffSide, { block, index }: Unit): string {
  if (side.document.blocks[block]!.kind !== 'row') return '';
  let first = index;
  while (first > 0 && side.units[first - 1]!.block === block) first--;
  return first === index ? '' : `${quote(side, side.units[first]!.span)}: `;
}

/** From a few words before the first to a few behind the last changed word. */
function aroundChange(side: DiffSide, units: readonly Unit[], edit: Edit, of: 'base' | 'revision'): string {
  const changed = edit.runs.filter((run) => !run.same);
  if (changed.length === 0) return quote(side, spanOf(units));
  const count = units.reduce((n, u) => n + u.words.length, 0);
  const first = Math.max(0, changed[0]![of][0] - CONTEXT_WORDS);
  const last = Math.min(count, changed[changed.length - 1]![of][1] + CONTEXT_WORDS);
  const from = wordAt(units, first);
  const to = wordAt(units, last - 1);
  if (!from || !to) return quote(side, spanOf(units));
  const text = quote(side, { start: from.start, end: to.end });
  if (count <= SHORT_CELL && units.length === 1) return `${rowLabel(side, units[0]!)}${text}`;
  return `${first > 0 ? '… ' : ''}${text}${last < count ? ' …' : ''}`;
}
