import type { Span } from '../types.ts';

/** Names an entity may have in phrases (`{duration}`). */
export type EntityName =
  'duration' | 'email' | 'url' | 'phone' | 'country' | 'authority' | 'company' | 'article' | 'date' | 'vendor';

/** A recognised stretch of the plain text with a normalised value. */
export interface Entity extends Span {
  name: EntityName;
  /**
   * duration: ISO 8601 (`P30D`); email: lower case; url: as written; phone: E.164; country: ISO 3166-1 alpha-2;
   * authority: id of the table; company: as written; article: as written; date: `2026-02` or `2026-02-14`.
   */
  value: string;
}
