import type { Sentence, Span } from '../document/types.ts';
import type { Entity } from '../text/entities/types.ts';
import type { GazetteerHit } from '../text/entities/gazetteer.ts';
import type { FactContext } from './context.ts';
import { isKeptByOthers } from './roles.ts';
import { subjectOf } from './subject.ts';
import type { Fact } from './types.ts';

const MAX_TEXT = 120;
const OLDER =
  /\b(?:under|over|below|above|least|older|younger|unter|über|moins|plus|menos|mayor|poniżej|powyżej)\s*$/iu;
/** "until you close your account, and 30 days after that": a period on top of a criterion. */
const AND = /(?:^|[\s,;])(?:\+|plus|and|und|sowie|et|puis|y|más|oraz|i|un|vēl|ve|artı)\s/iu;
const REFERS_BACK =
  /^(?:after|from|nach|danach|après|después|po|pēc)\s?(?:that|then|this|cela|ello|eso|tym|tam|tā)?$/iu;
const COOKIE = /(?<!\p{L})(?:cookies?|çerez\p{L}*|sīkdat\p{L}*|sīkfail\p{L}*|ciastecz\p{L}*|témoins?)(?!\p{L})/iu;

/** How long the text says something is kept: a duration, or in its own words when there is none. */
export function retentionFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  const timed = new Set<number>();
  for (const [sentence, durations] of context.sentencesWith('duration')) {
    for (const duration of durations) {
      if (!isRetention(context, sentence, duration)) continue;
      timed.add(sentence.index);
      facts.push(withDuration(context, sentence, duration));
    }
  }
  for (const sentence of criterionSentences(context, timed)) {
    const span = criterionIn(context, sentence);
    if (!span) continue;
    const criterion = tidy(context.text(span));
    const subject = subjectOf(context, sentence, span);
    facts.push(
      context.fact('retention', criterion, span, sentence.index, { criterion, ...(subject ? { subject } : {}) }),
    );
  }
  return facts;
}

/** Ages, deadlines for answers and lifetimes of cookies are durations as well, and none of them is a retention period. */
export function isRetention(context: FactContext, sentence: Sentence, duration: Entity): boolean {
  const all = context.cues(sentence);
  // "six months from our answer": the answer is when the period starts.
  const cues = all.filter((c) => c.kind !== 'response' || !isStartOf(context, all, c, duration));
  if (isAge(context, sentence, duration) || isKeptByOthers(context, sentence)) return false;
  if (/^PT.*M$/.test(duration.value) && !/\d{2,}/.test(duration.value)) return false;
  const about = (kind: string) => cues.some((c) => c.kind === kind);
  const header = context.headerOf(sentence);
  const headerKeeps = header && (context.hasCue(header, 'keep') || context.hasCue(header, 'delete'));
  const topic = context.isUnder(sentence, 'retention');
  const answered = context.says(sentence, 'retention') !== undefined;
  if (context.block(sentence).kind === 'row') {
    if (context.isUnder(sentence, 'cookies') && !topic) return false;
    return Boolean(headerKeeps) || answered || topic;
  }
  const keeps = about('keep') || about('delete');
  if (about('request') && !keeps && !answered) return false;
  if (about('response') && !nearer(cues, duration, ['keep', 'delete'], ['response'])) return false;
  if (COOKIE.test(context.text(sentence)) && !topic) {
    if (context.isUnder(sentence, 'cookies') || (!about('delete') && !answered)) return false;
  }
  if (answered) return true;
  if (
    keeps &&
    (topic || context.isUnder(sentence, 'data-categories', 'purposes', 'right-erasure') || isNear(cues, duration))
  )
    return true;
  const lead = context.leadOf(sentence);
  if (lead && (context.hasCue(lead, 'keep') || context.hasCue(lead, 'delete'))) return true;
  return topic && !about('response');
}

/** "under 16 years of age", "18 yaşından küçük": the duration is how old somebody is. */
export function isAge(context: FactContext, sentence: Sentence, duration: Entity): boolean {
  const years = /^P(\d+)Y$/.exec(duration.value);
  if (!years || Number(years[1]) > 21) return false;
  const { text } = context.document;
  const near = context
    .cues(sentence)
    .some((c) => c.kind === 'age' && c.start < duration.end + 20 && c.end > duration.start - 25);
  return near || OLDER.test(text.slice(Math.max(sentence.start, duration.start - 12), duration.start));
}

function isStartOf(context: FactContext, cues: readonly GazetteerHit[], cue: Span, duration: Span): boolean {
  return cues.some(
    (c) =>
      c.kind === 'start' &&
      c.start >= duration.end &&
      c.start - duration.end <= 2 &&
      c.end <= cue.start &&
      /^\s(?:\p{L}{1,5}\s){0,2}$/u.test(context.text({ start: c.end, end: cue.start })),
  );
}

function distance(span: Span, to: Span): number {
  return span.end <= to.start ? to.start - span.end : span.start >= to.end ? span.start - to.end : 0;
}

function isNear(cues: readonly { kind: string; start: number; end: number }[], duration: Span): boolean {
  return cues.some((c) => (c.kind === 'keep' || c.kind === 'delete') && distance(c, duration) <= 90);
}

/** Whether a word of the first kinds stands nearer to the duration than any of the second. */
function nearer(
  cues: readonly { kind: string; start: number; end: number }[],
  duration: Span,
  first: readonly string[],
  second: readonly string[],
): boolean {
  const least = (kinds: readonly string[]) =>
    Math.min(...cues.filter((c) => kinds.includes(c.kind)).map((c) => distance(c, duration)));
  return least(first) < least(second);
}

function withDuration(context: FactContext, sentence: Sentence, duration: Entity): Fact {
  const start = startOf(context, sentence, duration);
  const subject = subjectOf(context, sentence, duration);
  const also = criterionIn(context, sentence);
  const plus = also && also.end <= duration.start && AND.test(context.text({ start: also.end, end: duration.start }));
  return context.fact('retention', duration.value, duration, sentence.index, {
    duration: duration.value,
    ...(subject ? { subject } : {}),
    ...(start && !(plus && REFERS_BACK.test(start)) ? { start } : {}),
    ...(plus ? { criterion: tidy(context.text(also)) } : {}),
  });
}

/** The moment a period starts from: "after you close your account", "sözleşmenin sona ermesinden itibaren". */
function startOf(context: FactContext, sentence: Sentence, duration: Entity): string | undefined {
  const { text } = context.document;
  const cues = context.cues(sentence);
  const behind = cues.find((c) => c.kind === 'start' && c.start >= duration.end && c.start - duration.end < 40);
  if (behind) {
    const words = clause(text, behind.start, sentence.end);
    return words.length > behind.end - behind.start + 2 ? tidy(words) : undefined;
  }
  const column = startCell(context, sentence);
  if (column) return tidy(column);
  const before = cues.find((c) => c.kind === 'start-before' && c.end <= duration.start && duration.start - c.end < 12);
  if (!before) return undefined;
  const from = Math.max(sentence.start, text.lastIndexOf(',', before.start) + 1);
  return tidy(text.slice(from, before.end));
}

/** What stands below "Start" or "Fristbeginn" in the row of a period. */
function startCell(context: FactContext, sentence: Sentence): string | undefined {
  const block = context.block(sentence);
  if (block.kind !== 'row') return undefined;
  for (const cell of context.sentencesIn(block)) {
    const header = cell === sentence ? undefined : context.headerOf(cell);
    if (header && context.hasCue(header, 'start-column')) return context.text(cell);
  }
  return undefined;
}

function* criterionSentences(context: FactContext, timed: ReadonlySet<number>): Generator<Sentence> {
  const seen = new Set<number>();
  for (const evidence of context.evidence.of('retention')) {
    if (timed.has(evidence.sentence) || seen.has(evidence.sentence)) continue;
    seen.add(evidence.sentence);
    yield context.document.sentences[evidence.sentence]!;
  }
  for (const sentence of context.document.sentences) {
    if (timed.has(sentence.index) || seen.has(sentence.index) || !context.isUnder(sentence, 'retention')) continue;
    const block = context.block(sentence);
    if (block.kind === 'heading' || block.header) continue;
    if (context.hasCue(sentence, 'keep') || context.hasCue(sentence, 'delete')) yield sentence;
  }
}

function criterionIn(context: FactContext, sentence: Sentence): Span | undefined {
  const cue = context.cues(sentence).find((c) => c.kind === 'criterion');
  if (!cue) return undefined;
  const { text } = context.document;
  const behind = clause(text, cue.start, sentence.end);
  // Turkish puts the word last: "hesabınız aktif olduğu sürece".
  if (behind.length > cue.end - cue.start + 6 && !/^(?:sürece|süresince|boyunca|müddetçe|kadar)/iu.test(behind))
    return { start: cue.start, end: cue.start + behind.length };
  const from = Math.max(sentence.start, ...[',', ';', ':', '|'].map((c) => text.lastIndexOf(c, cue.start - 1) + 1));
  return { start: from, end: cue.end };
}

/** Up to the end of the clause, without its punctuation. */
function clause(text: string, start: number, end: number): string {
  const stretch = text.slice(start, Math.min(end, start + MAX_TEXT));
  const stop = /[;:]|\.(?:\s|$)|,\s|\s[–—|]\s/.exec(stretch);
  return (stop ? stretch.slice(0, stop.index) : stretch).trimEnd().replace(/[).,;]+$/, '');
}

function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:.–—-]+$/g, '')
    .slice(0, MAX_TEXT);
}
