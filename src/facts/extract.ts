import type { Document } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import { type EntityTables, lexiconOf } from '../text/entities/tables.ts';
import type { Entity } from '../text/entities/types.ts';
import type { PhraseMatcher } from '../text/phrases/match.ts';
import { addressFacts } from './addresses.ts';
import { basesOfCitations } from './bases.ts';
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
import type { Fact, FactType } from './types.ts';
import { vocabularyFacts } from './vocabulary.ts';

/** What a check asks for by itself, and where it comes from: the rest need not be looked for then. */
const SOURCES: Partial<Record<FactType, (context: FactContext) => Fact[]>> = {
  email: contactFacts,
  phone: contactFacts,
  url: contactFacts,
  'postal-address': addressFacts,
  dpo: officerFacts,
  representative: officerFacts,
  retention: retentionFacts,
  cookie: cookieFacts,
  'last-updated': dateFacts,
  'effective-date': dateFacts,
};

/** The facts of a document, looked for when they are asked for. Pure. */
export class Facts {
  readonly #context: () => FactContext;
  readonly #found = new Map<(context: FactContext) => Fact[], Fact[]>();
  #all: Fact[] | undefined;

  /**
   * @param vocabulary the phrases that tell facts in a language.
   * @param laws the laws the document falls under; none when that is not known.
   */
  constructor(
    document: Document,
    entities: readonly Entity[],
    evidence: EvidenceIndex,
    tables: EntityTables,
    vocabulary: (language: string) => PhraseMatcher | undefined = () => undefined,
    laws: readonly string[] = [],
  ) {
    let context: FactContext | undefined;
    this.#context = () =>
      (context ??= new FactContext(document, entities, evidence, lexiconOf(tables), vocabulary, laws));
  }

  /** All facts, in reading order. */
  get all(): readonly Fact[] {
    return (this.#all ??= this.#extract());
  }

  /** The facts of some types, in reading order; those of a few types cost less than all. */
  of(...types: FactType[]): readonly Fact[] {
    const sources = types.map((type) => SOURCES[type]);
    const facts =
      this.#all || !sources.every((source) => source !== undefined)
        ? this.all
        : [...new Set(sources)].flatMap((source) => this.#from(source)).sort(inReadingOrder);
    return facts.filter((fact) => types.includes(fact.type));
  }

  #from(source: (context: FactContext) => Fact[]): Fact[] {
    const found = this.#found.get(source) ?? source(this.#context());
    this.#found.set(source, found);
    return found;
  }

  #extract(): Fact[] {
    const context = this.#context();
    const controllers = controllerFacts(context);
    const vocabulary = vocabularyFacts(context);
    const citations = citationFacts(context);
    const facts = [
      ...this.#from(contactFacts),
      ...this.#from(addressFacts),
      ...controllers,
      ...this.#from(officerFacts),
      ...placeFacts(context),
      ...recipientFacts(context, controllers),
      ...this.#from(retentionFacts),
      ...vocabulary,
      ...basesOfCitations(context, citations, vocabulary),
      ...rightFacts(context),
      ...childrenFacts(context),
      ...this.#from(cookieFacts),
      ...citations,
      ...this.#from(dateFacts),
    ];
    return facts.sort(inReadingOrder);
  }
}

function inReadingOrder(a: Fact, b: Fact): number {
  return a.source.start - b.source.start || a.source.end - b.source.end;
}

/** All facts of a document, in reading order. `vocabulary` gives the phrases that tell facts in a language. Pure. */
export function extractFacts(...of: ConstructorParameters<typeof Facts>): readonly Fact[] {
  return new Facts(...of).all;
}
