import type { DocumentKind, Format, Position } from '../document/types.ts';
import type { Citation, Localized, Severity } from '../packs/types.ts';

export type RequirementStatus = 'present' | 'vague' | 'denied' | 'absent' | 'not-applicable';

export interface RequirementResult {
  id: string;
  status: RequirementStatus;
  evidence: { text: string; position: Position; polarity: 'affirmed' | 'denied' }[];
}

/** A finding as the engine makes it: ids and arguments; texts are rendered in the user's language when it is reported. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  help: string;
  position: Position;
  section: string[];
  citations: Citation[];
  fingerprint: string;
}

export interface DocumentReport {
  path: string;
  format: Format;
  language: string;
  kind: DocumentKind;
  laws: string[];
  requirements: RequirementResult[];
  findings: Finding[];
  /** Findings that were suppressed, in the text or by the suppressions file; left out when none. */
  suppressed?: number;
}

export interface Report {
  version: 1;
  tool: { name: 'policylint'; version: string };
  documents: DocumentReport[];
  summary: { errors: number; warnings: number; infos: number; suppressed: number };
}

/** A text with `{name}` slots and what fills them. */
export interface Message {
  text: Localized;
  args: Record<string, string>;
}
