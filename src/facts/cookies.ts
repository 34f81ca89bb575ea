import type { Block, Sentence, Span } from '../document/types.ts';
import type { FactContext } from './context.ts';
import type { Fact } from './types.ts';

const NAME = /[A-Za-z_.][\w.-]{0,60}\*?/g;
/** No word of a sentence is written so; in prose only what is may be a cookie. */
const UNLIKE_WORDS = /\d|[a-z][A-Z]|[-_]|SESSID/;
const SPOKEN = /cookie|çerez|sīkdat|sīkfail|ciastecz/i;
const CALLED = /(?:cookie|çerez\p{L}{0,4}|sīkdat\p{L}{1,4}|sīkfail\p{L}{1,4}|ciasteczk\p{L}{1,4})\s["„“”«»‘']$/iu;
const HIDDEN_NAME = /^[\w.*[\]{}<>-]{1,60}$/;
const SHORT = 4;

interface Known {
  exact: Map<string, string>;
  beginnings: [string, string][];
}

const known = new WeakMap<object, Known>();

/** Cookies the text names: known names anywhere cookies are spoken of, and the name column of cookie tables. */
export function cookieFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  // Asked once: for each block it would make the whole quadratic.
  const mayBeCode = /`|<code/.test(context.document.source);
  for (const block of context.document.blocks) {
    const text = context.text(block);
    const inTable = block.kind === 'row' && isCookieTable(context, block);
    const listed = block.kind === 'item' && context.evidence.topics(block.section).has('cookies');
    if (!inTable && !listed && !SPOKEN.test(text) && !text.includes('_')) continue;
    const names = [...namesIn(context, block, inTable, mayBeCode)];
    for (const [i, { name, span }] of names.entries()) {
      if (seen.has(name)) continue;
      seen.add(name);
      facts.push(cookie(context, block, name, span, names[i + 1]?.span.start ?? block.end));
    }
  }
  return facts;
}

function* namesIn(
  context: FactContext,
  block: Block,
  inTable: boolean,
  mayBeCode: boolean,
): Generator<{ name: string; span: Span }> {
  const table = lookUp(context);
  const text = context.text(block);
  const first = block.cells?.[0];
  if (inTable && first) {
    const cell = context.text(first).trim();
    if (!block.header && HIDDEN_NAME.test(cell) && !/^\d+$/.test(cell)) yield { name: cell, span: first };
  }
  for (const match of text.matchAll(NAME)) {
    const name = match[0].replace(/[.-]+$/, '');
    const span = { start: block.start + match.index, end: block.start + match.index + name.length };
    if ((mayBeCode && isCode(context, span)) || isQuoted(context, block, span) || isListed(context, block, span)) {
      yield { name, span };
      continue;
    }
    if (!inTable && !UNLIKE_WORDS.test(name)) continue;
    if (inTable && first && span.start < first.end && HIDDEN_NAME.test(context.text(first).trim())) continue;
    const provider = providerOf(table, name);
    if (provider === undefined) continue;
    if (name.length < SHORT && !(inTable && name.startsWith('_'))) continue;
    yield { name, span };
  }
}

/** `sid`: written as code where cookies are spoken of. */
function isCode({ document }: FactContext, span: Span): boolean {
  const { start, end } = document.sourceSpan(span);
  const before = document.source.slice(Math.max(0, start - 6), start);
  const behind = document.source.slice(end, end + 7);
  return (before.endsWith('`') && behind.startsWith('`')) || (before === '<code>' && behind === '</code>');
}

/** "the cookie “basket”": a name in quotation marks right behind the word. */
function isQuoted({ document }: FactContext, block: Block, span: Span): boolean {
  const before = document.text.slice(Math.max(block.start, span.start - 20), span.start);
  return CALLED.test(before) && /^["”“»«’']/.test(document.text.slice(span.end, block.end));
}

/** "theme (localStorage) – persistent": an item of a list about cookies that begins with what no sentence begins with. */
function isListed(context: FactContext, block: Block, span: Span): boolean {
  if (block.kind !== 'item' || span.start !== block.start || !context.evidence.topics(block.section).has('cookies'))
    return false;
  if (
    !/^(?:\s\([^()\n]{1,60}\))?\s?[:–—-]\s/u.test(
      context.document.text.slice(span.end, Math.min(block.end, span.end + 70)),
    )
  )
    return false;
  const name = context.text(span);
  if (providerOf(lookUp(context), name) !== undefined) return true;
  if (!/^[a-z_]/.test(name)) return false;
  return context
    .sentencesIn(block)
    .some((s) => context.entitiesIn(s, 'duration').length > 0 || context.hasCue(s, 'session'));
}

/** A table whose columns are a cookie's name and its lifetime, provider or purpose. */
function isCookieTable(context: FactContext, row: Block): boolean {
  if (row.lead < 0) return context.evidence.topics(row.section).has('cookies');
  const header = context.document.blocks[row.lead]!;
  const cells: Sentence[] = context.document.sentences.slice(header.sentences[0], header.sentences[1]);
  if (!cells[0]) return false;
  const about = (kind: string) => cells.some((cell) => context.hasCue(cell, kind));
  const named = context.hasCue(cells[0], 'cookie-column');
  const said = cells.some((cell) => SPOKEN.test(context.text(cell)));
  return named && (said || about('lifetime-column')) && (said || context.evidence.topics(row.section).has('cookies'));
}

/** `until`: where the next cookie is named; in prose what stands behind it is said of that one. */
function cookie(context: FactContext, block: Block, name: string, span: Span, until: number): Fact {
  const own = context.sentencesIn(block);
  const sentence = own.find((s) => s.start <= span.start && span.start < s.end);
  const within = block.kind === 'row' ? own : sentence ? [sentence] : [];
  const durations = within.flatMap((s) => context.entitiesIn(s, 'duration'));
  const duration = block.kind === 'row' ? durations[0] : durations.find((d) => d.start > span.end && d.start < until);
  const session =
    !duration &&
    within.some((s) =>
      context
        .cues(s)
        .some((c) => c.kind === 'session' && (block.kind === 'row' || c.start < until || c.end <= span.start)),
    );
  const provider =
    providerCell(context, own) ?? providerBehind(context, sentence, span) ?? providerOf(lookUp(context), name);
  return context.fact('cookie', name, span, sentence?.index ?? -1, {
    ...(duration ? { duration: duration.value } : {}),
    ...(session ? { criterion: 'session' } : {}),
    ...(provider ? { detail: { provider } } : {}),
  });
}

/** "_gid (Google Analytics)". */
function providerBehind(context: FactContext, sentence: Sentence | undefined, span: Span): string | undefined {
  if (!sentence) return undefined;
  const named = context.entitiesIn(sentence).filter((e) => e.name === 'vendor' || e.name === 'company');
  const next = named.find((e) => e.start > span.end && e.start - span.end < 4);
  return next && /^[`*_]?\s?\($/.test(context.text({ start: span.end, end: next.start }))
    ? context.text(next)
    : undefined;
}

function providerCell(context: FactContext, cells: readonly Sentence[]): string | undefined {
  for (const cell of cells) {
    const header = context.headerOf(cell);
    // "Anbieter" is also who runs a site: a header says it of the cookie.
    const names = header && (context.hasCue(header, 'recipient-column') || context.hasCue(header, 'controller'));
    if (names && !context.hasCue(header, 'cookie-column')) return context.text(cell).trim();
  }
  return undefined;
}

function lookUp(context: FactContext): Known {
  const { cookies } = context.lexicon.tables;
  const cached = known.get(cookies);
  if (cached) return cached;
  const table: Known = { exact: new Map(), beginnings: [] };
  for (const { name, provider } of cookies)
    if (name.endsWith('*')) table.beginnings.push([name.slice(0, -1), provider]);
    else table.exact.set(name, provider);
  known.set(cookies, table);
  return table;
}

function providerOf(table: Known, name: string): string | undefined {
  const plain = name.replace(/\*$/, '');
  return table.exact.get(plain) ?? table.beginnings.find(([beginning]) => plain.startsWith(beginning))?.[1];
}
