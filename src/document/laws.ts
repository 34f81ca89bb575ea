import type { EvidenceIndex } from '../evidence/types.ts';
import type { Applies, Law } from '../packs/types.ts';
import type { Document } from './types.ts';

/**
 * The laws a document falls under by what each law says of itself (`applies` in its file), in the order of the packs;
 * none when nothing in the text points to one. Pure.
 */
export function lawsOf(document: Document, evidence: EvidenceIndex, laws: Readonly<Record<string, Law>>): string[] {
  const routed = Object.values(laws).filter((law) => law.applies);
  const named = routed.filter((law) => falls(document, evidence, law.applies!));
  const found = named.length > 0 ? named : routed.filter((law) => law.applies!.otherwise?.includes(document.language));
  return found.map((law) => law.id);
}

function falls(document: Document, evidence: EvidenceIndex, applies: Applies): boolean {
  return (
    (applies.languages ?? []).includes(document.language) ||
    (applies.any ?? []).some((concept) => spokenOf(evidence, concept)) ||
    (applies.marks ?? []).some((mark) => hasMark(document.text, mark, applies.except ?? []))
  );
}

/** An empty section "For people in the EU" says whom the document is for as well as a sentence does. */
function spokenOf(evidence: EvidenceIndex, concept: string): boolean {
  return evidence.of(concept).some((e) => e.polarity === 'affirmed') || evidence.sectionsAbout(concept).length > 0;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether a name stands in a text as whole words, outside the longer names that do not count. */
export function hasMark(text: string, mark: string, except: readonly string[]): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + mark.length] ?? ' ';
    const whole = !WORD.test(before) && !WORD.test(after);
    if (whole && !except.some((longer) => covers(text, at, mark, longer))) return true;
  }
  return false;
}

function covers(text: string, at: number, mark: string, longer: string): boolean {
  const inside = longer.indexOf(mark);
  return inside >= 0 && text.startsWith(longer, at - inside);
}
