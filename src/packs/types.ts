import type { EntityTables } from '../text/entities/tables.ts';
import type { CompiledLanguage, PhraseRole } from '../text/phrases/types.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A text in the languages messages come in. English is always there. */
export interface Localized {
  en: string;
  tr?: string;
}

export interface Citation {
  /** As `GDPR Art. 13(2)(a)`. */
  cite: string;
  url: string;
}

/** What a policy may say, whatever the law: `retention`, `right-access`. From `rules/concepts/`. */
export interface Concept {
  id: string;
  /** Topic of the changelog a change of this concept belongs to. */
  topic: string;
  /** True when a negation in the sentence turns the evidence into a denial ("we do not transfer …"). */
  negatable?: boolean;
  /** Only tells which rows or laws apply: a heading about it does not make its section be about this alone. */
  trigger?: boolean;
  description?: string;
  /** True when a definition ("'Company' means …") may answer it; all others are never answered by a definition. */
  definitions?: boolean;
  /** True when a title about it says of every sentence what it is about (a cookie policy); other titles say nothing of one. */
  document?: boolean;
}

/** A condition over what the text says; strings are concept ids, `!id` means the text does not speak of it. */
export interface Condition {
  any?: (string | Condition)[];
  all?: (string | Condition)[];
  /** Concepts of which the text must answer one, not only speak of it. */
  strong?: string[];
}

/** How `auto` tells that a document falls under a law: any one of these is enough. */
export interface Applies {
  /** Concepts; a heading about one counts as well. */
  any?: string[];
  /** Languages whose documents fall under the law. */
  languages?: string[];
  /** Languages that tell only where nothing points to any law: a Dutch company may write in Turkish. */
  otherwise?: string[];
  /** Names that stand for themselves in every language (`DSGVO`, `A.Ş.`): exact, case counts, as whole words. */
  marks?: string[];
  /** Longer names in which a mark does not count (`UK GDPR`). */
  except?: string[];
}

/** One row of a law's table. From `rules/laws/`. */
export interface Requirement {
  id: string;
  concepts: string[];
  title: Localized;
  citations: Citation[];
  /** Severity when the text does not give it. */
  severity: Severity;
  /** The severity instead, when this holds. */
  escalate?: { to: Severity; when: Condition };
  /** Severity when it is only vague; `off` when vague is good enough. */
  vague: Severity | 'off';
  /** The finding is made only when this holds; the status is reported either way. */
  when?: Condition;
  /** Kinds of documents the row applies to; default: every kind of privacy notice. */
  kinds?: string[];
  /** Missing rows of one group are told as one finding with this rule id. */
  group?: string;
  message: { absent: Localized; vague?: Localized };
  help: Localized;
  why: Localized;
}

/** How rows of one group that are missing, or vague, are told as one finding. */
export interface RequirementGroup {
  title: Localized;
  severity: Severity;
  message: { absent: Localized; vague?: Localized };
  help: Localized;
  why: Localized;
}

export interface Law {
  id: string;
  name: Localized;
  applies?: Applies;
  /** Beginning of a citation → address of the text it cites; how citations written as strings get their address. */
  sources?: Record<string, string>;
  requirements: Requirement[];
  /** Rule id → the group. */
  groups: Record<string, RequirementGroup>;
}

/** A rule that is not a requirement: drafts, contacts, dates, structure, wording. From `rules/defects/`. */
export interface DefectRule {
  id: string;
  title: Localized;
  severity: Severity;
  citations: Citation[];
  /** Message texts by key; `{name}` are arguments. A rule with one message calls it `default`. */
  messages: Record<string, Localized>;
  help: Localized;
  why: Localized;
  /** Shown by `explain` and run as tests: Markdown that must and must not be reported. */
  bad: string[];
  good: string[];
  /** Severity by message key, where it is not the rule's own. */
  severities?: Record<string, Severity>;
  /** Rules that are only phrases: the concept whose evidence is the finding. */
  concept?: string;
  /**
   * The rule's own phrases, by message key and language (`*`: every language). They make a concept named after the rule
   * (`rule#key` for keys other than `default`), so no concept or phrase file is needed.
   */
  detect?: Record<string, Record<string, DetectPhrases>>;
  /** Phrases, in any language, of sentences that `detect` must leave alone: history, official titles, other meanings. */
  except?: string[];
  /** Only paragraphs of at most this many words are judged by `detect`: the phrase must be all they say. */
  maxWords?: number;
  /** Changelog topic of the rule's own concepts; `text` when left out. */
  topic?: string;
  /** Web addresses (`host` or `host/path`) that are the finding wherever the text or a link names them. */
  urls?: string[];
  /** Judged only when the document falls under one of these laws. */
  laws?: string[];
  /** Judged only when this holds of the text. */
  when?: Condition;
}

/** Phrases of a rule in one language; the roles of a phrase file. */
export interface DetectPhrases {
  phrases?: string[];
  /** Count only under a heading that matches one of `headings`. */
  headed?: string[];
  headings?: string[];
  /** The sentence is about something else. */
  not?: string[];
}

/** The articles of a law, for telling citations that do not exist. From `rules/acts/`. */
export interface Act {
  id: string;
  /** How texts name the law; matched as written. */
  names: string[];
  /** Names of other laws that hold one of `names`. */
  except?: string[];
  /** How citations of the law begin. */
  cite: string;
  /** Article → paragraphs with their points: `1(a-f), 2, 3(a b)`; `*` when nothing below the article is judged. */
  articles: Record<string, string>;
}

/** Everything the rules folder compiles to, languages apart. */
export interface RulePack {
  concepts: Record<string, Concept>;
  laws: Record<string, Law>;
  defects: Record<string, DefectRule>;
  acts: Record<string, Act>;
  /** Beginning of a citation → address, of all laws and of `sources.yaml`. */
  sources?: Record<string, string>;
}

/** Where the core gets rules and languages from: the built-in packs, or those with a user's packs laid over them. */
export interface Packs {
  rules: RulePack;
  /** Languages with phrases. */
  languages: string[];
  language(code: string): CompiledLanguage | undefined;
  /** Names and words that entity recognisers look up; none when left out. */
  entities?: EntityTables;
  /** Phrases that tell facts (purposes, data categories, legal bases …) in a language; concepts are `kind term`. */
  vocabulary?(code: string): CompiledLanguage | undefined;
}

export interface PhraseFile {
  concept: string;
  examples?: Partial<Record<'present' | 'vague' | 'denied' | 'none', string[]>>;
}
export type PhraseLists = Partial<Record<PhraseRole, string[]>>;
