import type { Sentence, Span } from '../document/types.ts';
import { findDates } from '../text/entities/dates.ts';
import type { Entity } from '../text/entities/types.ts';
import { tokenize } from '../text/tokens.ts';
import type { FactContext } from './context.ts';
import type { Fact } from './types.ts';

type DateType = 'last-updated' | 'effective-date';

/** Words between a cue and its date: "Last updated on: Monday, 3 March 2024". */
const MAX_BETWEEN = 5;
/** A date line is short; in a longer sentence the cue must be next to the date. */
const MAX_LINE = 14;
const MAX_FROM_EARLIER = 40;
const TOP_LINES = 4;
/** Sentences a date may stand from either end to be the document's own when nothing but the language of dates says so. */
const TOP_SENTENCES = 20;
const LAST_SENTENCES = 10;
const OTHER_LAW =
  /\b(?:regulation|directive|act|law|gdpr|verordnung|richtlinie|règlement|ley|reglamento|rozporządzeni\w*|ustaw\w*|regul\w*|kanun\w*|sayılı|tarihli ve|brexit|convention|decision)\b/iu;
const STATUTE =
  /(?<!\p{L})(?:act|law|statute|likum\p{L}*|ustaw\p{L}*|kanun\p{L}*|gesetz\p{L}*|loi|ley|directive|richtlinie|directiva|dyrektyw\p{L}*|rozporządzeni\p{L}*)(?!\p{L})/iu;
const OWN_TEXT =
  /(?<!\p{L})(?:policy|notice|statement|terms|document|version|metn\p{L}*|politika\p{L}*|politik\p{L}*|paziņojum\p{L}*|erklärung|hinweise?|datenschutz(?:erklärung|hinweise)|politique|déclaration|política|aviso|polityk\p{L}*|regulamin\p{L}*)(?!\p{L})/iu;
const FRONT_KEYS: Record<string, DateType> = {
  date: 'last-updated',
  updated: 'last-updated',
  last_updated: 'last-updated',
  'last-updated': 'last-updated',
  lastupdated: 'last-updated',
  last_modified: 'last-updated',
  'last-modified': 'last-updated',
  lastmod: 'last-updated',
  modified: 'last-updated',
  revised: 'last-updated',
  effective: 'effective-date',
  effective_date: 'effective-date',
  'effective-date': 'effective-date',
  effectivedate: 'effective-date',
};
const FRONT_LINE = /^[ \t]*([A-Za-z_-]{3,20})[ \t]*:[ \t]*["']?([^"'\n]{4,40})/gm;
const KRAMDOWN = /\{:[^}\n]{0,80}\bdatetime\s*=\s*["']([^"'\n]{8,30})["'][^}\n]{0,80}\}/g;

/** When the text was last changed and since when it applies, as the text says it; the first of each is the document's own. */
export function dateFacts(context: FactContext): Fact[] {
  const facts = [...inFrontMatter(context), ...ownDates(context, [...inText(context)])];
  for (const fact of inAttributes(context)) if (!facts.some((f) => f.value === fact.value)) facts.push(fact);
  return facts.length ? facts : standing(context);
}

/** Dates near either end of the text; those inside are of its history ("May 2019: revised"), the first one aside. */
function ownDates(context: FactContext, facts: Fact[]): Fact[] {
  const count = context.document.sentences.length;
  const outer = facts.filter((f) => f.sentence < TOP_SENTENCES || f.sentence >= count - LAST_SENTENCES);
  const kept = (type: DateType) => {
    const own = outer.filter((f) => f.type === type);
    return own.length ? own : facts.filter((f) => f.type === type).slice(0, 1);
  };
  return [...kept('last-updated'), ...kept('effective-date')];
}

function* inText(context: FactContext): Generator<Fact> {
  for (const [sentence, dates] of context.sentencesWith('date'))
    for (const date of dates) {
      const type = typeOf(context, sentence, date);
      if (type) yield context.fact(type, date.value, date, sentence.index);
    }
}

function typeOf(context: FactContext, sentence: Sentence, date: Entity): DateType | undefined {
  if (isOfEarlierText(context, sentence, date)) return undefined;
  const cues = context.cues(sentence).filter((c) => c.kind === 'last-updated' || c.kind === 'effective-date');
  const { tokens } = context.document;
  let best: DateType | undefined;
  let nearest = Infinity;
  for (const cue of cues) {
    const before = cue.end <= date.start;
    if (!before && hasDateBehind(context, sentence, cue.last)) continue;
    const gap = before
      ? wordsBetween(tokens, cue.last, date.start)
      : wordsBetween(tokens, cue.last, date.start, date.end, cue.first);
    // What stands behind the date is only its own cue in languages that put the verb last ("… tarihinde güncellendi").
    const distance = before ? gap : gap + 1;
    if (distance < nearest) [best, nearest] = [cue.kind as DateType, distance];
  }
  const length = sentence.tokens[1] - sentence.tokens[0];
  if (
    best &&
    nearest <= MAX_BETWEEN &&
    (length <= MAX_LINE || nearest <= 4) &&
    !isOthersDate(context, sentence, date, length)
  )
    return best;
  return best ? undefined : labelled(context, sentence, date);
}

/** "Replaces the version of 10 October 2022": the date of what went before. */
function isOfEarlierText(context: FactContext, sentence: Sentence, date: Entity): boolean {
  const earlier = context.cues(sentence).find((c) => c.kind === 'earlier' && c.end <= date.start);
  if (!earlier || date.start - earlier.end > MAX_FROM_EARLIER) return false;
  return !context.entitiesIn(sentence, 'date').some((d) => d.start > earlier.end && d.end < date.start);
}

/** A cue with a date right behind it speaks of that one, not of one in front of it. */
function hasDateBehind(context: FactContext, sentence: Sentence, last: number): boolean {
  const { tokens } = context.document;
  return context.entitiesIn(sentence, 'date').some((d) => {
    if (last >= tokens.count || d.start < tokens.end[last - 1]!) return false;
    return wordsBetween(tokens, last, d.start) <= 2;
  });
}

/** "Directive 95/46 of 24 October 1995", "as amended on …": the date of a law, not of this text. */
function isOthersDate(context: FactContext, sentence: Sentence, date: Entity, length: number): boolean {
  if (isLawInForce(context, sentence, date)) return true;
  if (length <= MAX_LINE && Number(date.value.slice(0, 4)) > 2016) return false;
  const around = context.document.text.slice(Math.max(sentence.start, date.start - 80), date.start);
  return OTHER_LAW.test(around);
}

/** "The Data Act has been in force since …": a law in front, and no word for the text itself. */
function isLawInForce(context: FactContext, sentence: Sentence, date: Entity): boolean {
  const before = context.document.text.slice(sentence.start, date.start);
  return STATUTE.test(before) && !OWN_TEXT.test(before);
}

function wordsBetween(
  tokens: FactContext['document']['tokens'],
  cueEnd: number,
  dateStart: number,
  dateEnd = 0,
  cueFirst = 0,
): number {
  let count = 0;
  if (dateEnd > 0) {
    for (let t = cueFirst - 1; t >= 0 && tokens.start[t]! >= dateEnd; t--) count++;
    return count;
  }
  for (let t = cueEnd; t < tokens.count && tokens.start[t]! < dateStart; t++) count++;
  return count;
}

/** The label of the row or of the line above: "Last updated" | "2024-03-12". */
function labelled(context: FactContext, sentence: Sentence, date: Entity): DateType | undefined {
  const alone = sentence.end - sentence.start - (date.end - date.start) <= 12;
  if (!alone) return undefined;
  const above = context.rowLabel(sentence) ?? context.headerOf(sentence) ?? previousBlock(context, sentence);
  if (!above || above.tokens[1] - above.tokens[0] > 6) return undefined;
  const cue = context.cues(above).find((c) => c.kind === 'last-updated' || c.kind === 'effective-date');
  return cue?.kind as DateType | undefined;
}

function previousBlock(context: FactContext, sentence: Sentence): Sentence | undefined {
  const block = context.document.blocks[sentence.block - 1];
  return block ? context.document.sentences[block.sentences[1] - 1] : undefined;
}

/** A date alone on one of the first lines or on the last one, when nothing else tells the text's date. */
function standing(context: FactContext): Fact[] {
  const { blocks, sentences } = context.document;
  for (const block of [...blocks.slice(0, TOP_LINES), ...blocks.slice(-1)]) {
    const sentence = sentences[block.sentences[0]];
    const date = sentence && context.entitiesIn(sentence, 'date')[0];
    if (date && block.end - block.start - (date.end - date.start) <= 3 && block.kind !== 'row')
      return [context.fact('last-updated', date.value, date, sentence.index)];
  }
  return [];
}

function* inFrontMatter(context: FactContext): Generator<Fact> {
  const { frontMatter, source } = context.document;
  if (!frontMatter) return;
  const yaml = source.slice(frontMatter.start, frontMatter.end);
  for (const match of yaml.matchAll(FRONT_LINE)) {
    const type = FRONT_KEYS[match[1]!.toLowerCase()];
    const value = type && dateIn(context, match[2]!);
    if (!value) continue;
    const start = frontMatter.start + match.index + match[0].length - match[2]!.length;
    yield { type, value, source: { start, end: start + match[2]!.trimEnd().length }, sentence: -1 };
  }
}

/** Kramdown's attribute list under a date line: `{: datetime="2025-11-05" }`. */
function* inAttributes(context: FactContext): Generator<Fact> {
  const { source, format } = context.document;
  if (format !== 'markdown' || !source.includes('datetime')) return;
  for (const match of source.matchAll(KRAMDOWN)) {
    const value = dateIn(context, match[1]!);
    if (value) yield { type: 'last-updated', value, source: spanOf(match), sentence: -1 };
  }
}

function spanOf(match: RegExpMatchArray): Span {
  return { start: match.index!, end: match.index! + match[0].length };
}

function dateIn(context: FactContext, written: string): string | undefined {
  const tokens = tokenize(written);
  const found: Entity[] = [];
  findDates(written, tokens, [0, tokens.count], context.lexicon.tables.months, 'en', found);
  return found[0]?.value;
}
