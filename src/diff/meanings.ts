import { isWord, synonymsOf } from './lexicon/lexicon.ts';
import type { DiffSide } from './model.ts';
import { sameWord } from './same-word.ts';
import { LINK, MAIL, type Unit, type Vocabulary } from './units.ts';

/** Stands for a negation, whatever its word. */
export const NEGATION = '!';
/** Meanings sentences may begin with in common. */
const MAX_SHARED = 4;
/** Where one part of a sentence ends: a comma, a full stop, "and". */
export const BREAK = '|';

/** Reads words as what they stand for, so that words of one meaning are equal. */
export class Reader {
  readonly #known: string[] = [];

  constructor(
    readonly language: string,
    readonly numbers: Readonly<Record<string, number>>,
  ) {}

  /** What sentences mean one after the other; a beginning they share ("You may …. You may …") is read once. */
  sentences(sentences: readonly (readonly string[])[]): string[] {
    const read = sentences.map((words) => this.meanings(words));
    const [first] = read;
    return read.flatMap((meanings, i) => {
      let shared = 0;
      if (i > 0)
        while (shared < MAX_SHARED && shared < meanings.length && meanings[shared] === first![shared]) shared++;
      return i > 0 ? [BREAK, ...meanings.slice(shared)] : meanings;
    });
  }

  meanings(words: readonly string[]): string[] {
    const read = words.flatMap(uncontracted).map((word) => this.#meaning(word));
    const meanings: string[] = [];
    let wasNumber = false;
    for (const meaning of read) {
      if (meaning === undefined) continue;
      const isNumber = /^\d+$/.test(meaning);
      // A telephone number is one number however it is spaced.
      if (isNumber && wasNumber) meanings.push(meanings.pop()! + meaning);
      else meanings.push(meaning);
      wasNumber = isNumber;
    }
    return meanings;
  }

  /** Whether a word is a number, also one written out. */
  isNumber(word: string): boolean {
    return /^\d/.test(word) || (Object.hasOwn(this.numbers, word) && !isWord(word, 'function', this.language));
  }

  #meaning(written: string): string | undefined {
    const { language, numbers } = this;
    const word = language === 'tr' ? verbOf(written) : written;
    if (word === BREAK) return word;
    if (/\d/.test(word) || word.startsWith(MAIL) || word.startsWith(LINK)) return word;
    if (isLetter(word)) return undefined;
    const group = synonymsOf(word, language);
    if (group >= 0) return `#${group}`;
    if (isWord(word, 'function', language)) return undefined;
    if (Object.hasOwn(numbers, word)) return String(numbers[word]);
    const known = this.#known.find((other) => sameWord(word, other, language));
    if (known !== undefined) return known;
    if (isWord(word, 'negators', language) && !isInflected(language)) return NEGATION;
    this.#known.push(word);
    return word;
  }
}

export function isLetter(word: string): boolean {
  return /^\p{L}$/u.test(word);
}

const PAUSE = /[,;:.!?()–—•]/;

/** The folded words of a unit with the breaks between its parts, without what only classifies an address beside it. */
export function wordsOf(unit: Unit, { document }: DiffSide, vocabulary: Vocabulary, language: string): string[] {
  const words = [...unit.words].map((id) => vocabulary.words[id]!);
  const gap = (i: number) => document.text.slice(unit.ends[i], unit.starts[i + 1]);
  const joins = (i: number) => i >= 0 && i + 1 < words.length && /^[ \u00a0-]{1,2}$/.test(gap(i));
  const isChannel = (word: string | undefined) =>
    word !== undefined && (isWord(word, 'channel', language) || word.startsWith(MAIL) || /^\d/.test(word));
  return words.flatMap((word, i) => {
    const breaks = i > 0 && PAUSE.test(gap(i - 1)) ? [BREAK] : [];
    if (isWord(word, 'conjunction', language) || isWord(word, 'disjunction', language)) return [...breaks, BREAK];
    if (isPersonal(words, i, language)) return breaks;
    const isOnlyKind =
      isWord(word, 'classifier', language) &&
      ((joins(i - 1) && isChannel(words[i - 1])) || (joins(i) && isChannel(words[i + 1])));
    return isOnlyKind ? breaks : [...breaks, word];
  });
}

/** Words around "personal" in which the data and whose they are stand: "vos données à caractère personnel". */
const AROUND = 4;

/** "Your personal data" are "your data"; but "personal data" may be fewer than "data". */
function isPersonal(words: readonly string[], i: number, language: string): boolean {
  if (!isWord(words[i]!, 'personal', language)) return false;
  const around = words.slice(Math.max(0, i - AROUND), i + AROUND);
  const data = around.filter((word) => isWord(word, 'data', language));
  const isYours = language === 'tr' ? data.some((word) => /n[iu]z/.test(word)) : around.some(ofReader);
  return data.length > 0 && isYours;

  function ofReader(word: string): boolean {
    return isWord(word, 'you', language);
  }
}

/** "isn't" is "is not", "you're" is "you are", "l'adhérent" is "adhérent": what is left of the short word has no content. */
function uncontracted(word: string): string[] {
  if (word === "can't" || word === 'cannot') return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (/^(?:do|does|did|is|are|was|were|has|have|had)n't$/.test(word)) return ['not'];
  const elided = /^(n|[cdjlmst]|qu|jusqu|lorsqu|puisqu)'(.+)$/.exec(word);
  if (elided) return elided[1] === 'n' ? ['ne', elided[2]!] : [elided[2]!];
  return [word.replace(/^(you|we|they|i|it|he|she|that|there)'(?:re|ve|s|d|m)$/, '$1').replace(/-/g, '')];
}

/** Turkish names what is done by the verb, active or passive: "düzenlemek", "düzenlenmesi". */
function verbOf(word: string): string {
  const stem = word.replace(/(?:[iu]?[ln])?m[ae](?:k|si|sini|sinin)$/, '');
  return stem.length >= 5 ? stem : word;
}

/** Negation is part of the verb, which says more than that. */
function isInflected(language: string): boolean {
  return language === 'tr' || language === 'lv';
}
