import type { EvidenceIndex } from '../evidence/types.ts';
import type { Packs } from '../packs/types.ts';
import { fold } from '../text/fold.ts';
import { ATTACHED, COOKIE_NOTICE, DATA_WORDS, FAILED, NAME_WORDS, OWN_NAMES, TITLES, TO_COME } from './kind-words.ts';
import type { Document, DocumentKind } from './types.ts';

/** Characters looked at: a policy shows what it is long before its end. */
const SAMPLE = 12_000;
/** Up to this many words a text without anything about data is a failed scrape or a stub, whatever its title. */
const FEW_WORDS = 60;
const LONGEST_ANNOUNCEMENT = 12;
const LONGEST_PROMISE = 16;
/** Headings, or without any the first short lines, that may be the title. */
const TITLE_CANDIDATES = 3;
const LONGEST_TITLE = 120;
/** A heading further down that is not of the first level heads a part, not the document. */
const FIRST_BLOCKS = 8;
/** A text about personal data speaks of it at least once in this many words; a shop or a manual does not. */
const WORDS_PER_MENTION = 120;
/** A link to a policy and a banner about cookies are not yet a policy. */
const FEWEST_MENTIONS = 2;
/** With a title that says so, or with much of what a law asks for, less is enough. */
const WORDS_PER_MENTION_WITH_SIGNS = 500;
const MANY_CONCEPTS = 6;
/** So much of it is a policy that never calls personal data so; terms of service speak of up to 14. */
const MOST_CONCEPTS = 16;
/** In a language whose words about data are not known here, this much of what a law asks for makes a policy. */
const FEW_CONCEPTS = 2;
const KNOWN = new Set(['en', 'tr', 'lv', 'de', 'fr', 'es', 'pl']);
const ALL_WORDS = [...NAME_WORDS, ...DATA_WORDS];

/**
 * What kind of document this is: by what its title calls it, and by whether it speaks of personal data often enough for
 * its length. Pure.
 */
export function kindOf(document: Document, evidence: EvidenceIndex, packs: Packs): DocumentKind {
  const words = document.tokens.count;
  const named = kindOfTitles(document);
  const answered = concepts(evidence, packs);
  if (words <= FEW_WORDS) return kindOfFewWords(document, named, answered);
  const sampled = Math.min(words, (words * SAMPLE) / Math.max(1, document.text.length));
  if (named && named !== 'privacy-policy' && named !== 'kvkk-notice' && named !== 'cookie-policy') return named;
  if (!KNOWN.has(document.language)) {
    const readable = packs.languages.includes(document.language);
    return named ?? (readable && answered < FEW_CONCEPTS ? 'not-a-policy' : 'privacy-policy');
  }
  const signs = named !== undefined || answered >= MANY_CONCEPTS;
  const enough = signs
    ? sampled / WORDS_PER_MENTION_WITH_SIGNS
    : Math.max(FEWEST_MENTIONS, sampled / WORDS_PER_MENTION);
  if (answered < MOST_CONCEPTS && mentions(beginning(document), ALL_WORDS, Math.ceil(enough)) < enough)
    return 'not-a-policy';
  return named ?? (isAboutCookies(document) ? 'cookie-policy' : 'privacy-policy');
}

/** The blocks of the part that is looked at, folded; folded only as far as somebody reads on. */
function* beginning({ text, blocks }: Document): Generator<string> {
  for (const { start, end } of blocks) {
    if (start >= SAMPLE) return;
    yield fold(text.slice(start, Math.min(end, SAMPLE))).replace(/\s+/g, ' ');
  }
}

/** A title alone, or over nothing but an error or its own name again, is a page that was not read. */
function kindOfFewWords(document: Document, named: DocumentKind | undefined, answered: number): DocumentKind {
  const prose = proseOf(document);
  if (prose.some(isPromise)) return 'stub';
  const said = mentions(prose, DATA_WORDS, 2);
  if (answered > 0 && said > 0) return named ?? 'privacy-policy';
  const text = [...beginning(document)].join(' ');
  if (FAILED.some((phrase) => text.includes(phrase))) return 'not-a-policy';
  if (named) return said === 0 && prose.every(isOnlyAName) ? 'not-a-policy' : named;
  return said > 1 ? 'privacy-policy' : 'not-a-policy';
}

function isPromise(block: string): boolean {
  return block.split(' ').length <= LONGEST_PROMISE && TO_COME.some((phrase) => block.includes(phrase));
}

/** "This page contains the privacy policies of Example." and nothing that would be missed without it. */
function isOnlyAName(block: string): boolean {
  const plain = !/[@[\]{}<>]|\d{4}/.test(block) && block.split(' ').length <= LONGEST_ANNOUNCEMENT;
  return plain && OWN_NAMES.some((name) => block.includes(name));
}

function kindOfTitles(document: Document): DocumentKind | undefined {
  for (const title of titles(document)) {
    const kind = kindOfTitle(title);
    if (kind) return kind;
  }
  return undefined;
}

/** The kind a title names, if it names one. Pure. */
export function kindOfTitle(title: string): DocumentKind | undefined {
  const folded = fold(title).replace(/\s+/g, ' ');
  if (COOKIE_NOTICE.test(folded) && !/privacy|gizlilik|kisisel/.test(folded)) return 'cookie-policy';
  const kind = TITLES.find(([, words]) => words.some((word) => folded.includes(word)))?.[0];
  return kind === 'terms' && ATTACHED.test(folded) ? undefined : kind;
}

function titles(document: Document): string[] {
  const first = document.blocks.slice(0, TITLE_CANDIDATES).filter((b) => b.kind !== 'code');
  const heading = document.blocks.find((b) => b.kind === 'heading');
  const headings = heading && (heading.level === 1 || heading.index < FIRST_BLOCKS) ? [heading] : [];
  const lines = first.filter((b) => b.kind !== 'heading' && b.end - b.start <= LONGEST_TITLE);
  return [...headings, ...lines].map((b) => document.text.slice(b.start, Math.min(b.end, b.start + LONGEST_TITLE)));
}

/** How many things that laws ask for the text speaks of. */
function concepts(evidence: EvidenceIndex, { rules }: Packs): number {
  const spoken = new Set<string>();
  for (const law of Object.values(rules.laws))
    for (const { concepts } of law.requirements)
      for (const concept of concepts) if (evidence.of(concept).length > 0) spoken.add(concept);
  return spoken.size;
}

/** The blocks that are not headings, folded. */
function proseOf(document: Document): string[] {
  const prose = document.blocks.filter((b) => b.kind !== 'heading');
  return prose.map((b) => fold(document.text.slice(b.start, b.end)).replace(/\s+/g, ' '));
}

/** Mentions of personal data in folded blocks, counted up to `most`. */
function mentions(blocks: Iterable<string>, phrases: readonly string[], most: number): number {
  let count = 0;
  for (const text of blocks)
    for (const phrase of phrases)
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
        if (!/[a-z]/.test(text[at - 1] ?? ' ') && ++count >= most) return count;
  return count;
}

const COOKIE = /cookie|cerez|sikdat|sikfail|ciasteczk/;

/** Without a title that says so: most headings are about cookies. */
function isAboutCookies(document: Document): boolean {
  const headings = document.blocks.filter((b) => b.kind === 'heading' && b.end - b.start <= LONGEST_TITLE);
  const about = headings.filter((b) => COOKIE.test(fold(document.text.slice(b.start, b.end))));
  if (about.length * 2 <= headings.length) return false;
  return [...beginning(document)].flatMap((text) => text.match(/cookie|cerez|sikdat/g) ?? []).length > 10;
}
