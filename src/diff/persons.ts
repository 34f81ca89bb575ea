import { isWord, synonymsOf } from './lexicon/lexicon.ts';
import { sameWord } from './same-word.ts';

type Person = 'we' | 'you';

interface Said {
  /** The word a pronoun stands right in front of. */
  word: string;
  persons: Set<Person>;
}

/** Longer passages are not looked through. */
const MAX_WORDS = 120;

/**
 * Whether the house does in one version what the reader does in the other: "you may ask us" is not "we may ask you",
 * though pronouns carry no content of their own. An active that became passive has one pronoun fewer and is none.
 */
export function areSwapped(base: readonly string[], revision: readonly string[], language: string): boolean {
  if (base.length + revision.length > MAX_WORDS) return false;
  const [before, after] = [personsIn(base, language), personsIn(revision, language)];
  if (before.count === 0 || before.count !== after.count) return false;
  return before.said.some(({ word, persons }) => {
    const other = after.said.find((one) => standFor(word, one.word, language));
    return other !== undefined && ![...persons].some((person) => other.persons.has(person));
  });
}

function personsIn(words: readonly string[], language: string): { count: number; said: Said[] } {
  const said: Said[] = [];
  let count = 0;
  for (const [i, pronoun] of words.entries()) {
    const person = personOf(pronoun, language);
    if (!person) continue;
    count++;
    const word = words[i + 1];
    if (word === undefined || personOf(word, language)) continue;
    const known = said.find((one) => standFor(word, one.word, language));
    if (known) known.persons.add(person);
    else said.push({ word, persons: new Set([person]) });
  }
  return { count, said };
}

function personOf(word: string, language: string): Person | undefined {
  if (isWord(word, 'we', language)) return 'we';
  return isWord(word, 'you', language) ? 'you' : undefined;
}

function standFor(a: string, b: string, language: string): boolean {
  if (sameWord(a, b, language)) return true;
  const group = synonymsOf(a, language);
  return group >= 0 && group === synonymsOf(b, language);
}
