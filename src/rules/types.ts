import type { Document, DocumentKind, Span } from '../document/types.ts';
import type { EvidenceIndex } from '../evidence/types.ts';
import type { Fact, FactType } from '../facts/types.ts';
import type { Packs, Severity } from '../packs/types.ts';
import type { Entity } from '../text/entities/types.ts';

/** Everything a check may look at. Checks are pure: no clock, no files. */
export interface CheckContext {
  document: Document;
  kind: DocumentKind;
  laws: readonly string[];
  entities: readonly Entity[];
  evidence: EvidenceIndex;
  facts: readonly Fact[];
  /** The facts of some types alone: cheaper where the others are not looked for. */
  factsOf(...types: FactType[]): readonly Fact[];
  packs: Packs;
  /** The day the caller calls today, `YYYY-MM-DD`; undefined when no rule may depend on it. */
  now?: string;
}

/** What a check reports; the engine adds severity, texts, citations and the fingerprint from the rule's own file. */
export interface RawFinding {
  rule: string;
  /** Key into the rule's messages; `default` when left out. */
  message?: string;
  args?: Record<string, string>;
  /** Span of the source. */
  source: Span;
  /** Overrides the rule's severity where the rule's file says that it depends. */
  severity?: Severity;
  /** What identifies the finding across edits; the matched text when left out. */
  anchor?: string;
}

/** One check: a few rules that data cannot say. One file in `checks/` each. */
export interface Check {
  /** Rule ids it may report; every one has an entry in `rules/defects/`. */
  rules: readonly string[];
  run(context: CheckContext): Iterable<RawFinding>;
}
