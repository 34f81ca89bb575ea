import { wordAt } from '../text/words.ts';
import type { Sentence, Span } from '../document/types.ts';
import type { PhraseMatcher, Window } from '../text/phrases/match.ts';
import { type FactContext, unique } from './context.ts';
import type { Fact, FactType } from './types.ts';

/** Concepts a sentence must speak of, or stand under a heading about, for its words to be facts of a kind. */
const WHERE: Record<string, readonly string[]> = {
  'legal-basis': [
    'legal-basis',
    'kvkk-legal-basis',
    'consent-basis',
    'legitimate-interest-basis',
    'legitimate-interests',
    'withdraw-consent',
  ],
  'transfer-mechanism': ['transfer-safeguards', 'third-country-transfer', 'transfer-abroad'],
  purpose: ['purposes', 'cookies'],
  'data-category': ['data-categories', 'data-source'],
  'recipient-category': ['recipients', 'transfer-abroad', 'third-country-transfer'],
};
/** The headings that are enough by themselves; others only with the concept in the sentence. */
const UNDER: Record<string, readonly string[]> = {
  'legal-basis': ['legal-basis', 'kvkk-legal-basis'],
  'transfer-mechanism': ['transfer-safeguards', 'third-country-transfer', 'transfer-abroad'],
  purpose: ['purposes'],
  'data-category': ['data-categories'],
  'recipient-category': ['recipients'],
};
const NEGATION =
  /\b(?:not|never|no|without|nicht|kein\p{L}*|ne|pas|aucun\p{L}*|nie|bez|netiek|nav|neizmanto\p{L}*|değil\p{L}*)\b|(?:maktadır|mamakta|memekte|mıyoruz|miyoruz|maz|mez)\p{L}*\b/u;

/** Legal bases, transfer mechanisms, purposes, data categories and categories of recipients, as terms of the vocabulary. */
export function vocabularyFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const sentence of context.document.sentences) {
    const block = context.block(sentence);
    if (block.kind === 'heading' || block.header || block.kind === 'code') continue;
    const kinds = kindsOf(context, sentence);
    if (kinds.size === 0) continue;
    const matcher = context.vocabulary(block.language);
    if (matcher) facts.push(...inSentence(context, sentence, matcher, kinds));
  }
  return unique(facts);
}

function kindsOf(context: FactContext, sentence: Sentence): Set<string> {
  const kinds = new Set<string>();
  for (const kind of Object.keys(WHERE))
    if (WHERE[kind]!.some((c) => context.says(sentence, c)) || context.isUnder(sentence, ...UNDER[kind]!))
      kinds.add(kind);
  return kinds;
}

function* inSentence(
  context: FactContext,
  sentence: Sentence,
  matcher: PhraseMatcher,
  kinds: ReadonlySet<string>,
): Generator<Fact> {
  const { text, tokens } = context.document;
  const words = [];
  for (let t = sentence.tokens[0]; t < sentence.tokens[1]; t++) words.push(matcher.word(wordAt(text, tokens, t)));
  const window: Window = { words, entities: new Map(), own: 0 };
  const found: { kind: string; term: string; span: Span }[] = [];
  const wanted = (concept: string) => kinds.has(concept.slice(0, concept.indexOf(' ')));
  matcher.match(window, 'answers', wanted, (match) => {
    const [kind, term] = match.concept.split(' ') as [string, string];
    const start = tokens.start[sentence.tokens[0] + match.first]!;
    found.push({ kind, term, span: { start, end: tokens.end[sentence.tokens[0] + match.last - 1]! } });
  });
  const denied = found.length > 0 && NEGATION.test(context.text(sentence));
  for (const { kind, term, span } of longest(found)) yield toFact(context, sentence, kind, term, span, denied);
}

/** Without what lies inside a longer match of the same kind: "address" in "e-mail address". */
function longest<T extends { kind: string; span: Span }>(found: readonly T[]): T[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.kind === one.kind &&
          other.span.start <= one.span.start &&
          other.span.end >= one.span.end &&
          other.span.end - other.span.start > one.span.end - one.span.start,
      ),
  );
}

function toFact(
  context: FactContext,
  sentence: Sentence,
  kind: string,
  term: string,
  span: Span,
  denied: boolean,
): Fact {
  const polarity = denied && isDenied(context, sentence, kind) ? { polarity: 'denied' as const } : {};
  if (kind === 'legal-basis') {
    const articles = context.lexicon.tables.bases[term] ?? {};
    const turkish = context.block(sentence).language === 'tr' || !articles.gdpr;
    const value = turkish && articles.kvkk ? `KVKK-${articles.kvkk}` : `GDPR-${(articles.gdpr ?? '').slice(1)}`;
    return context.fact('legal-basis', value, span, sentence.index, { detail: { basis: term } });
  }
  if (kind === 'recipient-category')
    return context.fact('recipient', term, span, sentence.index, { detail: { kind: 'category' }, ...polarity });
  return context.fact(kind as FactType, term, span, sentence.index, polarity);
}

const DENIABLE: Record<string, readonly string[]> = {
  'recipient-category': ['recipients', 'transfer-abroad', 'third-country-transfer'],
  'data-category': ['data-categories', 'data-source'],
  purpose: [],
};

/** Denied where the sentence's own answer is a denial: "we do not collect health data". */
function isDenied(context: FactContext, sentence: Sentence, kind: string): boolean {
  return (DENIABLE[kind] ?? []).some((concept) => context.says(sentence, concept) === 'denied');
}
