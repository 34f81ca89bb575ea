import type { Block, Document, Section, Sentence, Span } from '../../document/types.ts';
import { firstWhere } from '../../text/search.ts';
import { wordAt } from '../../text/words.ts';
import type { Check, RawFinding } from '../types.ts';
import { numberOf } from './numbering.ts';
import { chromeFrom } from './page-chrome.ts';
import { lineOf, normalised, shortened, textOf, wordCount } from './support.ts';

/** Repeated paragraphs shorter than this are labels and formulas ("We keep it for two years."). */
const PARAGRAPH_WORDS = 15;

/** The same heading twice under one heading, and the same paragraph twice in one text. */
export const duplicates: Check = {
  rules: ['structure/duplicate-heading', 'structure/duplicate-text'],
  *run(context) {
    const { document } = context;
    const end = chromeFrom(context);
    yield* headings(document, end);
    const paragraphs = new Repeats<Block>(document);
    const longSentences = new Repeats<Sentence>(document);
    const longCells = new Repeats<Cell>(document);
    for (const block of document.blocks.slice(0, end)) {
      if (block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'item') {
        if (wordCount(block) >= PARAGRAPH_WORDS) {
          const first = paragraphs.firstLike(
            block,
            0,
            (earlier) => isListedApart(earlier, block) || isEntry(document, block),
          );
          if (first) {
            const line = lineOf(document, first.source);
            yield {
              rule: 'structure/duplicate-text',
              args: { line, text: excerpt(document, block) },
              source: block.source,
            };
            continue;
          }
        }
        yield* sentences(document, block, longSentences);
        yield* once(doubledWords(document, block));
      } else if (block.kind === 'row') yield* cells(document, block, longCells);
    }
  },
};

/** Tokens `[first, last)`. */
type Range = readonly [first: number, last: number];

/** Finds stretches that hold the same words, whatever stands between the words. */
class Repeats<T extends { tokens: Range }> {
  readonly #seen = new Map<number, T>();

  constructor(readonly document: Document) {}

  /** The first stretch of a group with the same words; undefined for that one itself, as for the next of those apart. */
  firstLike(stretch: T, group = 0, isApart: (first: T) => boolean = () => false): T | undefined {
    const key = keyOf(this.document, stretch.tokens, group);
    const first = this.#seen.get(key);
    if (first && !isApart(first) && haveSameWords(this.document, first.tokens, stretch.tokens)) return first;
    this.#seen.set(key, stretch);
    return undefined;
  }
}

/** 52 bits of the words of a range. */
function keyOf({ text, tokens }: Document, [from, to]: Range, group: number): number {
  let high = group;
  let low = group;
  for (let t = from; t < to; t++) {
    const hash = wordAt(text, tokens, t).hash;
    high = (Math.imul(high, 31) + hash) | 0;
    low = Math.imul(low ^ hash, 0x9e3779b1);
  }
  return high * 2 ** 20 + (low >>> 12);
}

function haveSameWords({ text, tokens }: Document, [a, end]: Range, [b, last]: Range): boolean {
  if (end - a !== last - b) return false;
  for (let t = a; t < end; t++)
    if (wordAt(text, tokens, t).folded !== wordAt(text, tokens, b + t - a).folded) return false;
  return true;
}

const SENTENCE_WORDS = 20;

/** A long sentence twice in one section. */
function* sentences(document: Document, block: Block, seen: Repeats<Sentence>): Generator<RawFinding> {
  for (const sentence of document.sentences.slice(...block.sentences)) {
    if (sentence.tokens[1] - sentence.tokens[0] < SENTENCE_WORDS) continue;
    const first = seen.firstLike(sentence, block.section);
    if (!first) continue;
    const line = lineOf(document, document.sourceSpan(first));
    yield {
      rule: 'structure/duplicate-text',
      message: 'sentence',
      args: { line, text: shortened(textOf(document, sentence)) },
      source: document.sourceSpan(sentence),
    };
  }
}

interface Cell extends Span {
  tokens: Range;
}

function tokensIn({ tokens }: Document, row: Block, { start, end }: Span): Range {
  const firstAt = (offset: number) => firstWhere(...row.tokens, (t) => tokens.start[t]! >= offset);
  return [firstAt(start), firstAt(end)];
}

/** Table cells repeat short answers by design; a long text that stands in every row belongs in front of the table. */
const CELL_WORDS = 18;

function* cells(document: Document, row: Block, seen: Repeats<Cell>): Generator<RawFinding> {
  for (const span of row.cells ?? []) {
    const cell = { ...span, tokens: tokensIn(document, row, span) };
    if (cell.tokens[1] - cell.tokens[0] < CELL_WORDS) continue;
    const first = seen.firstLike(cell);
    if (!first) continue;
    const line = lineOf(document, document.sourceSpan(first));
    yield {
      rule: 'structure/duplicate-text',
      message: 'cell',
      args: { line, text: shortened(textOf(document, cell)) },
      source: document.sourceSpan(cell),
    };
  }
}

function excerpt(document: Document, block: Block): string {
  return shortened(textOf(document, block));
}

/** Lists of different sections may well hold the same item. */
function isListedApart(first: Block, block: Block): boolean {
  return first.kind === 'item' && block.kind === 'item' && first.section !== block.section;
}

/** "Data processed: …" stands under each of several services, "You may ask us to:" in front of each list. */
const LABEL = /^[^.!?:]{2,80}:/;

function isEntry(document: Document, block: Block): boolean {
  const text = textOf(document, block);
  const isOneSentence = block.sentences[1] - block.sentences[0] === 1;
  return (isOneSentence && LABEL.test(text)) || text.trimEnd().endsWith(':');
}

/** From this many titles repeated on, sections repeat one pattern and only their parents tell them apart. */
const PATTERN = 4;

function* headings(document: Document, end: number): Generator<RawFinding> {
  const titles = document.sections.map((section) => normalised(section.title));
  const byTitle = new Map<string, Section[]>();
  for (const section of document.sections) {
    const title = titles[section.index]!;
    if (section.heading < 0 || section.heading >= end || !/\p{L}{2}/u.test(title)) continue;
    // "1.1 Services" and "2.1 Services" belong to different chapters, whatever their level.
    const chapter = numberOf(textOf(document, document.blocks[section.heading]!))?.slice(0, -1).join('.') ?? '';
    const key = `${section.parent}|${section.level}|${chapter}|${title}`;
    (byTitle.get(key) ?? byTitle.set(key, []).get(key)!).push(section);
  }
  const repeated = [...byTitle.values()].filter((sections) => sections.length > 1).length;
  const told = new Set<number>();
  for (const sections of byTitle.values()) {
    for (const [i, section] of sections.entries()) {
      const title = titles[section.index]!;
      const touches = document.sections[section.index - 1]?.heading === section.heading - 1;
      const again = touches && titles[section.index - 1] === title;
      const first =
        i > 0 && sections.length === 2 && repeated < PATTERN ? sections[0]!.heading : again ? section.heading - 1 : -1;
      if (first < 0 || told.has(section.heading)) continue;
      told.add(section.heading);
      const line = lineOf(document, document.blocks[first]!.source);
      yield {
        rule: 'structure/duplicate-heading',
        args: { title: section.title, line },
        source: document.blocks[section.heading]!.source,
        anchor: title,
      };
    }
  }
}

/** Single words that are never meant twice in a row, by language; two words or more are never meant twice. */
const SINGLE: Record<string, ReadonlySet<string>> = {
  en: words('the a an of to and or in for with by from our your we is are be on as at this'),
  tr: words('ve veya ile icin ancak'),
  lv: words('un vai ar no uz ka lai par pie tiek ir jusu musu'),
  de: words(
    'und oder mit fur wir nicht an in auf aus bei nach von durch uber eine einer einen einem im zum zur ist sind ihre unsere',
  ),
  fr: words('de la le les des du et ou a dans par pour sur avec une un votre vos notre nos est sont'),
  es: words('de la el los las del en y o a con por para una un su sus es son'),
  pl: words('i oraz lub w na do z dla przez od o po jest sa nie'),
};
/**
 * Other words as long as this are doubled by mistake: repetition for stress is short ("poco a poco"), in Turkish less
 * so ("kademe kademe").
 */
const LONG_WORD = 6;
const LONG_TURKISH_WORD = 8;
/** German clauses meet verb to verb ("die verarbeitet werden werden wir …") when the comma is forgotten. */
const MEETING = words(
  'werden wurden konnen konnten sollen sollten mussen mussten durfen durften mogen mochten wollen wollten',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Whether one word stands twice by mistake. A title run into its text ("Cookies Cookies are …") is written with a capital. */
function isSlip(language: string, word: string, written: readonly [string, string]): boolean {
  if (SINGLE[language]?.has(word)) return true;
  const long = language === 'tr' ? LONG_TURKISH_WORD : LONG_WORD;
  return word.length >= long && written[0] === written[1] && /^\p{Ll}/u.test(written[0]) && !MEETING.has(word);
}

/** Most words that are looked for twice in a row. */
const MOST = 3;

/** What a paragraph doubles again and again are the cells of a table it once was ("not applicable not applicable"). */
function* once(found: Iterable<RawFinding>): Generator<RawFinding> {
  const all = [...found];
  const count = new Map<unknown, number>();
  for (const { args } of all) count.set(args?.text, (count.get(args?.text) ?? 0) + 1);
  for (const finding of all) if (count.get(finding.args?.text) === 1) yield finding;
}

/** "How an agent asks An agent is …": what begins or goes on with a capital is a new line. */
function isTitled(first: string, second: string): boolean {
  return /^\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second);
}

function* doubledWords(document: Document, block: Block): Generator<RawFinding> {
  const { tokens, text } = document;
  const [from, to] = block.tokens;
  const word = (t: number) => wordAt(text, tokens, t).folded;
  const written = (t: number) => text.slice(tokens.start[t], tokens.end[t]);
  const touching = (t: number) => /^\s+$/.test(text.slice(tokens.end[t - 1], tokens.start[t]));
  for (let t = from + 1; t < to; t++) {
    const own = wordAt(text, tokens, t).hash;
    for (let length = MOST; length > 0; length--) {
      if (t + length > to || t - length < from || own !== wordAt(text, tokens, t - length).hash) continue;
      let same = true;
      let letters = 0;
      for (let k = 0; k < length && same; k++) {
        same =
          word(t + k) === word(t + k - length) &&
          touching(t + k) &&
          (k === 0 || touching(t + k - length)) &&
          !/\d/.test(word(t + k));
        letters += word(t + k).length;
      }
      if (!same || letters < 2) continue;
      if (length === 1 && !isSlip(block.language, word(t), [written(t - 1), written(t)])) continue;
      // Titles and cells of a page whose line breaks were lost: "Required cookies Required cookies are …".
      if (length > 1 && isTitled(written(t), written(t + 1))) continue;
      if (
        length > 1 &&
        (letters < 6 ||
          word(t) === word(t + 1) ||
          /^(?:time to|to time)$/.test(`${word(t - length)} ${word(t - length + 1)}`))
      )
        continue;
      const span = { start: tokens.start[t - length]!, end: tokens.end[t + length - 1]! };
      yield {
        rule: 'structure/duplicate-text',
        message: 'words',
        args: { text: text.slice(span.start, span.end) },
        source: document.sourceSpan(span),
      };
      t += length;
      break;
    }
  }
}
