import type { Document } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import { type EntityTables, lexiconOf } from '../text/entities/tables.ts';
import type { Entity } from '../text/entities/types.ts';
import type { PhraseMatcher } from '../text/phrases/match.ts';
import { addressFacts } from './addresses.ts';
import { childrenFacts } from './children.ts';
import { citationFacts } from './citations.ts';
import { contactFacts } from './contacts.ts';
import { FactContext } from './context.ts';
import { controllerFacts, officerFacts } from './controller.ts';
import { cookieFacts } from './cookies.ts';
import { dateFacts } from './dates.ts';
import { placeFacts } from './places.ts';
import { recipientFacts } from './recipients.ts';
import { retentionFacts } from './retention.ts';
import { rightFacts } from './rights.ts';
import type { Fact } from './types.ts';
import { vocabularyFacts } from './vocabulary.ts';

/** All facts of a document, in reading order. `vocabulary` gives the phrases that tell facts in a language. Pure. */
export function extractFacts(
  document: Document,
  entities: readonly Entity[],
  evidence: EvidenceIndex,
  tables: EntityTables,
  vocabulary: (language: string) => PhraseMatcher | undefined = () => undefined,
): Fact[] {
  const context = new FactContext(document, entities, evidence, lexiconOf(tables), vocabulary);
  const controllers = controllerFacts(context);
  const facts = [
    ...contactFacts(context),
    ...addressFacts(context),
    ...controllers,
    ...officerFacts(context),
    ...placeFacts(context),
    ...recipientFacts(context, controllers),
    ...retentionFacts(context),
    ...vocabularyFacts(context),
    ...rightFacts(context),
    ...childrenFacts(context),
    ...cookieFacts(context),
    ...citationFacts(context),
    ...dateFacts(context),
  ];
  return facts.sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end);
}
