import { type FactContext, unique } from './context.ts';
import type { Entity } from '../text/entities/types.ts';
import type { Fact } from './types.ts';

/** Supervisory authorities by the table, and countries, each told once. */
export function placeFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const [sentence, entities] of context.sentencesWith('authority', 'country'))
    for (const [i, entity] of entities.entries()) {
      if (entity.name === 'authority') {
        const info = context.lexicon.tables.authorities[entity.value];
        facts.push(
          context.fact('authority', entity.value, entity, sentence.index, {
            detail: info ? { name: info.name, country: info.country } : {},
          }),
        );
        continue;
      }
      if (isHalfOfName(context, entity, entities[i + 1])) continue;
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

/** "EU-US Data Privacy Framework": the first of a hyphenated pair is where data come from, not where they go. */
function isHalfOfName({ document }: FactContext, { end }: Entity, next: Entity | undefined): boolean {
  return next?.name === 'country' && /^[-‐‑–]$/u.test(document.text.slice(end, next.start));
}

/** Of several mentions of a country the one that speaks of a transfer tells most. */
function preferTransfers(facts: Fact[]): Fact[] {
  const isTransfer = (fact: Fact) => (fact.detail?.role === 'transfer' ? 0 : 1);
  return [...facts].sort((a, b) => isTransfer(a) - isTransfer(b));
}
