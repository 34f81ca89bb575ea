import type { Document } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import { type EntityTables, lexiconOf } from '../text/entities/tables.ts';
import type { Entity } from '../text/entities/types.ts';
import { contactFacts } from './contacts.ts';
import { FactContext } from './context.ts';
import { controllerFacts, officerFacts } from './controller.ts';
import { cookieFacts } from './cookies.ts';
import { dateFacts } from './dates.ts';
import { recipientFacts } from './recipients.ts';
import { retentionFacts } from './retention.ts';
import type { Fact } from './types.ts';

/** All facts of a document, in reading order. Pure. */
export function extractFacts(
  document: Document,
  entities: readonly Entity[],
  evidence: EvidenceIndex,
  tables: EntityTables,
): Fact[] {
  const context = new FactContext(document, entities, evidence, lexiconOf(tables));
  const controllers = controllerFacts(context);
  const facts = [
    ...contactFacts(context),
    ...controllers,
    ...officerFacts(context),
    ...recipientFacts(context, controllers),
    ...retentionFacts(context),
    ...cookieFacts(context),
    ...dateFacts(context),
  ];
  return facts.sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end);
}
