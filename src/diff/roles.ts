import { areSynonyms, isWord } from './lexicon/lexicon.ts';
import { sameWord } from './same-word.ts';

type Person = 'we' | 'you';

interface Said {
  /** The word a pronoun stands right in front of. */
  word: string;
  persons: Set<Person>;
}

/** Longer passages are not looked through. */
const MAX_WORDS = 120;

/** What is looked at of an edit: its words, and the runs of them that changed. */
interface Compared {
  readonly baseWords: readonly string[];
  readonly revisionWords: readonly string[];
  readonly language: string;
}

interface Exchange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Whether somebody else does it, or it goes the other way, though the words that say so carry no content of their own. */
export function changesRoles(edit: Compared, runs: readonly Exchange[]): boolean {
  return areSwapped(edit) || runs.some((run) => goesTheOtherWay(run, edit.language));
}

/** "To our partners" became "from our partners", and nothing else did. */
function goesTheOtherWay({ removed, added }: Exchange, language: string): boolean {
  if (removed.length !== 1 || added.length !== 1) return false;
  const is = (word: string | undefined, cls: 'towards' | 'away') => isWord(word!, cls, language);
  return (is(removed[0], 'towards') && is(added[0], 'away')) || (is(removed[0], 'away') && is(added[0], 'towards'));
}

/**
 * The house does in one version what the reader does in the other: "you may ask us" is not "we may ask you". An active
 * that became passive has one pronoun fewer and is none.
 */
function areSwapped({ baseWords: base, revisionWords: revision, language }: Compared): boolean {
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
  return sameWord(a, b, language) || areSynonyms(a, b, language);
}
