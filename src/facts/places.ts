import { type FactContext, unique } from './context.ts';
import type { Entity } from '../text/entities/types.ts';
import type { Sentence } from '../document/types.ts';
import { isAboutOfficer } from './roles.ts';
import type { Fact } from './types.ts';

/** A postcode and at most three words of a town, right in front of a country. */
const ADDRESS_END =
  /\b(?:\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|[A-Z]{2}-\d{4,5}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?: \p{Lu}[\p{L}.'’-]{0,24}){0,3}(?: \d{1,2})?,?\s+\(?$/u;
/** Characters between "outside" and the last region of "outside the European Union and the EEA". */
const MAX_FROM_OUTSIDE = 50;

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
      const goes = !isLeft(context, sentence, entity) && !isInAddress(context, sentence, entity);
      const transfer =
        goes && !isAboutOfficer(context, sentence)
          ? (isMember(context, entity) ? abroad(context) : ['third-country-transfer', 'transfer-abroad']).find((c) =>
              context.says(sentence, c),
            )
          : undefined;
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

/** No third country in the sense of Art. 44 GDPR; abroad in the sense of Art. 9 KVKK all the same. */
function isMember({ lexicon, laws }: FactContext, { value }: Entity): boolean {
  if (laws.length && !laws.includes('gdpr')) return false;
  return value.length === 2 && value !== 'EU' && lexicon.tables.eea.includes(value);
}

/** What makes a member of the EEA a place data go to. */
function abroad({ laws, underKvkk }: FactContext): string[] {
  return laws.length === 0 || underKvkk ? ['transfer-abroad'] : [];
}

/** "outside the EU", "AB dışına": the region is what data leave, not where they go. */
function isLeft(context: FactContext, sentence: Sentence, entity: Entity): boolean {
  if (entity.value !== 'EU' && entity.value !== 'EEA') return false;
  return context
    .cues(sentence)
    .some(
      (c) =>
        (c.kind === 'outside' && c.end <= entity.start && entity.start - c.end < MAX_FROM_OUTSIDE) ||
        (c.kind === 'outside-behind' && c.start >= entity.end && c.start - entity.end < 3),
    );
}

/** "80333 Munich, Germany": the country of an address is where somebody is. */
function isInAddress({ document }: FactContext, sentence: Sentence, { start }: Entity): boolean {
  return ADDRESS_END.test(document.text.slice(Math.max(sentence.start, start - 60), start));
}

/** Of several mentions of a country the one that speaks of a transfer tells most. */
function preferTransfers(facts: Fact[]): Fact[] {
  const isTransfer = (fact: Fact) => (fact.detail?.role === 'transfer' ? 0 : 1);
  return [...facts].sort((a, b) => isTransfer(a) - isTransfer(b));
}
