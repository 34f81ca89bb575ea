import type { Span } from '../../types.ts';

const OPEN = /---[ \t]*(?:\r\n|\r|\n)/y;
const CLOSE = /(?:\r\n|\r|\n)---[ \t]*(?=[\r\n]|$)/g;

/** The YAML between two lines of `---` that begin a file. */
export function frontMatterOf(source: string, from: number): Span | undefined {
  OPEN.lastIndex = from;
  if (!OPEN.test(source)) return undefined;
  CLOSE.lastIndex = from + 3;
  const close = CLOSE.exec(source);
  return close ? { start: from, end: CLOSE.lastIndex } : undefined;
}

/** What front matter says of the document: one-line values only, quotes removed. */
export function declared(source: string, span: Span): { title?: string; language?: string } {
  let title: string | undefined;
  let language: string | undefined;
  for (const line of source.slice(span.start, span.end).split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).toLowerCase();
    const value = unquoted(line.slice(colon + 1).trim());
    if (key === 'title' && value) title = value;
    else if (
      (key === 'lang' || key === 'language' || key === 'locale') &&
      /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(value)
    )
      language = value.slice(0, value.search(/[-_]|$/)).toLowerCase();
  }
  return { title, language };
}

function unquoted(value: string): string {
  const quote = value[0];
  return (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value;
}
