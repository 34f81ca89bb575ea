import { changedRuns, isWeighty, sameWord, type Edit } from '../edits.ts';
import { fold } from '../../text/fold.ts';
import { isWord } from '../lexicon/lexicon.ts';
import { changeOf, evidenceOf, type DiffModel } from '../model.ts';
import { changedSpans } from '../topics.ts';
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
  const recognised = new Set<Replacement>();
  for (const entry of found.values()) {
    if (entry.count < 2) continue;
    const first = [...entry.edits].find((e) => !e.base[0]!.heading) ?? [...entry.edits][0]!;
    const id = kindOf(model, entry);
    if (!id) continue;
    recognised.add(entry);
    const change = changeOf(model, id, first);
    change.args = { old: asWritten(model, entry.from, 'base'), new: asWritten(model, entry.to, 'revision') };
    change.anchor = `${entry.from} ${entry.to}`;
    changes.push(change);
  }
  const targets = [...recognised].map((entry) => entry.to);
  for (const edit of model.edits) {
    if (edit.group.kind !== 'changed' || recognised.size === 0) continue;
    const replaced = changedRuns(edit).every(({ removed, added }) => {
      const [a, b] = trim(removed, added, edit.language);
      if (a.length === 0 && b.length === 0) return true;
      if (a.length === b.length && a.every((w, i) => sameWord(w, b[i]!, edit.language))) return true;
      const entry = found.get(`${a.join(' ')}\0${b.join(' ')}`);
      if (entry && recognised.has(entry)) return true;
      // One more word that gave way to a term that replaced another: the terms were unified.
      return isTerm(a, edit.language) && targets.some((to) => sameWord(to, b.join(' '), edit.language));
    });
    if (replaced && !answersDiffer(model, edit)) edit.claimed = true;
  }
  return changes;
}

/** What a replacement everywhere is: another vendor, another name of the controller or its service, another word. */
function kindOf(model: DiffModel, entry: Replacement): string | undefined {
  const name = isName(model, entry.from, 'base') && isName(model, entry.to, 'revision');
  // A common word must be gone, or give way to one the text used beside it all along.
  if (occurs(model, entry.from, 'revision') && (name || !occurs(model, entry.to, 'base'))) return undefined;
  if (!name)
    return [...entry.edits].some((e) => answersDiffer(model, e) || touchesAnswer(model, e))
      ? undefined
      : 'term-replaced';
  if (occurs(model, entry.to, 'base')) return undefined;
  if (namesController(model, entry.from)) return 'controller-renamed';
  const topics = (edit: Edit) => [
    ...evidenceOf(model.base, edit.base).map((e) => e.concept),
    ...model.base.context.evidence.topics(edit.base[0]!.section),
  ];
  return [...entry.edits].some((e) => topics(e).some((c) => RECEIVING.has(c))) ? 'recipient-replaced' : undefined;
}

const RECEIVING = new Set(['recipients', 'foreign-vendor', 'tracking', 'cookies', 'third-country-transfer']);

/** The title, an e-mail or web address of the notice or a controller fact holds the name. */
function namesController(model: DiffModel, name: string): boolean {
  const { document, context } = model.base;
  const solid = name.replace(/\s+/g, '');
  if (fold(document.title).replace(/\s+/g, '').includes(solid)) return true;
  if (context.facts.some((f) => f.type === 'controller' && fold(f.value).includes(name))) return true;
  return context.entities.some((e) => e.name === 'email' && fold(e.value.split('@')[1] ?? '').includes(solid));
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

/** The words that changed are part of what answers a concept: whom data go to, what is collected. */
function touchesAnswer(model: DiffModel, edit: Edit): boolean {
  const spans = changedSpans(edit);
  return (['base', 'revision'] as const).some((side) =>
    evidenceOf(model[side], edit[side]).some(
      (e) =>
        e.concept !== 'change-notification' && spans[side].some((s) => s.start < e.match.end && e.match.start < s.end),
    ),
  );
}
