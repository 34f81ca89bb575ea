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

/** Words of the title of a column in a table that does not say which row is its header. */
const FEW_WORDS = 5;
const FEWEST_COLUMNS = 3;

/**
 * Whether the first row of a table that marks none as its header is one: three or more short titles, each its own, over
 * rows that say more. Two columns are left alone: "Controller | Acorn Maps" is a row. Pure.
 */
export function looksLikeHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  if (first.length < FEWEST_COLUMNS || others.length < 1) return false;
  const isTitle = (cell: string): boolean =>
    /\p{L}{2}/u.test(cell) && !/\d/.test(cell) && !VALUE.test(cell) && cell.split(/\s+/).length <= FEW_WORDS;
  if (!first.every(isTitle) || new Set(first).size < first.length) return false;
  const same = others.every((row) => row.every((cell) => cell === '' || isTitle(cell)));
  const length = (row: readonly string[]): number => row.reduce((sum, cell) => sum + cell.length, 0);
  const usual = others.reduce((sum, row) => sum + length(row), 0) / others.length;
  return !same || usual > length(first) * 1.5;
}
