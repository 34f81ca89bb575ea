import type { Block, Sentence, Span } from '../document/types.ts';
import type { FactContext } from './context.ts';
import type { Fact } from './types.ts';

const NAME = /[A-Za-z_.][\w.-]{0,60}\*?/g;
/** No word of a sentence is written so; in prose only what is may be a cookie. */
const UNLIKE_WORDS = /\d|[a-z][A-Z]|[-_]|SESSID/;
const SPOKEN = /cookie|çerez|sīkdat|sīkfail|ciastecz/i;
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
  for (const block of context.document.blocks) {
    const text = context.text(block);
    const inTable = block.kind === 'row' && isCookieTable(context, block);
    if (!inTable && !SPOKEN.test(text) && !text.includes('_')) continue;
    for (const { name, span } of namesIn(context, block, inTable)) {
      if (seen.has(name)) continue;
      seen.add(name);
      facts.push(cookie(context, block, name, span));
    }
  }
  return facts;
}

function* namesIn(context: FactContext, block: Block, inTable: boolean): Generator<{ name: string; span: Span }> {
  const table = lookUp(context);
  const text = context.text(block);
  const first = block.cells?.[0];
  if (inTable && first) {
    const cell = context.text(first).trim();
    if (!block.header && HIDDEN_NAME.test(cell) && !/^\d+$/.test(cell)) yield { name: cell, span: first };
  }
  for (const match of text.matchAll(NAME)) {
    const name = match[0].replace(/[.-]+$/, '');
    if (!inTable && !UNLIKE_WORDS.test(name)) continue;
    const span = { start: block.start + match.index, end: block.start + match.index + name.length };
    if (inTable && first && span.start < first.end && HIDDEN_NAME.test(context.text(first).trim())) continue;
    const provider = providerOf(table, name);
    if (provider === undefined) continue;
    if (name.length < SHORT && !(inTable && name.startsWith('_'))) continue;
    yield { name, span };
  }
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

function cookie(context: FactContext, block: Block, name: string, span: Span): Fact {
  const { sentences } = context.document;
  const own = sentences.slice(block.sentences[0], block.sentences[1]);
  const sentence = own.find((s) => s.start <= span.start && span.start < s.end);
  const within = block.kind === 'row' ? own : sentence ? [sentence] : [];
  const durations = within.flatMap((s) => context.entitiesIn(s, 'duration'));
  const duration = block.kind === 'row' ? durations[0] : durations.find((d) => d.start > span.end);
  const session = !duration && within.some((s) => context.hasCue(s, 'session'));
  const provider = providerCell(context, own) ?? providerOf(lookUp(context), name);
  return context.fact('cookie', name, span, sentence?.index ?? -1, {
    ...(duration ? { duration: duration.value } : {}),
    ...(session ? { criterion: 'session' } : {}),
    ...(provider ? { detail: { provider } } : {}),
  });
}

function providerCell(context: FactContext, cells: readonly Sentence[]): string | undefined {
  for (const cell of cells) {
    const header = context.headerOf(cell);
    if (header && context.hasCue(header, 'recipient-column') && !context.hasCue(header, 'cookie-column'))
      return context.text(cell).trim();
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
