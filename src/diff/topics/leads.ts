import type { Evidence } from '../../evidence/types.ts';
import { isWord } from '../lexicon/lexicon.ts';
import type { DiffModel, DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import type { Unit } from '../units.ts';
import { COMMON, isSubject, topicOfConcept } from './concepts.ts';

const COMMON_SHARE = 0.5;

/** What a lead-in speaks of, as shares of its weight. */
export function leadTopics(evidence: readonly Evidence[], model: DiffModel): Map<Topic, number> {
  const shares = new Map<Topic, number>();
  for (const e of evidence) {
    if (!isSubject(e.concept)) continue;
    const topic = topicOfConcept(e.concept, model);
    shares.set(topic, Math.max(shares.get(topic) ?? 0, COMMON.has(e.concept) ? COMMON_SHARE : 1));
  }
  return shares;
}

/** "We use your data to:", unless it says what else the list holds ("You have the right to:"). */
export function introducesPurposes(side: DiffSide, lead: Unit, model: DiffModel): boolean {
  const language = side.document.blocks[lead.block]!.language;
  const last = model.vocabulary.words[lead.words[lead.words.length - 1]!]!;
  if (!isWord(last, 'purposeLead', language)) return false;
  return (side.evidence.get(lead.index) ?? []).every((e) => COMMON.has(e.concept) || e.concept === 'marketing');
}

/**
 * The unit that introduces each unit, -1 for none: the paragraph before its list, or one of its section ending in ":"
 * up to the end of the list behind it.
 */
export function leadsOf(side: DiffSide): Int32Array {
  const { blocks, text } = side.document;
  const leads = new Int32Array(side.units.length).fill(-1);
  const lastOf = (block: number): number => {
    const { sentences } = blocks[block]!;
    for (let s = sentences[1] - 1; s >= sentences[0]; s--) if (side.ofSentence[s] !== -1) return side.ofSentence[s]!;
    return -1;
  };
  let open = -1;
  let listed = false;
  let section = -1;
  for (const unit of side.units) {
    const block = blocks[unit.block]!;
    if (unit.section !== section) {
      section = unit.section;
      open = -1;
    }
    const isItem = block.kind === 'item' || block.kind === 'row';
    // Behind the list a paragraph speaks for itself.
    if (listed && !isItem) open = -1;
    listed = isItem && open >= 0;
    leads[unit.index] = block.lead >= 0 && blocks[block.lead]!.kind !== 'heading' ? lastOf(block.lead) : open;
    if (block.kind === 'paragraph' && text[block.end - 1] === ':') open = unit.index;
  }
  return leads;
}
