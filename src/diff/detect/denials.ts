import type { Evidence } from '../../evidence/types.ts';
import { foldedWords } from '../../text/words.ts';
import { isWord } from '../lexicon/lexicon.ts';
import type { DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';

/** Topics whose answers are read for what they name, denied or not: "We do not use your letters to train models". */
const NAMING: ReadonlySet<Topic> = new Set<Topic>(['purpose', 'data-category', 'data-source', 'cookie']);

/** Words in front of and behind an answer where its negation stands: "never", "is not"; Turkish has its verb behind. */
const BEFORE = 3;
const BEHIND = 2;

/** Latvian negates the verb by its prefix: "neizmantojam"; "nepieciešams" is no verb. */
const NEGATED = /^ne(?!piecies)\p{L}{3,}(?:am|im)$/u;

/** A passage of this topic that denies it is a promise of its own. */
export function isNaming(topic: Topic): boolean {
  return NAMING.has(topic);
}

/** Whether a passage says that this is not done. */
export function isDenied(e: Evidence, side: DiffSide, topic: Topic): boolean {
  if (e.polarity === 'denied') return true;
  if (!NAMING.has(topic)) return false;
  const { text, blocks, sentences } = side.document;
  const sentence = sentences[e.sentence]!;
  const language = blocks[sentence.block]!.language;
  // A negation of another clause is none of this one: "if you do not agree, we use …".
  const before = foldedWords(
    text
      .slice(sentence.start, e.match.start)
      .split(/[,;:–]/)
      .at(-1)!,
  );
  const behind = foldedWords(text.slice(e.match.end, sentence.end).split(/[,;:–]/)[0]!);
  return [
    ...before.slice(-BEFORE),
    ...foldedWords(text.slice(e.match.start, e.match.end)),
    ...behind.slice(0, BEHIND),
  ].some((word) => isWord(word, 'negators', language) || (language === 'lv' && NEGATED.test(word)));
}
