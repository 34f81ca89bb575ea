import type { Evidence, EvidenceIndex } from './types.ts';

const NONE: ReadonlySet<string> = new Set();

/** Evidence by concept, and what the sections are about. */
export class Index implements EvidenceIndex {
  #by = new Map<string, Evidence[]>();
  #sections = new Map<string, number[]>();

  constructor(
    readonly all: readonly Evidence[],
    readonly sectionTopics: readonly ReadonlySet<string>[],
    readonly own: ReadonlyMap<number, ReadonlySet<string>>,
  ) {
    for (const evidence of all) {
      const list = this.#by.get(evidence.concept);
      if (list) list.push(evidence);
      else this.#by.set(evidence.concept, [evidence]);
    }
    for (const [section, topics] of own)
      for (const concept of topics) {
        const list = this.#sections.get(concept);
        if (list) list.push(section);
        else this.#sections.set(concept, [section]);
      }
  }

  of(concept: string): readonly Evidence[] {
    return this.#by.get(concept) ?? [];
  }

  topics(section: number): ReadonlySet<string> {
    return this.sectionTopics[section] ?? NONE;
  }

  ownTopics(section: number): ReadonlySet<string> {
    return this.own.get(section) ?? NONE;
  }

  sectionsAbout(concept: string): readonly number[] {
    return this.#sections.get(concept) ?? [];
  }
}
