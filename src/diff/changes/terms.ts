import { changedRuns, isWeighty, type Edit } from '../edits.ts';
import { isWord } from '../lexicon/lexicon.ts';
import { changeOf, evidenceOf, type DiffModel } from '../model.ts';
import type { RawChange } from '../types.ts';
import { LINK, MAIL } from '../units.ts';

/** Words one term may have. */
const MAX_TERM = 5;

interface Replacement {
  from: string;
  to: string;
  edits: Set<Edit>;
  count: number;
}

/**
 * A word or name that was replaced by another everywhere: it explains all its edits at once. A name is told as
 * `controller-renamed`; a common word is editorial as long as the sentences answer the same as before.
 */
export function termChanges(model: DiffModel): RawChange[] {
  const found = new Map<string, Replacement>();
  for (const edit of model.edits) {
    if (edit.group.kind !== 'changed') continue;
    for (const { removed, added } of changedRuns(edit)) {
      const [a, b] = trim(removed, added, edit.language);
      if (!isTerm(a, edit.language) || !isTerm(b, edit.language)) continue;
      const key = `${a.join(' ')}\0${b.join(' ')}`;
      const entry = found.get(key) ?? { from: a.join(' '), to: b.join(' '), edits: new Set(), count: 0 };
      entry.edits.add(edit);
      entry.count++;
      found.set(key, entry);
    }
  }
  const changes: RawChange[] = [];
  for (const entry of found.values()) {
    if (entry.count < 2 || occurs(model, entry.from, 'revision') || occurs(model, entry.to, 'base')) continue;
    const first = [...entry.edits].find((e) => !e.base[0]!.heading) ?? [...entry.edits][0]!;
    const name = isName(model, entry.from, 'base') && isName(model, entry.to, 'revision');
    if (!name && [...entry.edits].some((e) => answersDiffer(model, e))) continue;
    if (name && [...entry.edits].every((e) => e.base.every((u) => u.heading))) continue;
    const change = changeOf(model, name ? 'controller-renamed' : 'term-replaced', first);
    change.args = { old: asWritten(model, entry.from, 'base'), new: asWritten(model, entry.to, 'revision') };
    change.anchor = `${entry.from} ${entry.to}`;
    changes.push(change);
    for (const edit of entry.edits) if (explained(edit, found)) edit.claimed = true;
  }
  return changes;

  function explained(edit: Edit, all: ReadonlyMap<string, Replacement>): boolean {
    return changedRuns(edit).every(({ removed, added }) => {
      const words = [...removed, ...added];
      if (words.every((w) => w.startsWith(LINK) || isWord(w, 'function', edit.language))) return true;
      const [a, b] = trim(removed, added, edit.language);
      const entry = all.get(`${a.join(' ')}\0${b.join(' ')}`);
      return entry !== undefined && entry.count >= 2;
    });
  }
}

function trim(removed: string[], added: string[], language: string): [string[], string[]] {
  const strip = (words: string[]) => words.filter((w) => !w.startsWith(LINK) && !isWord(w, 'function', language));
  return [strip(removed), strip(added)];
}

function isTerm(words: readonly string[], language: string): boolean {
  return (
    words.length > 0 &&
    words.length <= MAX_TERM &&
    words.every((w) => !w.startsWith(MAIL) && !/^\d/.test(w) && !isWeighty(w, language))
  );
}

function occurs(model: DiffModel, term: string, side: 'base' | 'revision'): boolean {
  const words = term.split(' ');
  const ids = words.map((w) => model.vocabulary.id(w));
  return model[side].units.some((unit) => {
    for (let i = 0; i + ids.length <= unit.words.length; i++)
      if (ids.every((id, k) => unit.words[i + k] === id)) return true;
    return false;
  });
}

/** A word that is written with a capital inside sentences, wherever it stands. */
function isName(model: DiffModel, term: string, side: 'base' | 'revision'): boolean {
  const id = model.vocabulary.id(term.split(' ')[0]!);
  const { text } = model[side].document;
  let seen = 0;
  for (const unit of model[side].units)
    for (let i = 0; i < unit.words.length; i++)
      if (unit.words[i] === id) {
        if (!/^\p{Lu}/u.test(text.slice(unit.starts[i], unit.ends[i]))) return false;
        seen++;
      }
  return seen > 0 && model[side].document.language !== 'de';
}

function asWritten(model: DiffModel, term: string, side: 'base' | 'revision'): string {
  const ids = term.split(' ').map((w) => model.vocabulary.id(w));
  const { text } = model[side].document;
  const units = [...model[side].units.filter((u) => !u.heading), ...model[side].units];
  for (const unit of units)
    for (let i = 0; i + ids.length <= unit.words.length; i++)
      if (ids.every((id, k) => unit.words[i + k] === id))
        return text.slice(unit.starts[i], unit.ends[i + ids.length - 1]).replace(/\s+/g, ' ');
  return term;
}

function answersDiffer(model: DiffModel, edit: Edit): boolean {
  const of = (list: { concept: string; polarity: string }[]) =>
    [...new Set(list.map((e) => `${e.concept} ${e.polarity}`))].sort().join();
  return of(evidenceOf(model.base, edit.base)) !== of(evidenceOf(model.revision, edit.revision));
}
