import { type Word, WordMemo, wordAt } from '../words.ts';
import type { Tokens } from '../types.ts';
import { fold } from '../fold.ts';

/** A name behind its first word: the other words, what it names, and how it must be written. */
export interface GazetteerName {
  /** Folded words behind the first; `x*` begins with. */
  rest: string[];
  kind: string;
  value: string;
  /** Written exactly so ("US", "AS"): the raw words, first one included. */
  exact?: string[];
  /** Also an ordinary word ("Segment"): not told from the first word of a sentence. */
  common?: boolean;
  /** Letters a stem's word may have behind the stem; any number when left out. */
  ending?: number;
}

/**
 * Names by their folded first word; plain JSON, compiled from `rules/entities/`. Names are packed into a string (see
 * `packName`) and unpacked when their word is met: of two thousand names a policy holds a dozen.
 */
export interface GazetteerTable {
  words: Record<string, string>;
  /** First words that are stems (`inspekcij*`), without the asterisk. */
  stems: Record<string, string>;
}

/** One line: rest, kind, value (empty when it is the kind), exact words, `c` for common, ending; tab-separated. */
export function packName(name: GazetteerName): string {
  const fields = [
    name.rest.join(' '),
    name.kind,
    name.value === name.kind ? '' : name.value,
    name.exact?.join(' ') ?? '',
    name.common ? 'c' : '',
    name.ending === undefined ? '' : String(name.ending),
  ];
  return fields.join('\t').replace(/\t+$/, '');
}

function unpack(packed: string): GazetteerName[] {
  return packed.split('\n').map((line) => {
    const [rest = '', kind = '', value, exact, common, ending] = line.split('\t');
    return {
      rest: rest ? rest.split(' ') : [],
      kind,
      value: value || kind,
      ...(exact ? { exact: exact.split(' ') } : {}),
      ...(common ? { common: true } : {}),
      ...(ending ? { ending: Number(ending) } : {}),
    };
  });
}

export interface GazetteerHit {
  kind: string;
  value: string;
  start: number;
  end: number;
  /** Tokens `[first, last)`. */
  first: number;
  last: number;
}

const NONE: readonly GazetteerName[] = [];
/** Longest stretch between two words of one name: ", " or ". " or " (". */
const MAX_BETWEEN = 3;
const ELISION = /^(?:\p{L}|qu|QU|Qu)['’ʼ‘](?=\p{L}{2})/u;
const SUFFIX = /['’ʼ‘`´].*$/su;

/** Finds names in tokens: one lookup a token, the longest name wins. Keeps what it knows of words only. */
export class Gazetteer {
  readonly #names = new WordMemo((word) => this.#namesFrom(word));

  constructor(
    readonly table: GazetteerTable,
    /** What may begin a name: any word, one with a capital or a digit, or one of those and short words ("sp. z o.o."). */
    readonly begins: 'any' | 'capital' | 'capital-or-short',
  ) {}

  find(text: string, tokens: Tokens, range: readonly [number, number], found: (hit: GazetteerHit) => void): void {
    for (let t = range[0]; t < range[1]; t++) {
      if (!this.#mayBegin(text, tokens.start[t]!, tokens.end[t]!)) continue;
      const hit = this.at(text, tokens, t, range);
      if (!hit) continue;
      found(hit);
      t = hit.last - 1;
    }
  }

  #mayBegin(text: string, start: number, end: number): boolean {
    if (this.begins === 'any' || (this.begins === 'capital-or-short' && end - start <= 3)) return true;
    return mayBeginName(text, start, end);
  }

  /** The longest name that begins at a token. */
  at(text: string, tokens: Tokens, t: number, range: readonly [number, number]): GazetteerHit | undefined {
    const word = wordAt(text, tokens, t);
    const raw = word.written;
    let best: GazetteerName | undefined;
    for (const name of this.#names.of(word)) {
      if (best && best.rest.length >= name.rest.length) continue;
      if (name.common && t === range[0] && range[1] - range[0] > 4) continue;
      if (this.#matches(name, raw, text, tokens, t, range)) best = name;
    }
    if (!best) return undefined;
    const last = t + 1 + best.rest.length;
    const elided = ELISION.exec(raw)?.[0].length ?? 0;
    const lastRaw = text.slice(tokens.start[last - 1], tokens.end[last - 1]);
    const suffix = SUFFIX.exec(last - 1 === t ? raw.slice(elided) : lastRaw)?.[0].length ?? 0;
    return {
      kind: best.kind,
      value: best.value,
      start: tokens.start[t]! + elided,
      end: tokens.end[last - 1]! - suffix,
      first: t,
      last,
    };
  }

  #matches(
    name: GazetteerName,
    raw: string,
    text: string,
    tokens: Tokens,
    t: number,
    range: readonly [number, number],
  ): boolean {
    if (t + name.rest.length >= range[1]) return false;
    if (name.exact && bare(raw) !== name.exact[0]) return false;
    if (name.exact && name.exact.length === 1 && isShouted(text, tokens, t, range)) return false;
    for (let i = 0; i < name.rest.length; i++) {
      const at = t + 1 + i;
      if (tokens.start[at]! - tokens.end[at - 1]! > MAX_BETWEEN) return false;
      const word = wordAt(text, tokens, at).written;
      if (name.exact && bare(word) !== name.exact[i + 1]) return false;
      const folded = fold(bare(word));
      const wanted = name.rest[i]!;
      if (!wanted.endsWith('*')) {
        if (folded !== wanted) return false;
      } else if (!folded.startsWith(wanted.slice(0, -1)) || folded.length - wanted.length >= (name.ending ?? Infinity))
        return false;
    }
    return true;
  }

  #namesFrom({ written }: Word): readonly GazetteerName[] {
    const word = fold(bare(written));
    const { words, stems } = this.table;
    const names: GazetteerName[] = Object.hasOwn(words, word) ? unpack(words[word]!) : [];
    for (let length = 2; length <= Math.min(word.length, 30); length++) {
      const stem = word.slice(0, length);
      if (!Object.hasOwn(stems, stem)) continue;
      for (const name of unpack(stems[stem]!)) if (word.length - length <= (name.ending ?? Infinity)) names.push(name);
    }
    return names.length ? names : NONE;
  }
}

/** "PROVIDED AS IS", "CONTACT US": in a line of capitals an abbreviation cannot be told from a word. */
function isShouted(text: string, tokens: Tokens, t: number, range: readonly [number, number]): boolean {
  const neighbour = t > range[0] ? t - 1 : t + 1;
  if (neighbour >= range[1]) return false;
  const word = text.slice(tokens.start[neighbour], tokens.end[neighbour]);
  return word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A word without an elided article ("l'Irlande") and without a suffix behind an apostrophe ("Google'ın"). */
export function bare(raw: string): string {
  return raw.replace(ELISION, '').replace(SUFFIX, '');
}

function mayBeginName(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 128) {
    if (first < 97) return true;
    // "reCAPTCHA", "iCloud", "l'Irlande": a capital among the next letters.
    for (let i = start + 1; i < Math.min(end, start + 4); i++) {
      const code = text.charCodeAt(i);
      if ((code > 64 && code < 91) || (code >= 0xc0 && isUpper(text[i]!))) return true;
    }
    return false;
  }
  return isUpper(text[start]!);
}

function isUpper(char: string): boolean {
  return char !== char.toLowerCase();
}
