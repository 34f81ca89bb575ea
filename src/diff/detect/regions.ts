import type { Span } from '../../document/types.ts';
import type { Entity, EntityName } from '../../text/entities/types.ts';
import type { Fact } from '../../facts/types.ts';
import { changedRuns, spanOf } from '../edits.ts';
import { areSynonyms, hasPair, isWord, type WordClass } from '../lexicon/lexicon.ts';
import { changeOf, quote, type DiffModel, type DiffSide } from '../model.ts';
import { sameWord } from '../same-word.ts';
import type { Region } from '../topics/region.ts';
import type { RawChange } from '../types.ts';
import { LINK, type Unit } from '../units.ts';
import { changedSpans } from '../word-spans.ts';

/** A change over a whole region. */
export function changeOver(model: DiffModel, id: string, region: Region, args: Record<string, string> = {}): RawChange {
  if (region.kind === 'changed') return changeOf(model, id, region.edits[0]!, args);
  const base = spanOf(region.base);
  const revision = spanOf(region.revision);
  return { id, args: { old: quote(model.base, base), new: quote(model.revision, revision), ...args }, base, revision };
}

/** A change at the unit a value stands in. */
export function changeAt(id: string, args: Record<string, string>, base?: Unit, revision?: Unit): RawChange {
  return { id, args, base: base?.span, revision: revision?.span, anchor: `${args.old ?? ''}\0${args.new ?? ''}` };
}

/** Entities of a kind in some units; for a changed pair those that the change touches. */
export function entitiesIn(
  side: DiffSide,
  units: readonly Unit[],
  name: EntityName,
  touched?: readonly Span[],
): Entity[] {
  return units.flatMap((u) =>
    (side.entities.get(u.index) ?? []).filter(
      (e) => e.name === name && (!touched || touched.some((s) => s.start < e.end && e.start < s.end)),
    ),
  );
}

export function unitAt(units: readonly Unit[], at: Span): Unit | undefined {
  return units.find((u) => at.start >= u.span.start && at.end <= u.span.end);
}

export function touchedBy(region: Region): { base?: readonly Span[]; revision?: readonly Span[] } {
  return region.kind === 'changed' ? changedSpans(region.edits[0]!) : {};
}

/** Changed words of a region: all of them where units were added or removed as a whole. */
export function changedWords(region: Region): { removed: string[]; added: string[] } {
  const removed: string[] = [];
  const added: string[] = [];
  for (const edit of region.edits)
    for (const run of changedRuns(edit)) {
      removed.push(...run.removed);
      added.push(...run.added);
    }
  return { removed, added };
}

export function has(words: readonly string[], cls: WordClass, language: string): boolean {
  return words.some((w) => isWord(w, cls, language)) || hasPair(words, cls, language);
}

/** Content words an explanation leaves over; another form of a word that stays, or another word for it, is none. */
export function unexplained(region: Region, explained: ReadonlySet<string>): string[] {
  const { language } = region.edits[0]!;
  const { removed, added } = changedWords(region);
  const left = (words: readonly string[], other: readonly string[]) =>
    words.filter(
      (w) =>
        !explained.has(w) &&
        !explained.has(w.split("'")[0]!) &&
        !isWord(w, 'function', language) &&
        !w.startsWith(LINK) &&
        w.length > 1 &&
        !other.some((o) => o !== w && (sameWord(w, o, language) || areSynonyms(w, o, language))),
    );
  return [...left(removed, added), ...left(added, removed)];
}

/** What a fact stands for in the words of the text, where its value is a code. */
export function asWritten({ document }: DiffSide, { source }: Fact): string {
  return document.source.slice(source.start, source.end).replace(/\s+/g, ' ').trim();
}
