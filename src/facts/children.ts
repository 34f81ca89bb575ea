import type { Sentence } from '../document/types.ts';
import { fold } from '../text/fold.ts';
import { type FactContext, unique } from './context.ts';
import type { Fact } from './types.ts';

const MIN_AGE = 5;
const MAX_AGE = 21;
const REACH = 40;
const NUMBER = /^\d{1,2}$/;

/** The ages the text draws a line at for children: "under 16 years of age", "18 yaşından küçük", "children under 13". */
export function childrenFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const sentence of context.document.sentences) {
    if (
      context.block(sentence).kind === 'heading' ||
      !/\d|teen|thirteen|sixteen|on (?:üç|altı|sekiz)/iu.test(context.text(sentence))
    )
      continue;
    if (!mayBeAboutAge(context, sentence)) continue;
    facts.push(...agesIn(context, sentence));
  }
  return unique(facts);
}

/** Cheap: looking for cue words in every sentence with a digit would cost more than all the rest. */
function mayBeAboutAge(context: FactContext, sentence: Sentence): boolean {
  return (
    context.says(sentence, 'children') !== undefined ||
    context.isUnder(sentence, 'children') ||
    /\b(?:age|aged|years old|child|minor|yaş|vecum|bērn|Jahre|Kinder|ans|mineur|años|menor|lat|wiek|dziec|gadu)/iu.test(
      context.text(sentence),
    )
  );
}

function* agesIn(context: FactContext, sentence: Sentence): Generator<Fact> {
  const { text, tokens } = context.document;
  const cues = context.cues(sentence).filter((c) => c.kind === 'age');
  if (cues.length === 0) return;
  const numbers = context.lexicon.tables.durations[context.block(sentence).language]?.numbers ?? {};
  for (let t = sentence.tokens[0]; t < sentence.tokens[1]; t++) {
    const word = fold(text.slice(tokens.start[t], tokens.end[t])).replace(/'.*$/, '');
    const age = NUMBER.test(word) ? Number(word) : numbers[word];
    if (age === undefined || age < MIN_AGE || age > MAX_AGE || (!NUMBER.test(word) && age < 12)) continue;
    const span = { start: tokens.start[t]!, end: tokens.end[t]! };
    if (!cues.some((c) => c.start - span.end < REACH && span.start - c.end < REACH)) continue;
    if (!isAgeNumber(context, sentence, span.end, span.start)) continue;
    yield context.fact('children-age', String(age), span, sentence.index);
  }
}

/** "under 16", "16 years", "16 yaş", "13 or younger": not "Article 8" or "within 7 days". */
function isAgeNumber(context: FactContext, sentence: Sentence, end: number, start: number): boolean {
  const { text } = context.document;
  const behind = text.slice(end, Math.min(sentence.end, end + 24));
  const before = text.slice(Math.max(sentence.start, start - 32), start);
  if (/(?:art\p{L}*|section|§|m\.|madde|no|point|p\.|paragraph)\.?\s*$/iu.test(before)) return false;
  if (
    /^\s*(?:\(\p{L}+\)\s*)?[- ]?(?:years?|yrs?|yaş|['’]\p{L}{2,4}\s+yaş|gad|Jahr|ans|años|lat|roku|or (?:younger|under|older|over)|\+|and (?:under|over|older))/iu.test(
      behind,
    )
  )
    return true;
  // "13 years old (16 in Germany)"
  if (/\d{2}\s[^().;]{2,16}\($/u.test(before) && /^\s\p{Ll}{1,12}\s\p{Lu}/u.test(behind)) return true;
  return /(?:under|over|below|above|age(?:d)?|age of|least|unter|über|moins de|plus de|âge de|menores? de|edad de|wieku|poniżej|younger than|older than|vecum\p{L}*|līdz)\s*(?:the age of\s*)?\(?$/iu.test(
    before,
  );
}
