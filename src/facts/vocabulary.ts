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
  purpose: ['purposes', 'legal-basis', 'kvkk-legal-basis'],
  'data-category': ['data-categories'],
  'recipient-category': ['recipients'],
};
/**
 * Concepts of sentences that name data and purposes in passing: there a word counts only behind one that says so, "we
 * share *your* address with …", "… sends your data to … *to* check your identity".
 */
const IN_PASSING: Record<string, readonly string[]> = {
  purpose: [
    'data-categories',
    'data-source',
    'recipients',
    'legal-basis',
    'consent-basis',
    'legitimate-interest-basis',
  ],
  'data-category': ['purposes', 'recipients', 'legal-basis', 'consent-basis'],
};
const MARKERS: Record<string, string> = { purpose: 'purpose-marker', 'data-category': 'possessive' };
const MAX_FROM_MARKER = 40;
const MAX_TO_LIMIT = 60;
/** Turkish puts the word behind: "12 saatten fazla". */
const MAX_BEHIND_LIMIT = 12;
/** What a column holds, by the words of its header; a cell below answers it with a word or two. */
const COLUMNS: Record<string, readonly string[]> = {
  'purpose-column': ['purpose'],
  'basis-column': ['legal-basis', 'legal-basis-cell'],
  'data-column': ['data-category'],
  'recipient-column': ['recipient-category'],
};
const NEGATION =
  /\b(?:not|never|no|without|nicht|kein\p{L}*|ne|pas|aucun\p{L}*|nie|bez|netiek|nav|ne\p{L}{3,}[aāe]m|değil\p{L}*)\b|(?:maktadır|mamakta|memekte|mıyoruz|miyoruz|maz|mez)\p{L}*\b/iu;

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

/** The kinds of facts a sentence may tell: any of them, or only behind a word that says so. */
function kindsOf(context: FactContext, sentence: Sentence): Map<string, 'sure' | 'marked'> {
  const kinds = new Map<string, 'sure' | 'marked'>();
  for (const kind of Object.keys(WHERE))
    if (WHERE[kind]!.some((c) => context.says(sentence, c)) || context.isUnder(sentence, ...UNDER[kind]!))
      kinds.set(kind, 'sure');
    else if (IN_PASSING[kind]?.some((c) => context.says(sentence, c))) kinds.set(kind, 'marked');
  const heading = context.headingOf(sentence);
  if (heading && context.hasCue(heading, 'data-heading')) kinds.set('data-category', 'sure');
  const header = context.headerOf(sentence);
  if (header && context.hasCue(header, 'cookie-column')) return new Map();
  if (header)
    for (const [column, held] of Object.entries(COLUMNS))
      if (context.hasCue(header, column)) for (const kind of held) kinds.set(kind, 'sure');
  return kinds;
}

/** Whether the word that makes a passing mention count stands closely in front, in the same clause. */
function isMarked(context: FactContext, sentence: Sentence, kind: string, span: Span): boolean {
  return context.cues(sentence).some((cue) => {
    if (cue.kind !== MARKERS[kind] || cue.start > span.start || span.start - cue.end > MAX_FROM_MARKER) return false;
    return !/[.;:()]/.test(context.text({ start: cue.end, end: Math.max(cue.end, span.start) }));
  });
}

function* inSentence(
  context: FactContext,
  sentence: Sentence,
  matcher: PhraseMatcher,
  kinds: ReadonlyMap<string, 'sure' | 'marked'>,
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
    const span = { start, end: tokens.end[sentence.tokens[0] + match.last - 1]! };
    if (kinds.get(kind) === 'marked' && !isMarked(context, sentence, kind, span)) return;
    if (kind === 'data-category' && isLabelOfContact(context, sentence, span)) return;
    found.push({ kind: kind === 'legal-basis-cell' ? 'legal-basis' : kind, term, span });
  });
  const denied = found.length > 0 && NEGATION.test(context.text(sentence));
  for (const { kind, term, span } of withoutBases(context, sentence, longest(found)))
    yield toFact(context, sentence, kind, term, span, denied);
}

/** "to meet a legal obligation" is the basis itself where a sentence tells no purposes of its own. */
function withoutBases<T extends { kind: string; span: Span }>(
  context: FactContext,
  sentence: Sentence,
  found: readonly T[],
): readonly T[] {
  if (context.says(sentence, 'purposes')) return found;
  const bases = found.filter((one) => one.kind === 'legal-basis');
  const isBasis = ({ span }: T) => bases.some((b) => b.span.start < span.end && span.start < b.span.end);
  return found.filter((one) => one.kind !== 'purpose' || !isBasis(one));
}

/** "E-mail: jane@acme.com" in a contact block tells an address and no kind of data. */
function isLabelOfContact(context: FactContext, sentence: Sentence, span: Span): boolean {
  const behind = /^[^\n:]{0,24}:\s{0,3}/.exec(
    context.document.text.slice(span.end, Math.min(sentence.end, span.end + 30)),
  );
  if (!behind) return false;
  const at = span.end + behind[0].length;
  return context
    .entitiesIn(sentence)
    .some((e) => (e.name === 'email' || e.name === 'phone') && Math.abs(e.start - at) < 3);
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
  const polarity =
    denied && kind in DENIABLE && isDenied(context, sentence, kind, span) ? { polarity: 'denied' as const } : {};
  if (kind === 'legal-basis') {
    const articles = context.lexicon.tables.bases[term] ?? {};
    const turkish =
      context.underKvkk || (context.block(sentence).language === 'tr' && context.laws.length === 0) || !articles.gdpr;
    const value = turkish && articles.kvkk ? `KVKK-${articles.kvkk}` : `GDPR-${(articles.gdpr ?? '').slice(1)}`;
    const unused = context.cues(sentence).some((c) => c.kind === 'no-basis' && c.end <= span.start);
    return context.fact('legal-basis', value, span, sentence.index, {
      detail: { basis: term },
      ...(unused ? { polarity: 'denied' as const } : {}),
    });
  }
  if (kind === 'recipient-category')
    return context.fact('recipient', term, span, sentence.index, { detail: { kind: 'category' }, ...polarity });
  return context.fact(kind as FactType, term, span, sentence.index, polarity);
}

const DENIABLE: Record<string, readonly string[]> = {
  'recipient-category': ['recipients', 'transfer-abroad', 'third-country-transfer'],
  'data-category': ['data-categories', 'data-source'],
  // What is asked of a sentence about purposes is whether its verb is denied.
  purpose: [],
};

/** "No cedemos …", "We never …", "… erheben wir nicht.": the main verb is denied, and nothing takes it back. */
const PLAIN_DENIAL =
  /^(?:[\p{L}'’]{1,14}\s){0,3}(?:not|never|no|nicht|nie|ne|n['’]\p{L}+|kein\p{L}{0,3}|nunca|jamás|jamais)\s|\s(?:nicht|nie|ne\p{L}{3,}[aāe]m)\.?$|(?:maz|mez|mıyoruz|miyoruz|muyoruz|müyoruz|mamaktadır|memektedir|mayız|meyiz)\.?$/iu;
const TAKEN_BACK =
  /(?<!\p{L})(?:but|except|unless|only|other than|apart|sondern|außer|nur|aber|sauf|mais|que|sino|salvo|excepto|ale|chyba|tylko|oprócz|izņemot|tikai)(?!\p{L})/iu;

/** Denied where the sentence's own answer is a denial ("we do not collect health data"), or its verb when it is no answer. */
function isDenied(context: FactContext, sentence: Sentence, kind: string, span: Span): boolean {
  if (isLimited(context, sentence, span)) return false;
  const said = DENIABLE[kind]!.map((concept) => context.says(sentence, concept)).filter(
    (polarity) => polarity !== undefined,
  );
  if (said.length) return said.includes('denied');
  const text = context.text(sentence);
  return PLAIN_DENIAL.test(text) && !TAKEN_BACK.test(text);
}

/** "we don't store location data for more than 12 hours": they are stored, and a limit is what is told. */
function isLimited(context: FactContext, sentence: Sentence, span: Span): boolean {
  return context.entitiesIn(sentence, 'duration').some((duration) => {
    if (duration.start < span.end || duration.start - span.end > MAX_TO_LIMIT) return false;
    if (/[,;]/.test(context.text({ start: span.end, end: duration.start }))) return false;
    return context
      .cues(sentence)
      .some((c) => c.kind === 'longer-than' && c.start >= span.end - 1 && c.end <= duration.end + MAX_BEHIND_LIMIT);
  });
}
