import type { Span } from '../document/types.ts';

/** A normalised fact: evidence with a value. Types and value forms are listed in docs/facts.md. */
export interface Fact {
  type: FactType;
  /** Normalised value: e-mail, ISO date, company name, DPV term … */
  value: string;
  /** Span of the source. */
  source: Span;
  /** Sentence the fact was found in, -1 outside sentences. */
  sentence: number;
  /** retention, cookie: ISO 8601 duration (`P30D`). */
  duration?: string;
  /** retention: the criterion in the text's words when there is no duration. */
  criterion?: string;
  /** retention: what is kept ("server logs"); recipient: what for. */
  subject?: string;
  /** retention: when the period starts ("after the account is deleted"). */
  start?: string;
  /** controller: legal form ("Ltd. Şti."), registration number; cookie: provider; recipient: country. */
  detail?: Record<string, string>;
  polarity?: 'affirmed' | 'denied';
}

export type FactType =
  | 'email'
  | 'phone'
  | 'postal-address'
  | 'url'
  | 'controller'
  | 'dpo'
  | 'representative'
  | 'authority'
  | 'recipient'
  | 'country'
  | 'transfer-mechanism'
  | 'legal-basis'
  | 'purpose'
  | 'data-category'
  | 'retention'
  | 'right'
  | 'children-age'
  | 'cookie'
  | 'last-updated'
  | 'effective-date'
  | 'citation';
