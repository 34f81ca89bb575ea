import { type FactContext, unique } from './context.ts';
import type { Fact } from './types.ts';

/** Supervisory authorities by the table, and countries, each told once. */
export function placeFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const [sentence, entities] of context.sentencesWith('authority', 'country'))
    for (const entity of entities) {
      if (entity.name === 'authority') {
        const info = context.lexicon.tables.authorities[entity.value];
        facts.push(
          context.fact('authority', entity.value, entity, sentence.index, {
            detail: info ? { name: info.name, country: info.country } : {},
          }),
        );
        continue;
      }
      const transfer = ['third-country-transfer', 'transfer-abroad'].find((c) => context.says(sentence, c));
      const denied = transfer && context.says(sentence, transfer) === 'denied';
      facts.push(
        context.fact('country', entity.value, entity, sentence.index, {
          ...(transfer ? { detail: { role: 'transfer' } } : {}),
          ...(denied ? { polarity: 'denied' as const } : {}),
        }),
      );
    }
  return unique(preferTransfers(facts));
}

/** Of several mentions of a country the one that speaks of a transfer tells most. */
function preferTransfers(facts: Fact[]): Fact[] {
  const isTransfer = (fact: Fact) => (fact.detail?.role === 'transfer' ? 0 : 1);
  return [...facts].sort((a, b) => isTransfer(a) - isTransfer(b));
}
