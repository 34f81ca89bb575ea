import type { Sentence, Span } from '../document/types.ts';
import type { FactContext } from './context.ts';

const MAX_SUBJECT = 80;
const MIN_CLAUSE = 12;
const MAX_TITLE = 6;
const EMPHASIS = /(?:\*{1,3}|_{1,3}|<(?:b|strong|em|i|dt)(?:\s[^<>]{0,30})?>)$/i;
const RUN_IN = /^\s*([^.!?:]{3,70}?)\s*(?::|\s[–—-])\s/u;
/** Words that say who keeps or how, not what is kept. */
const EMPTY =
  /^(?:we|us|our|will|may|the|a|an|they|it|is|are|be|this|that|these|those|such|and|or|for|in|on|of|to|up|at|by|biz|bu|ve|ile|en|fazla|az|wir|die|der|das|den|werden|wird|und|für|bis|zu|nous|le|la|les|des|de|du|et|pendant|pour|sont|est|los|las|el|y|durante|por|se|są|jest|przez|i|w|na|mēs|tiek|tās|un|uz|all|any|generally|usually|only|maximum|automatically|which|who|them|it|sie|es|ihn|ils|elles|ellos|ellas|je|ich|ise|bunlar|bunları|onları|tos|tie)$/iu;
/** What stands behind it is said of the subject and no part of it. */
const VERB = /^(?:is|are|will|shall|may|werden|wird|sont|est|seront|sera|son|será|serán|są|jest|będą|tiek|tiks)$/iu;
const TAIL =
  /(?:\s+(?:for|within|after|up|to|until|a|the|period|of|maximum|at|least|during|per|is|are|will|be|shall|have|been|für|bis|zu|nach|innerhalb|von|pendant|durant|durante|por|przez|uz|līdz|no|en|fazla|az|maksimum))+\s*$/iu;

/** What is kept, in the text's own words: the row's label, the title before a colon, or the words around the verb. */
export function subjectOf(context: FactContext, sentence: Sentence, period: Span): string | undefined {
  const label = context.rowLabel(sentence);
  if (label) return tidy(context.text(label));
  const { text } = context.document;
  const before = text.slice(sentence.start, period.start);
  const title = RUN_IN.exec(before.slice(before.lastIndexOf('; ') + 1)) ?? RUN_IN.exec(before);
  if (title) return tidy(title[1]!);
  const run = runInTitle(context, sentence);
  if (run) return run;
  const clauseStart = sentence.start + Math.max(0, lastClause(before));
  const cues = context.cues(sentence).filter((c) => c.kind === 'keep' || c.kind === 'delete');
  // "Backups are overwritten after …": what is kept may be called so itself.
  const isNoun = cues[1] && cues[0]!.start === clauseStart && cues[1].end <= period.start;
  const cue = isNoun ? cues[1] : cues[0];
  if (cue && cue.end <= period.start) {
    const later =
      cue.end < clauseStart && text[clauseStart - 2] === ';' && phrase(text.slice(clauseStart, period.start));
    if (later) return later;
    const front = phrase(text.slice(Math.min(clauseStart, cue.start), cue.start));
    if (front) return front;
    const behind = behindPeriod(context, sentence, cue.end, period);
    return behind ?? phrase(text.slice(cue.end, period.start));
  }
  return phrase(text.slice(clauseStart, period.start)) ?? undefined;
}

/** "… invoices for 10 years and logs for 30 days": what a further period of a sentence is about stands behind the one before. */
function behindPeriod(context: FactContext, sentence: Sentence, from: number, period: Span): string | undefined {
  const before = context.entitiesIn(sentence, 'duration').filter((d) => d.start >= from && d.end <= period.start);
  const last = before[before.length - 1];
  if (!last) return undefined;
  const between = context.text({ start: last.end, end: period.start });
  return phrase(between.slice(Math.max(0, between.lastIndexOf(', '), between.lastIndexOf('; '))));
}

/** Where the clause begins that ends `before`: behind its last semicolon, or its last comma unless little follows. */
function lastClause(before: string): number {
  const [semicolon, comma] = [before.lastIndexOf('; '), before.lastIndexOf(', ')];
  if (comma > semicolon && before.length - comma >= MIN_CLAUSE) return comma + 2;
  return semicolon < 0 ? 0 : semicolon + 2;
}

/** "**Donations.** Six years.": a title set off in front of the paragraph's sentences. */
function runInTitle(context: FactContext, sentence: Sentence): string | undefined {
  const block = context.block(sentence);
  const first = context.document.sentences[block.sentences[0]]!;
  if (block.kind === 'row' || first === sentence || first.tokens[1] - first.tokens[0] > MAX_TITLE) return undefined;
  const { start } = context.document.sourceSpan(first);
  const inFront = context.document.source.slice(Math.max(0, start - 40), start);
  return EMPHASIS.test(inFront) ? phrase(context.text(first)) : undefined;
}

/** A noun phrase: without leading and trailing function words; nothing when only those are left. */
function phrase(words: string): string | undefined {
  const parts = words.replace(TAIL, '').replace(/\s+/g, ' ').trim().split(' ');
  while (parts.length && EMPTY.test(parts[0]!)) parts.shift();
  const verb = parts.findIndex((part) => VERB.test(part));
  if (verb > 0) parts.length = verb;
  while (parts.length && EMPTY.test(parts[parts.length - 1]!)) parts.pop();
  const result = parts.join(' ');
  return /\p{L}{3}/u.test(result) ? tidy(result) : undefined;
}

function tidy(words: string): string {
  const clean = words.replace(/\s+/g, ' ').replace(/^[\s,;:("“]+|[\s,;:.)"”]+$/g, '');
  if (clean.length <= MAX_SUBJECT) return clean;
  return clean.slice(0, clean.lastIndexOf(' ', MAX_SUBJECT));
}
