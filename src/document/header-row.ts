import type { Span } from './types.ts';

/** Words of a column's title; what is longer is a value. */
const MAX_TITLE = 7;
/**
 * An address, a number of three digits, a legal form, a full stop: no column has such a title. The common forms only:
 * documents are read before the tables of all of them are there.
 */
const VALUE =
  /@|:\/\/|\d{3}|[.;]$|(?:^|\s)(?:Ltd|Limited|Inc|LLC|PLC|DAC|GmbH|AG|UG|SE|SIA|SA|SAS|SARL|SL|SpA|BV|Oy|AB|A\.?\s?Ş|Şti|z o\.?\s?o|e\.?\s?V|S\.A|S\.L)(?:[.,\s)]|$)/u;

/**
 * Whether a row in the place of a header is one. Markdown has no table without a header: of "Controller | Acme Ltd" over
 * "Contact | 12 Mill Road" the first row is a row like the others. Pure.
 */
export function isHeader(text: string, cells: readonly Span[] = []): boolean {
  if (cells.length !== 2) return true;
  const value = text.slice(cells[1]!.start, cells[1]!.end).trim();
  return !VALUE.test(value) && value.split(/\s+/).length <= MAX_TITLE;
}
