import { type FactContext, unique } from './context.ts';
import type { Fact } from './types.ts';

/** Rights the text tells, by concept id, with the article that gives them: GDPR first, KVKK's own behind. */
const RIGHTS: Record<string, { gdpr?: string; kvkk?: string }> = {
  'right-access': { gdpr: 'A15' },
  'right-rectification': { gdpr: 'A16', kvkk: '11-d' },
  'right-erasure': { gdpr: 'A17', kvkk: '11-e' },
  'right-restriction': { gdpr: 'A18' },
  'right-portability': { gdpr: 'A20' },
  'right-object': { gdpr: 'A21' },
  'automated-decisions': { gdpr: 'A22' },
  'withdraw-consent': { gdpr: 'A7-3' },
  complaint: { gdpr: 'A77' },
  'right-know-processing': { kvkk: '11-a' },
  'right-information': { kvkk: '11-b' },
  'right-purpose': { kvkk: '11-c' },
  'right-recipients': { kvkk: '11-ç' },
  'right-notify-third-parties': { kvkk: '11-f' },
  'right-object-automated': { kvkk: '11-g' },
  'right-compensation': { kvkk: '11-ğ' },
  'board-complaint': { kvkk: '14-1' },
};

/** One fact for each right the text answers. */
export function rightFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const evidence of context.evidence.all) {
    const articles = RIGHTS[evidence.concept];
    if (!articles || evidence.strength !== 'strong' || evidence.concept === 'automated-decisions') continue;
    facts.push(
      context.fact('right', evidence.concept, evidence.match, evidence.sentence, {
        detail: { ...articles },
        ...(evidence.polarity === 'denied' ? { polarity: 'denied' as const } : {}),
      }),
    );
  }
  return unique(facts);
}
