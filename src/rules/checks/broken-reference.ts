import type { Document } from '../../document/types.ts';
import { fold } from '../../text/fold.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { numberedHeadings, numbersIn } from './numbering.ts';
import { decoded, normalised, textOf } from './support.ts';

/** References to places the text does not have: anchors, numbered sections, sections by their title, a date line. */
export const brokenReference: Check = {
  rules: ['structure/broken-reference'],
  *run(context) {
    yield* anchors(context.document);
    yield* numbers(context.document);
    yield* titles(context.document);
    yield* dateLine(context);
  },
};

function finding(message: string, text: string, source: RawFinding['source']): RawFinding {
  return { rule: 'structure/broken-reference', message, args: { text }, source };
}

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Targets that scripts and web pages answer to. */
const SCRIPTED = /^$|^[/!]|^(?:top|main|content|page|home|nav)|cookie|consent|modal|popup|settings|open|ot-|cc-|^:~/i;

function* anchors(document: Document): Generator<RawFinding> {
  const links = document.links.filter((link) => /^#./.test(link.url) && !SCRIPTED.test(link.url.slice(1)));
  if (links.length === 0) return;
  const targets = new Set(document.blocks.filter((b) => b.kind === 'heading').map((b) => plain(textOf(document, b))));
  for (const match of document.source.matchAll(
    /\b(?:id|name)\s?=\s?["']?([^"'\s>]{1,120})|\{:?[^}\n]{0,80}?#([^}\s]{1,120})|\[\^([^\]]{1,60})\]:/g,
  ))
    targets.add(plain(match[1] ?? match[2] ?? match[3]!));
  for (const link of links) {
    // The mark beside a heading that links to the heading itself.
    if (link.text.end === link.text.start) continue;
    const target = plain(decoded(link.url.slice(1)));
    const repeated = target.replace(/\d$/, '');
    if (
      target === '' ||
      targets.has(target) ||
      targets.has(repeated) ||
      [...targets].some(
        (t) => (t.endsWith(target) && t.length - target.length <= 3) || (target.length >= 30 && t.startsWith(target)),
      )
    )
      continue;
    yield finding('anchor', link.url, link.source);
  }
}

const SECTION_NUMBER =
  /(?<![\p{L}])(?:sections?|paragraphs?|bölüm|abschnitt|ziffer|rozdzia[łl]\w{0,3}|sección|section)\s+(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d%])|(?<![\d.])(\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?:sadaļ\p{L}{1,3}|bölüm\p{L}{0,6}|nodaļ\p{L}{1,3})(?![\p{L}])/giu;
const OTHER_TEXT =
  /\b(?:act|law|regulation|code|directive|gdpr|terms|agreement|contract|statute|u\.?s\.?c|cfr|ccpa|cpra|annex|schedule|guidelines?|standard|dpa|addendum|kanun\w*|yonetmelik\w*|teblig\w*|sozlesme\w*|likum\w*|noteikum\w*|ligum\w*|gesetz\w*|verordnung|vertrag\w*|agb|loi|code|ley|ustaw\w*)\b/;

function* numbers(document: Document): Generator<RawFinding> {
  if (numberedHeadings(document).length < 3) return;
  const known = numbersIn(document);
  for (const sentence of document.sentences) {
    const text = textOf(document, sentence);
    if (document.blocks[sentence.block]!.kind === 'heading' || !/\d/.test(text)) continue;
    for (const match of text.matchAll(SECTION_NUMBER)) {
      const number = match[1] ?? match[2]!;
      if (known.has(number) || [...known].some((n) => n.startsWith(`${number}.`))) continue;
      // "2.1" may number a paragraph whose parent is known; only whole sections are told for sure.
      if (number.includes('.') && !known.has(`${number.split('.')[0]}.1`)) continue;
      if (OTHER_TEXT.test(fold(text))) continue;
      const start = sentence.start + match.index;
      yield finding('number', match[0], document.sourceSpan({ start, end: start + match[0].length }));
    }
  }
}

const QUOTED = '["“„«‘]([^"“”„«»‘’\\n]{8,120})["”“»’]';
const BY_TITLE = new RegExp(
  `(?<![\\p{L}])(?:(?:section|sections|paragraph|heading)\\s+(?:titled\\s+|entitled\\s+|called\\s+|headed\\s+|on\\s+)?${QUOTED}|${QUOTED}\\s+section(?:\\s+(?:below|above|of this))|sada[ļl]\\p{L}{1,3}\\s+${QUOTED}|abschnitt\\s+${QUOTED}|${QUOTED}\\s+(?:başlıklı|bölümü\\p{L}{0,5})|section\\s+intitulée\\s+${QUOTED}|secci[oó]n\\s+${QUOTED})`,
  'giu',
);
/** Each of them names a place: a plain look spares nearly all texts making the pattern. */
const PLACE = /section|paragraph|heading|sada[ļl]|abschnitt|başlıklı|bölümü|secci[oó]n/iu;
/** A section of something else: an app's settings, another page. */
const ELSEWHERE =
  /\b(?:settings?|instructions|account|app|profile|browser|menu|website|site|page|terms|faq|help|dashboard|device|ayar\w*|hesab\w*|uygulama\w*|sayfa\w*|iestatijum\w*|kont\w*|lietotn\w*|noteikum\w*|einstellung\w*|konto|seite|policy on|of our)\b/;

function* titles(document: Document): Generator<RawFinding> {
  if (document.sections.length < 3) return;
  // Few texts refer to a title, so what titles are compared with is made only then.
  let known: { headings: string[][]; openings: string[] } | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'heading') continue;
    const text = textOf(document, block);
    if (!/["“„«‘]/.test(text) || !PLACE.test(text)) continue;
    for (const match of text.matchAll(BY_TITLE)) {
      const title = match.slice(1).find((group) => group !== undefined)!;
      const words = wordsOf(title);
      // In English a single quoted word may be a button; "sadaļā „…”" and its like say section.
      const least = /section|paragraph|heading/i.test(match[0]) ? 2 : 1;
      known ??= titlesOf(document);
      if (words.length < least || known.headings.some((heading) => isLike(heading, words))) continue;
      if (known.openings.some((line) => line.startsWith(plain(title)))) continue;
      const around = fold(
        text.slice(Math.max(0, match.index - 30), match.index) +
          text.slice(match.index + match[0].length, match.index + match[0].length + 60).split(/[.;]/)[0]!,
      );
      if (ELSEWHERE.test(around)) continue;
      const start = block.start + match.index;
      yield finding('title', title.trim(), document.sourceSpan({ start, end: start + match[0].length }));
    }
  }
}

/** Words of the headings, and how the other blocks begin: a paragraph may open with its title. */
function titlesOf(document: Document): { headings: string[][]; openings: string[] } {
  const blocks = document.blocks.filter((block) => block.kind !== 'heading');
  return {
    headings: document.sections.filter((section) => section.heading >= 0).map((section) => wordsOf(section.title)),
    openings: blocks.map((block) => plain(textOf(document, block).slice(0, 140))),
  };
}

function wordsOf(title: string): string[] {
  return normalised(title)
    .split(' ')
    .filter((word) => word.length > 1);
}

/** Most words of the one stand in the other, inflected or not. */
function isLike(heading: readonly string[], words: readonly string[]): boolean {
  const stem = (word: string) => word.slice(0, Math.max(3, word.length - 2));
  const has = (word: string, list: readonly string[]) =>
    list.some((other) => stem(other) === stem(word) || other.startsWith(stem(word)));
  const shared = words.filter((word) => has(word, heading)).length;
  return (
    shared >= words.length * 0.6 ||
    (heading.length > 0 && heading.filter((word) => has(word, words)).length >= Math.max(2, heading.length * 0.8))
  );
}

/** "The date is noted at the top of this policy", and there is none. The phrases are the rule's own. */
function* dateLine({ document, evidence, factsOf }: CheckContext): Generator<RawFinding> {
  if (factsOf('last-updated', 'effective-date').length > 0) return;
  if (document.blocks.some((b) => /(?<!\d)20\d\d(?!\d)/.test(textOf(document, b)) && b.end - b.start < 90)) return;
  for (const found of evidence.of('structure/broken-reference#_date')) {
    const sentence = document.sentences[found.sentence]!;
    yield finding('no-date', textOf(document, found.match), document.sourceSpan(sentence));
  }
}
