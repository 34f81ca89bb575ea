import type { Block, Document, Sentence } from '../document/types.ts';
import { firstWhere } from '../text/search.ts';

/** Words of a lead-in that reach into what it introduces. */
export const MAX_LEAD = 40;

const LOWER = /^\p{Ll}/u;

/**
 * Tokens of what introduces a sentence: the lead-in of its list, also of one written inside a paragraph, the header of
 * its column and the label of its row; the last item of a list whose sentence it closes. Pure.
 */
export function contextOf({ text, blocks, sentences }: Document, sentence: Sentence): number[] {
  const block = blocks[sentence.block]!;
  const opening = sentences[block.sentences[0]]!;
  const closed = sentence === opening ? closedItem(text, blocks, block) : undefined;
  const leadOf = closed && block.lead < 0 ? closed : block;
  const lead = leadOf.lead >= 0 ? blocks[leadOf.lead]! : undefined;
  const context: number[] = [];
  const add = (s: Sentence | undefined) => {
    if (!s) return;
    const from = Math.max(s.tokens[0], s.tokens[1] - MAX_LEAD);
    for (let t = from; t < s.tokens[1]; t++) context.push(t);
  };
  if (block.kind === 'row' && block.cells) {
    const { cells } = block;
    const column = firstWhere(0, cells.length, (c) => sentence.start < cells[c]!.end);
    const header = lead?.cells?.[column];
    if (header) {
      const s = firstWhere(lead.sentences[0], lead.sentences[1], (i) => sentences[i]!.start >= header.start);
      if (s < lead.sentences[1] && sentences[s]!.end <= header.end) add(sentences[s]);
    }
    if (column > 0 && sentence.index > block.sentences[0]) add(sentences[block.sentences[0]]);
    return context;
  }
  if (lead) {
    const upper = lead.lead >= 0 && lead.kind === 'item' ? blocks[lead.lead]! : undefined;
    if (upper) add(sentences[upper.sentences[1] - 1]);
    add(sentences[lead.sentences[1] - 1]);
  }
  if (closed) add(sentences[closed.sentences[1] - 1]);
  if (sentence !== opening && text[opening.end - 1] === ':') add(opening);
  return context;
}

/**
 * The last item of a list that a paragraph goes on with in lower case: where the verb stands last, it follows the list
 * ("Your data; - your name, - your address // are processed").
 */
function closedItem(text: string, blocks: readonly Block[], block: Block): Block | undefined {
  const previous = blocks[block.index - 1];
  const goesOn = block.kind === 'paragraph' && previous?.kind === 'item' && previous.section === block.section;
  return goesOn && LOWER.test(text.slice(block.start, block.start + 2)) ? previous : undefined;
}
