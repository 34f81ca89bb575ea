import { splitSentences } from '../text/sentences.ts';
import { isHeader } from './header-row.ts';
import type { Block, RawBlock, Section, Sentence, Span, Tokens } from './types.ts';

/** Blocks put into sections, with what introduces each; sentences with their tokens. Pure; one pass. */
export function structure(text: string, raw: readonly RawBlock[], tokens: Tokens) {
  const sections: Section[] = [root()];
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let section = 0;
  let token = 0;
  const passTo = (offset: number) => {
    while (token < tokens.count && tokens.start[token]! < offset) token++;
    return token;
  };
  for (const block of raw) {
    const index = blocks.length;
    if (block.kind === 'heading') section = openSection(sections, section, index, block, text);
    const first = sentences.length;
    const opening = passTo(block.start);
    for (const stretch of stretches(block)) {
      if (block.kind === 'code') continue;
      for (const { start, end } of pieces(text, stretch, block)) {
        const from = passTo(start);
        passTo(end);
        sentences.push({ index: sentences.length, block: index, start, end, tokens: [from, token] });
      }
    }
    blocks.push(toBlock(text, block, index, section, [opening, passTo(block.end)], [first, sentences.length]));
  }
  closeSections(sections, blocks.length);
  setLeads(blocks, text);
  return { blocks, sections, sentences };
}

/** All fields by name: copies by spreading were slow, and blocks of many shapes make every stage after this slow. */
function toBlock(
  text: string,
  raw: RawBlock,
  index: number,
  section: number,
  tokens: Block['tokens'],
  sentences: Block['sentences'],
): Block {
  const { kind, start, end, source, level, marker, group, cells, header, boldUntil } = raw;
  const language = 'und';
  const lead = -1;
  return {
    kind,
    start,
    end,
    source,
    level,
    marker,
    group,
    cells,
    header: header && isHeader(text, cells),
    boldUntil,
    index,
    section,
    language,
    lead,
    tokens,
    sentences,
  };
}

function root(): Section {
  return { index: 0, parent: -1, heading: -1, level: 0, title: '', path: [], blocks: [0, 0] };
}

function openSection(sections: Section[], current: number, block: number, heading: RawBlock, text: string): number {
  let parent = current;
  while (sections[parent]!.level >= heading.level) parent = sections[parent]!.parent;
  const title = titleOf(text.slice(heading.start, heading.end));
  const index = sections.length;
  sections.push({
    index,
    parent,
    heading: block,
    level: heading.level,
    title,
    path: [...sections[parent]!.path, title],
    blocks: [block, block + 1],
  });
  return index;
}

const NUMBER = /^\s*(?:§\s*)?(?:(?:\d+|[ivxlc]+|[a-z])[.)]\s*|\d+(?:\.\d+)+\.?\s+|\d+\s+(?=\p{Lu}))+/iu;

/** A heading without the number in front of it. */
export function titleOf(heading: string): string {
  const title = heading.replace(NUMBER, '').replace(/\s+/g, ' ').trim();
  return title || heading.trim();
}

function closeSections(sections: Section[], end: number): void {
  for (let i = 0; i < sections.length; i++) {
    const section = sections[i]!;
    let next = i + 1;
    while (next < sections.length && sections[next]!.level > section.level) next++;
    section.blocks = [section.blocks[0], next < sections.length ? sections[next]!.heading : end];
  }
}

/** A row's cells are read one by one, anything else as a whole. */
function stretches(block: RawBlock): Span[] {
  return block.kind === 'row' && block.cells ? block.cells : [block];
}

/** Longest sentence in words' worth of characters: a text without full stops must not make matching slow. */
const MAX_SENTENCE = 2400;

function pieces(text: string, stretch: Span, block: RawBlock): Span[] {
  const slice = text.slice(stretch.start, stretch.end);
  const spans = block.kind === 'heading' ? [{ start: 0, end: slice.length }] : splitSentences(slice);
  const result: Span[] = [];
  for (const span of spans) {
    let start = span.start;
    while (span.end - start > MAX_SENTENCE) {
      // Cut out first: a search backwards would go on to the beginning of a block without blanks.
      const space = slice.slice(start + 1, start + MAX_SENTENCE + 1).lastIndexOf(' ');
      const cut = space < 0 ? start + MAX_SENTENCE : start + 1 + space;
      result.push({ start: stretch.start + start, end: stretch.start + cut });
      start = cut;
    }
    result.push({ start: stretch.start + start, end: stretch.start + span.end });
  }
  return result;
}

const ENUMERATED = /^(?:\(?[a-z0-9]{1,3}[).:]|[ivx]+[).]|[•‣·▪◦–—*-])\s/iu;
const LOWER = /^\p{Ll}/u;
const RUN_IN = /^[^.!?:]{2,70}:\s/u;

/** What introduces a block: the header of its table, the item above a nested item, the paragraph before a list. */
function setLeads(blocks: Block[], text: string): void {
  const itemAt: number[] = [];
  /** Last item of each level in the run of items that is open. */
  let run: number[] = [];
  let openLead = -1;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const previous = blocks[i - 1];
    if (block.kind !== 'item') run = [];
    if (block.kind === 'row') {
      const same = previous?.kind === 'row' && previous.group === block.group;
      block.lead = block.header || !same ? -1 : previous.header ? previous.index : previous.lead;
      continue;
    }
    if (block.kind === 'item') {
      const nearest = nearestItem(run, block.level);
      run[block.level] = i;
      run.length = block.level + 1;
      itemAt[block.level] = i;
      itemAt.length = block.level + 1;
      if (block.level > 1 && itemAt[block.level - 1] !== undefined) block.lead = itemAt[block.level - 1]!;
      else if (previous?.kind === 'item' && sameList(previous, block))
        block.lead = nearest < 0 ? -1 : blocks[nearest]!.level === block.level ? blocks[nearest]!.lead : nearest;
      else if (previous && (previous.kind === 'paragraph' || previous.kind === 'heading' || previous.kind === 'quote'))
        block.lead = previous.index;
      continue;
    }
    itemAt.length = 0;
    if (block.kind !== 'paragraph') {
      openLead = -1;
      continue;
    }
    const words = text.slice(block.start, Math.min(block.end, block.start + 80));
    const continues = ENUMERATED.test(words) || LOWER.test(words) || RUN_IN.test(words);
    if (openLead >= 0 && continues) block.lead = openLead;
    else openLead = -1;
    if (previous && isLoneQuestion(previous, text) && !isLoneQuestion(block, text)) block.lead = previous.index;
    if (text[block.end - 1] === ':') openLead = i;
  }
}

/** A question that is a title has at most this many words: it is answered in its paragraph, or alone in it by the next. */
export const MAX_QUESTION = 12;

function isLoneQuestion({ kind, end, tokens, sentences }: Block, text: string): boolean {
  const isShort = tokens[1] - tokens[0] <= MAX_QUESTION && sentences[1] - sentences[0] === 1;
  return kind === 'paragraph' && isShort && text[end - 1] === '?';
}

function sameList(a: Block, b: Block): boolean {
  return a.group === b.group || (a.level >= b.level && a.section === b.section);
}

/** The last item of a run whose level is not below `level`; -1 when there is none. */
function nearestItem(run: readonly (number | undefined)[], level: number): number {
  let nearest = -1;
  for (let l = Math.min(level, run.length - 1); l >= 0; l--) nearest = Math.max(nearest, run[l] ?? -1);
  return nearest;
}
