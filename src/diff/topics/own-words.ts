import { foldedWords } from '../../text/words.ts';
import type { Evidence } from '../../evidence/types.ts';
import type { Fact } from '../../facts/types.ts';
import { isWord } from '../lexicon/lexicon.ts';
import type { DiffModel, DiffSide } from '../model.ts';
import type { Topic } from '../types.ts';
import { isSubject, SUGGESTING, TELLING, tells, topicOfConcept } from './concepts.ts';
import type { HeadingTopics } from './headings.ts';
import type { Region } from './region.ts';

/** What a passage says itself, against what the heading above it is about. */
export interface OwnWords {
  /** The passage says what it is about, and it is not what this heading is about. */
  overrules(heading: Topic): boolean;
  /** What a sentence only says because of the heading, or what every sentence under such a heading says. */
  isBorrowed(evidence: Evidence, topic: Topic): boolean;
}

export function ownWordsOf(region: Region, model: DiffModel, headings: HeadingTopics): OwnWords {
  const telling = new Set<string>();
  const suggesting = new Set<string>();
  const beyondSecurity = new Set<string>();
  const guarding = new Set<Evidence>();
  const own = new Set<Topic>();
  const heard = new Set<Topic>();
  for (const of of ['base', 'revision'] as const) {
    const side = model[of];
    for (const unit of region[of]) {
      const key = `${of} ${unit.index}`;
      const facts = side.facts.get(unit.index) ?? [];
      if (facts.some((f) => f.type === 'country')) own.add('transfer');
      for (const e of side.evidence.get(unit.index) ?? []) {
        if (!isSubject(e.concept)) continue;
        const topic = topicOfConcept(e.concept, model);
        heard.add(topic);
        if (e.headed) continue;
        own.add(topic);
        if (!tells(e) && e.concept !== 'change-notification') continue;
        if (TELLING.has(e.concept)) telling.add(key);
        if (!SUGGESTING.has(e.concept) || e.polarity !== 'affirmed') continue;
        suggesting.add(key);
        if (isBeyondSecurity(e, side, facts)) beyondSecurity.add(key);
        else if (headings.of(side, unit.section).some(([t]) => t === 'security')) guarding.add(e);
      }
    }
  }
  const half = Math.max(region.base.length, region.revision.length) / 2;
  const overrules = (heading: Topic): boolean => {
    if (own.has(heading)) return false;
    if (telling.size >= half) return true;
    if (heard.has(heading)) return false;
    const said = heading === 'security' ? beyondSecurity : suggesting;
    return new Set([...telling, ...said]).size >= half;
  };
  return { overrules, isBorrowed: (e, topic) => guarding.has(e) || (e.headed && overrules(topic)) };
}

/** Measures of security have a purpose and touch data as well: "to protect your data", "every session is recorded". */
function isBeyondSecurity(e: Evidence, side: DiffSide, facts: readonly Fact[]): boolean {
  if (e.concept === 'data-categories') return facts.some((f) => f.type === 'data-category');
  const { text, blocks, sentences } = side.document;
  const { language } = blocks[sentences[e.sentence]!.block]!;
  return !foldedWords(text.slice(e.match.start, e.match.end)).some((w) => isWord(w, 'protective', language));
}
