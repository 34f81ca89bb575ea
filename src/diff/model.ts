import type { Span } from '../document/types.ts';
import type { Evidence } from '../evidence/types.ts';
import type { Fact } from '../facts/types.ts';
import type { Finding } from '../report/types.ts';
import type { Alignment } from './align/types.ts';
import { spanOf, type Edit } from './edits.ts';
import type { RawChange } from './types.ts';
import type { DiffText, Unit, Vocabulary } from './units.ts';

/** One of the two documents with what topics ask for most, by unit. */
export interface DiffSide extends DiffText {
  evidence: ReadonlyMap<number, readonly Evidence[]>;
  facts: ReadonlyMap<number, readonly Fact[]>;
  findings: readonly Finding[];
}

/** Everything a topic may look at. Topics are pure: they return changes and claim the edits these explain. */
export interface DiffModel {
  base: DiffSide;
  revision: DiffSide;
  alignment: Alignment;
  vocabulary: Vocabulary;
  edits: Edit[];
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
  return { ...text, evidence, facts, findings };
}

export function evidenceOf(side: DiffSide, units: readonly Unit[]): Evidence[] {
  return units.flatMap((u) => side.evidence.get(u.index) ?? []);
}

export function factsOf(side: DiffSide, units: readonly Unit[]): Fact[] {
  return units.flatMap((u) => side.facts.get(u.index) ?? []);
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

/** From a few words before the first to a few behind the last changed word. */
function aroundChange(side: DiffSide, units: readonly Unit[], edit: Edit, of: 'base' | 'revision'): string {
  const changed = edit.runs.filter((run) => !run.same);
  if (changed.length === 0) return quote(side, spanOf(units));
  const words = units.flatMap((u) => [...u.words].map((_, i) => ({ start: u.starts[i]!, end: u.ends[i]! })));
  const first = Math.max(0, changed[0]![of][0] - CONTEXT_WORDS);
  const last = Math.min(words.length, changed[changed.length - 1]![of][1] + CONTEXT_WORDS);
  const from = words[first];
  const to = words[last - 1];
  if (!from || !to) return quote(side, spanOf(units));
  const text = quote(side, { start: from.start, end: to.end });
  return `${first > 0 ? '… ' : ''}${text}${last < words.length ? ' …' : ''}`;
}
