import { foldedAt } from '../../text/words.ts';
import type { Block, Document, Section, Span } from '../../document/types.ts';
import type { Check, RawFinding } from '../types.ts';
import { chromeFrom } from './page-chrome.ts';
import { lineOf, normalised, textOf, tokensOf, wordCount } from './support.ts';

/** Repeated paragraphs shorter than this are labels and formulas ("We keep it for two years."). */
const PARAGRAPH_WORDS = 15;

/** The same heading twice under one heading, and the same paragraph twice in one text. */
export const duplicates: Check = {
  rules: ['structure/duplicate-heading', 'structure/duplicate-text'],
  *run(context) {
    const { document } = context;
    const end = chromeFrom(context);
    yield* headings(document, end);
    const seen = new Map<string, Block>();
    const seenSentences = new Map<string, Span>();
    const seenCells = new Map<string, Span>();
    for (const block of document.blocks.slice(0, end)) {
      if (block.kind === 'paragraph' || block.kind === 'quote' || block.kind === 'item') {
        if (wordCount(document, block) >= PARAGRAPH_WORDS) {
          const key = wordsOf(document, tokensOf(document, block));
          const first = seen.get(key);
          if (first && !isListedApart(first, block)) {
            const line = lineOf(document, first.source);
            yield {
              rule: 'structure/duplicate-text',
              args: { line, text: excerpt(document, block) },
              source: block.source,
            };
            continue;
          }
          seen.set(key, block);
        }
        yield* sentences(document, block, seenSentences);
        yield* doubledWords(document, block);
      } else if (block.kind === 'row') yield* cells(document, block, seenCells);
    }
  },
};

const SENTENCE_WORDS = 20;

/** A long sentence twice in one section. */
function* sentences(document: Document, block: Block, seen: Map<string, Span>): Generator<RawFinding> {
  for (const sentence of document.sentences.slice(...block.sentences)) {
    if (sentence.tokens[1] - sentence.tokens[0] < SENTENCE_WORDS) continue;
    const key = `${block.section} ${wordsOf(document, sentence.tokens)}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, sentence);
      continue;
    }
    const line = lineOf(document, document.sourceSpan(first));
    yield {
      rule: 'structure/duplicate-text',
      message: 'sentence',
      args: { line, text: shortened(textOf(document, sentence)) },
      source: document.sourceSpan(sentence),
    };
  }
}

/** Table cells repeat short answers by design; a long text that stands in every row belongs in front of the table. */
const CELL_WORDS = 18;

function* cells(document: Document, row: Block, seen: Map<string, Span>): Generator<RawFinding> {
  for (const cell of row.cells ?? []) {
    const range = tokensOf(document, cell);
    if (range[1] - range[0] < CELL_WORDS) continue;
    const key = wordsOf(document, range);
    const first = seen.get(key);
    if (!first) {
      seen.set(key, cell);
      continue;
    }
    const line = lineOf(document, document.sourceSpan(first));
    yield {
      rule: 'structure/duplicate-text',
      message: 'cell',
      args: { line, text: shortened(textOf(document, cell)) },
      source: document.sourceSpan(cell),
    };
  }
}

/** Two stretches with the same words say the same, whatever stands between the words. */
function wordsOf({ text, tokens }: Document, [from, to]: readonly [number, number]): string {
  let words = '';
  for (let t = from; t < to; t++) words += `${foldedAt(text, tokens, t)} `;
  return words;
}

function excerpt(document: Document, block: Block): string {
  return shortened(textOf(document, block));
}

function shortened(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim();
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** Lists of different sections may well hold the same item. */
function isListedApart(first: Block, block: Block): boolean {
  return first.kind === 'item' && block.kind === 'item' && first.section !== block.section;
}

/** From this many titles repeated on, sections repeat one pattern and only their parents tell them apart. */
const PATTERN = 4;

function* headings(document: Document, end: number): Generator<RawFinding> {
  const titles = document.sections.map((section) => normalised(section.title));
  const byTitle = new Map<string, Section[]>();
  for (const section of document.sections) {
    const title = titles[section.index]!;
    if (section.heading < 0 || section.heading >= end || !/\p{L}{2}/u.test(title)) continue;
    const key = `${section.parent}|${section.level}|${title}`;
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
  en: new Set('the a an of to and or in for with by from our your we is are be on as at this'.split(' ')),
};

/** Most words that are looked for twice in a row. */
const MOST = 3;

function* doubledWords(document: Document, block: Block): Generator<RawFinding> {
  const { tokens, text } = document;
  const [from, to] = tokensOf(document, block);
  const word = (t: number) => foldedAt(text, tokens, t);
  const touching = (t: number) => /^\s+$/.test(text.slice(tokens.end[t - 1], tokens.start[t]));
  for (let t = from + 1; t < to; t++) {
    const own = word(t);
    for (let length = MOST; length > 0; length--) {
      if (t + length > to || t - length < from || own !== word(t - length)) continue;
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
      if (length === 1 && !SINGLE[block.language]?.has(word(t))) continue;
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
