import { changedRuns, type Edit } from '../edits.ts';
import { fold } from '../../text/fold.ts';
import { isWord } from '../lexicon/lexicon.ts';
import { changeOf, evidenceOf, type DiffModel, type DiffSide } from '../model.ts';
import type { RawChange } from '../types.ts';
import { isWeighty, sameWord } from '../same-word.ts';
import { LINK, MAIL, type Vocabulary } from '../units.ts';
import { changedSpans } from '../word-spans.ts';

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
  const repeated = [...found.values()].filter((entry) => entry.count >= 2);
  if (repeated.length === 0) return [];
  const places = {
    base: new Places(model.base, model.vocabulary),
    revision: new Places(model.revision, model.vocabulary),
  };
  const changes: RawChange[] = [];
  const recognised = new Set<Replacement>();
  for (const entry of repeated) {
    const first = [...entry.edits].find((e) => !e.base[0]!.heading) ?? [...entry.edits][0]!;
    const id = kindOf(model, places, entry);
    if (!id) continue;
    recognised.add(entry);
    const change = changeOf(model, id, first);
    change.args = { old: places.base.asWritten(entry.from), new: places.revision.asWritten(entry.to) };
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

interface BothPlaces {
  base: Places;
  revision: Places;
}

/** What a replacement everywhere is: another vendor, another name of the controller or its service, another word. */
function kindOf(model: DiffModel, { base, revision }: BothPlaces, entry: Replacement): string | undefined {
  const name = base.isName(entry.from) && revision.isName(entry.to);
  // A common word must be gone, or give way to one the text used beside it all along.
  if (revision.occurs(entry.from) && (name || !base.occurs(entry.to))) return undefined;
  if (!name)
    return [...entry.edits].some((e) => answersDiffer(model, e) || touchesAnswer(model, e))
      ? undefined
      : 'term-replaced';
  if (base.occurs(entry.to)) return undefined;
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

function trim(removed: readonly string[], added: readonly string[], language: string): [string[], string[]] {
  const strip = (words: readonly string[]) =>
    words.filter((w) => !w.startsWith(LINK) && !isWord(w, 'function', language));
  return [strip(removed), strip(added)];
}

function isTerm(words: readonly string[], language: string): boolean {
  return (
    words.length > 0 &&
    words.length <= MAX_TERM &&
    words.every((w) => !w.startsWith(MAIL) && !/^\d/.test(w) && !isWeighty(w, language))
  );
}

/** Where words stand on one side, in reading order, so that a term is looked up and not searched for. */
class Places {
  /** Places of word `w` are the entries from `#first[w]` up to `#first[w + 1]`. */
  readonly #first: Int32Array;
  readonly #unit: Int32Array;
  readonly #at: Int32Array;
  readonly #names = new Map<number, boolean>();

  constructor(
    readonly side: DiffSide,
    readonly vocabulary: Vocabulary,
  ) {
    const first = new Int32Array(vocabulary.words.length + 1);
    for (const unit of side.units) for (const word of unit.words) first[word + 1]!++;
    for (let word = 1; word < first.length; word++) first[word]! += first[word - 1]!;
    const total = first[first.length - 1]!;
    const next = first.slice();
    this.#first = first;
    this.#unit = new Int32Array(total);
    this.#at = new Int32Array(total);
    for (const unit of side.units)
      for (let i = 0; i < unit.words.length; i++) {
        const place = next[unit.words[i]!]!++;
        this.#unit[place] = unit.index;
        this.#at[place] = i;
      }
  }

  occurs(term: string): boolean {
    for (const _ of this.#of(term)) return true;
    return false;
  }

  /** A word that is written with a capital inside sentences, wherever it stands. */
  isName(term: string): boolean {
    const id = this.vocabulary.id(term.split(' ')[0]!);
    const known = this.#names.get(id) ?? (this.side.document.language !== 'de' && this.#isCapital(id));
    this.#names.set(id, known);
    return known;
  }

  /** A term as the text has it, outside headings if it can be. */
  asWritten(term: string): string {
    const { text } = this.side.document;
    let found: string | undefined;
    for (const { heading, start, end } of this.#of(term)) {
      if (heading && found !== undefined) continue;
      found = text.slice(start, end).replace(/\s+/g, ' ');
      if (!heading) break;
    }
    return found ?? term;
  }

  *#of(term: string): Generator<{ heading: boolean; start: number; end: number }> {
    const ids = term.split(' ').map((w) => this.vocabulary.id(w));
    for (let p = this.#first[ids[0]!]!; p < this.#first[ids[0]! + 1]!; p++) {
      const { words, starts, ends, heading } = this.side.units[this.#unit[p]!]!;
      const i = this.#at[p]!;
      if (ids.every((id, k) => words[i + k] === id))
        yield { heading, start: starts[i]!, end: ends[i + ids.length - 1]! };
    }
  }

  #isCapital(id: number): boolean {
    const { text } = this.side.document;
    const [from, to] = [this.#first[id]!, this.#first[id + 1]!];
    for (let p = from; p < to; p++) {
      const { starts, ends } = this.side.units[this.#unit[p]!]!;
      const at = this.#at[p]!;
      if (!/^\p{Lu}/u.test(text.slice(starts[at], ends[at]))) return false;
    }
    return to > from;
  }
}

function answersDiffer(model: DiffModel, edit: Edit): boolean {
  const of = (list: readonly { concept: string; polarity: string }[]) =>
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
