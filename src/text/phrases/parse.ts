import { fold } from '../fold.ts';
import { tokenize } from '../tokens.ts';

/** A phrase that does not follow the grammar; `message` names the place. */
export class PhraseError extends Error {}

/**
 * One position of a parsed phrase: any of `words` (folded; `x*` begins with, `*x` ends with, `*x*` contains) or any of
 * `entities`, at most `gap` tokens behind the position before.
 */
export interface PhraseStep {
  words: string[];
  entities: string[];
  gap: number;
}

export interface PhrasePart {
  steps: PhraseStep[];
  negated: boolean;
  /** Only at the beginning of the sentence (`^`). */
  atStart: boolean;
}

/** Named sets of words of a language, `<we>` in phrases. */
export type WordSets = Readonly<Record<string, readonly string[]>>;

const DEFAULT_GAP = 6;
const MAX_GAP = 30;
const MAX_VARIANTS = 200;

/** Entities a phrase may name. */
export const ENTITY_NAMES = [
  'duration',
  'email',
  'url',
  'phone',
  'country',
  'third-country',
  'eea-country',
  'authority',
  'eea-authority',
  'company',
  'article',
  'date',
  'vendor',
  'third-country-vendor',
] as const;

/**
 * Parses one phrase into its variants; each variant is the list of parts that must all be found in one sentence.
 * @throws PhraseError when the phrase is malformed, empty, or stands for more than 200 variants.
 */
export function parsePhrase(phrase: string, sets: WordSets): PhrasePart[][] {
  const parts = splitTop(phrase, '&').map((text) => {
    const trimmed = text.trim();
    const negated = trimmed.startsWith('!');
    const unnegated = negated ? trimmed.slice(1).trim() : trimmed;
    const atStart = unnegated.startsWith('^');
    const variants = parseSequence(atStart ? unnegated.slice(1) : unnegated, phrase, sets, atStart);
    if (variants.some((steps) => steps.length === 0)) throw new PhraseError(`nothing to match in "${phrase}"`);
    return { negated, atStart, variants };
  });
  if (parts.every((part) => part.negated)) throw new PhraseError(`only exclusions in "${phrase}"`);
  // A negated part excludes all its variants; a positive part is satisfied by any one of them.
  let results: PhrasePart[][] = [[]];
  for (const part of parts) {
    if (part.negated) {
      const { atStart } = part;
      results = results.map((r) => [...r, ...part.variants.map((steps) => ({ steps, negated: true, atStart }))]);
      continue;
    }
    results = results.flatMap((r) =>
      part.variants.map((steps) => [...r, { steps, negated: false, atStart: part.atStart }]),
    );
    if (results.length > MAX_VARIANTS) throw new PhraseError(`more than ${MAX_VARIANTS} variants in "${phrase}"`);
  }
  return results;
}

/** @param atStart whether a gap in front of the first word counts: from the beginning of the sentence. */
function parseSequence(text: string, phrase: string, sets: WordSets, atStart = false): PhraseStep[][] {
  let variants: PhraseStep[][] = [[]];
  let gap = 0;
  let i = 0;
  const append = (alternatives: PhraseStep[][]) => {
    const next: PhraseStep[][] = [];
    for (const variant of variants) {
      for (const alternative of alternatives) {
        const [first, ...rest] = alternative;
        next.push(first ? [...variant, { ...first, gap: variant.length || atStart ? gap : 0 }, ...rest] : variant);
      }
    }
    if (next.length > MAX_VARIANTS) throw new PhraseError(`more than ${MAX_VARIANTS} variants in "${phrase}"`);
    variants = next;
    gap = 0;
  };
  while (i < text.length) {
    const char = text[i]!;
    if (/\s/.test(char)) i++;
    else if (char === '~') {
      const digits = /^\d+/.exec(text.slice(i + 1))?.[0] ?? '';
      gap += digits ? Number(digits) : DEFAULT_GAP;
      if (gap > MAX_GAP) throw new PhraseError(`a gap of more than ${MAX_GAP} words in "${phrase}"`);
      i += 1 + digits.length;
    } else if (char === '[') {
      const close = closing(text, i, '[', ']', phrase);
      const words = splitTop(text.slice(i + 1, close), '|').map((option) => parseSequence(option, phrase, sets));
      gap += Math.max(...words.flat().map((steps) => steps.length));
      i = close + 1;
    } else if (char === '(') {
      const close = closing(text, i, '(', ')', phrase);
      append(alternatives(splitTop(text.slice(i + 1, close), '|').flatMap((o) => parseSequence(o, phrase, sets))));
      i = close + 1;
    } else if (char === '<') {
      const close = text.indexOf('>', i);
      const name = text.slice(i + 1, close);
      const set = close > 0 ? sets[name] : undefined;
      if (!set) throw new PhraseError(`unknown word set <${name}> in "${phrase}"`);
      append(alternatives(set.flatMap((o) => parseSequence(o, phrase, sets))));
      i = close + 1;
    } else if (char === '{') {
      const close = text.indexOf('}', i);
      const name = text.slice(i + 1, close);
      if (close < 0 || !(ENTITY_NAMES as readonly string[]).includes(name))
        throw new PhraseError(`unknown entity {${name}} in "${phrase}"`);
      append([[{ words: [], entities: [name], gap: 0 }]]);
      i = close + 1;
    } else {
      let end = i;
      while (end < text.length && !/[\s~[\]()<>{}|&!]/.test(text[end]!)) end++;
      if (end === i) throw new PhraseError(`unexpected "${char}" in "${phrase}"`);
      append([word(text.slice(i, end), phrase)]);
      i = end;
    }
  }
  return variants;
}

/** `e-mail*` is two words of which the second is a stem. */
function word(text: string, phrase: string): PhraseStep[] {
  const infix = text.startsWith('*');
  const stem = text.endsWith('*');
  const core = text.replace(/^\*|\*$/g, '');
  if (core.includes('*')) throw new PhraseError(`a "*" inside a word in "${phrase}"`);
  const tokens = tokenize(core);
  if (tokens.count === 0) throw new PhraseError(`no word in "${text}" of "${phrase}"`);
  const words = Array.from({ length: tokens.count }, (_, k) => fold(core.slice(tokens.start[k], tokens.end[k])));
  if (infix) words[0] = `*${words[0]}`;
  if (stem) words[words.length - 1] = `${words[words.length - 1]}*`;
  if ((infix || stem) && words.some((w) => w.includes('*') && w.replace(/\*/g, '').length < 2))
    throw new PhraseError(`a stem needs two letters or more in "${phrase}"`);
  return words.map((w) => ({ words: [w], entities: [], gap: 0 }));
}

/** Single-step alternatives become one position; longer ones stay variants of their own. */
function alternatives(variants: PhraseStep[][]): PhraseStep[][] {
  const single: PhraseStep = { words: [], entities: [], gap: 0 };
  const longer: PhraseStep[][] = [];
  for (const steps of variants) {
    if (steps.length === 1) {
      single.words.push(...steps[0]!.words);
      single.entities.push(...steps[0]!.entities);
    } else longer.push(steps);
  }
  return single.words.length || single.entities.length ? [[single], ...longer] : longer;
}

function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if ('([<{'.includes(char)) depth++;
    else if (')]>}'.includes(char)) depth--;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function closing(text: string, open: number, left: string, right: string, phrase: string): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === left) depth++;
    else if (text[i] === right && --depth === 0) return i;
  }
  throw new PhraseError(`"${left}" is not closed in "${phrase}"`);
}
