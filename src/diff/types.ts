import type { Position, Span } from '../document/types.ts';
import type { Citation, Localized } from '../packs/types.ts';
import type { Finding } from '../report/types.ts';

export type Topic =
  | 'controller'
  | 'joint-controller'
  | 'contact'
  | 'dpo'
  | 'representative'
  | 'purpose'
  | 'legal-basis'
  | 'legitimate-interest'
  | 'data-category'
  | 'data-source'
  | 'recipient'
  | 'transfer'
  | 'retention'
  | 'right'
  | 'consent'
  | 'complaint'
  | 'automated-decision'
  | 'children'
  | 'cookie'
  | 'provision'
  | 'security'
  | 'change-clause'
  | 'citation'
  | 'date'
  | 'language'
  | 'placeholder'
  | 'text';

export type Op = 'added' | 'removed' | 'changed' | 'moved' | 'renamed';

/** material: people must be told, normally in advance; substantive: the content changed; editorial: no notice needed. */
export type Level = 'material' | 'substantive' | 'editorial';

export type Direction =
  'longer' | 'shorter' | 'wider' | 'narrower' | 'weaker' | 'stronger' | 'reversed' | 'higher' | 'lower' | 'none';

/** One line of the registry: what a change id means and what it is worth. */
export interface ChangeRule {
  id: string;
  topic: Topic;
  op: Op;
  direction: Direction;
  level: Level;
  /** Articles behind the level, as cited; those of laws the document does not fall under are not shown. */
  law: readonly string[];
  /** The id of the opposite change; its own id when it is its own opposite. */
  mirror: string;
  /** Why there is no mirror, when `mirror` is empty. */
  waiver?: string;
  summary: Localized;
  why: string;
}

/** A change as topics make it: ids and arguments, texts are rendered when it is reported. */
export interface RawChange {
  id: string;
  args: Record<string, string>;
  /** Spans of the plain text of either side. */
  base?: Span;
  revision?: Span;
  /** What identifies the change across edits. */
  anchor?: string;
}

export interface Side {
  section: string[];
  text: string;
  position: Position;
}

/** A stretch of a changed text: `removed` stands in the base only, `added` in the revision only. */
export interface WordEdit {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

export interface Change {
  id: string;
  topic: Topic;
  op: Op;
  direction: Direction;
  level: Level;
  summary: string;
  base: Side | null;
  revision: Side | null;
  /** Word by word, when both sides have a text. */
  words: WordEdit[];
  citations: Citation[];
  fingerprint: string;
}

/** `diff --format json`. */
export interface Changelog {
  version: 1;
  tool: { name: 'policylint'; version: string };
  base: { path: string; language: string };
  revision: { path: string; language: string };
  /** `identical`: the same text; `editorial`: nothing above editorial; `changed`: at least one change above it. */
  verdict: 'identical' | 'editorial' | 'changed';
  changes: Change[];
  summary: { material: number; substantive: number; editorial: number };
  findings: { introduced: Finding[]; resolved: Finding[] };
  /** What was compared less finely than usual because a limit was hit. */
  limits: string[];
}
