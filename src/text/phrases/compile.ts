import { fold } from '../fold.ts';
import { type PhrasePart, type PhraseStep, type WordSets, PhraseError, parsePhrase } from './parse.ts';
import { packNumbers, packPart, packPattern } from './pack.ts';
import type { CompiledLanguage, Part, Pattern, PhraseRole } from './types.ts';

/** A language's own words, from `rules/phrases/<language>/_language.yaml`. */
export interface LanguageSource {
  language: string;
  words?: WordSets;
  /** Phrases that many concepts share, `@name` in the place of one. */
  lists?: Readonly<Record<string, readonly string[]>>;
  /** The most frequent words, the most frequent first: a phrase is looked for from the rarest of its words. */
  common?: string[];
  negators?: string[];
  elisions?: string[];
  /**
   * Words in front of a phrase and behind it in which a negator denies it; a verb-final language looks behind. Right in
   * front of one of `except` a negator denies nothing ("not only", "not limited to").
   */
  negation?: { before?: number; after?: number; except?: string[] };
  durations?: { units: Record<string, string[]>; numbers?: Record<string, number> };
}

export interface PhraseSource {
  concept: string;
  role: PhraseRole;
  phrase: string;
}

/**
 * Compiles all phrases of one language into a vocabulary (word → classes) and patterns over classes, each anchored in
 * its rarest word. Matching then costs one dictionary lookup a token plus the few patterns whose anchor occurs.
 * @throws PhraseError naming concept, role and phrase.
 */
export function compileLanguage(source: LanguageSource, phrases: Iterable<PhraseSource>): CompiledLanguage {
  const classes = new ClassTable();
  const concepts = new Map<string, number>();
  const parts = new Map<string, number>();
  const patterns: Pattern[] = [];
  const anchors: Record<string, number[]> = {};
  const common = new Map((source.common ?? []).map((word, rank) => [fold(word), rank]));
  for (const { concepts: names, role, variants } of shared(parsed(source, phrases))) {
    const head = { concepts: numberOf(names.join('\t'), concepts), role };
    for (const variant of variants) {
      let best = Infinity;
      let anchor: [number, number] = [0, 0];
      const own: Part[] = variant.map((part, p) => {
        const elements = part.steps.map((step, e) => {
          const cost = part.negated ? Infinity : costOf(step, common);
          if (cost < best) {
            best = cost;
            anchor = [p, e];
          }
          return { cls: classes.intern(step), gap: step.gap };
        });
        const { negated, atStart } = part;
        return { id: numberOf(packPart({ negated, atStart, elements }), parts), negated, atStart, elements };
      });
      const id = patterns.push({ ...head, parts: own, anchorPart: anchor[0], anchorElement: anchor[1] }) - 1;
      const cls = own[anchor[0]]!.elements[anchor[1]]!.cls;
      (anchors[cls] ??= []).push(id);
    }
  }
  const wordClasses = (words: readonly string[] = []) =>
    words.flatMap((word) => parsePhrase(word, source.words ?? {}).map((parts) => classes.intern(parts[0]!.steps[0]!)));
  const negators = wordClasses(source.negators);
  const negatorExceptions = wordClasses(source.negation?.except);
  const units: CompiledLanguage['units'] = {};
  for (const [unit, words] of Object.entries(source.durations?.units ?? {}))
    for (const word of words) units[fold(word)] = [1, unit];
  const numbers: CompiledLanguage['numbers'] = {};
  for (const [word, value] of Object.entries(source.durations?.numbers ?? {})) numbers[fold(word)] = value;
  return {
    language: source.language,
    ...classes.tables(),
    concepts: [...concepts.keys()].join('\n'),
    parts: [...parts.keys()].join('\n'),
    patterns: patterns.map((pattern) => packPattern(pattern, needsOf(pattern, classes.wordCounts))).join('\n'),
    anchors: packed(anchors),
    classCount: classes.count,
    negators,
    negatorExceptions,
    elisions: source.elisions ?? [],
    negationReach: [source.negation?.before ?? 6, source.negation?.after ?? 0],
    units,
    numbers,
  };
}

interface Parsed {
  concepts: string[];
  role: PhraseRole;
  phrase: string;
  variants: PhrasePart[][];
}

/** What rules out several concepts in the same words is looked for once: the phrases of lists, above all. */
function shared(phrases: Iterable<Parsed>): Iterable<Parsed> {
  const ruling = new Map<string, Parsed>();
  const all: Parsed[] = [];
  for (const phrase of phrases) {
    const known = phrase.role === 'not' ? ruling.get(phrase.phrase) : undefined;
    if (known) known.concepts.push(...phrase.concepts);
    else all.push(phrase);
    if (phrase.role === 'not' && !known) ruling.set(phrase.phrase, phrase);
  }
  return all;
}

/** The phrases, those of lists one by one, each in its variants. */
function* parsed(source: LanguageSource, phrases: Iterable<PhraseSource>): Generator<Parsed> {
  for (const { concept, role, phrase: written } of phrases)
    try {
      for (const phrase of expanded(written, source.lists ?? {}))
        yield { concepts: [concept], role, phrase, variants: parsePhrase(phrase, source.words ?? {}) };
    } catch (error) {
      if (error instanceof PhraseError)
        throw new PhraseError(`${source.language}/${concept}, ${role}: ${error.message}`);
      throw error;
    }
}

/** `@name & !cookie*` is each phrase of the list with the rest behind it. */
function expanded(phrase: string, lists: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const [, name, rest] = /^\s*@([\w-]+)(.*)$/s.exec(phrase) ?? [];
  if (name === undefined) return [phrase];
  const list = Object.hasOwn(lists, name) ? lists[name]! : undefined;
  if (!list) throw new PhraseError(`unknown list @${name} in "${phrase}"`);
  return list.map((one) => one + rest);
}

/** The number of a name: its own, or the next. */
function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** Classes a window must hold for a pattern tried at its anchor, the ones with the fewest words first. */
function needsOf(pattern: Pattern, words: readonly number[]): number[] {
  const classes = pattern.parts.filter((part) => !part.negated).flatMap((part) => part.elements.map((e) => e.cls));
  const anchor = pattern.parts[pattern.anchorPart]!.elements[pattern.anchorElement]!.cls;
  return [...new Set(classes)].filter((cls) => cls !== anchor).sort((a, b) => words[a]! - words[b]!);
}

function packed(lists: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([key, numbers]) => [key, packNumbers(numbers)]));
}

/** How often a word is met falls with its rank (Zipf); of a word that is not listed its length tells something. */
const costOfRank = (rank: number) => 1000 / (rank + 2);
const costOfLength = (length: number) => (length <= 3 ? 4 : length <= 5 ? 2 : 1);

/** The rarer a word, the cheaper an anchor: a class costs what its words cost, a stem what the words that have it cost. */
function costOf(step: PhraseStep, common: ReadonlyMap<string, number>): number {
  let cost = step.entities.length * 3;
  for (const word of step.words) {
    const core = word.replace(/\*/g, '');
    cost += costOfLength(core.length);
    if (!word.includes('*')) cost += common.has(core) ? costOfRank(common.get(core)!) : 0;
    else for (const [other, rank] of common) if (has(other, word, core)) cost += costOfRank(rank);
  }
  return cost;
}

function has(word: string, pattern: string, core: string): boolean {
  if (!pattern.startsWith('*')) return word.startsWith(core);
  return pattern.endsWith('*') ? word.includes(core) : word.endsWith(core);
}

class ClassTable {
  count = 0;
  /** Per class, the words and stems that belong to it. */
  readonly wordCounts: number[] = [];
  #ids = new Map<string, number>();
  #exact: Record<string, number[]> = Object.create(null);
  #stems: Record<string, number[]> = Object.create(null);
  #inside = new Map<string, { text: string; end: boolean; classes: number[] }>();
  #entities: Record<string, number[]> = Object.create(null);

  intern(step: PhraseStep): number {
    const key = [...new Set(step.words)].sort().join('|') + '#' + [...new Set(step.entities)].sort().join('|');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.count++;
    this.#ids.set(key, id);
    this.wordCounts.push(0);
    for (const word of new Set(step.words)) this.#add(word, id);
    for (const entity of new Set(step.entities)) (this.#entities[entity] ??= []).push(id);
    return id;
  }

  #add(word: string, id: number): void {
    if (word.startsWith('*')) {
      const entry = this.#inside.get(word) ?? { text: word.replace(/\*/g, ''), end: !word.endsWith('*'), classes: [] };
      entry.classes.push(id);
      this.#inside.set(word, entry);
      return;
    }
    this.wordCounts[id]!++;
    if (word.endsWith('*')) (this.#stems[word.slice(0, -1)] ??= []).push(id);
    else (this.#exact[word] ??= []).push(id);
  }

  tables() {
    return {
      exact: packed(this.#exact),
      stems: packed(this.#stems),
      inside: [...this.#inside.values()],
      entities: this.#entities,
    };
  }
}
