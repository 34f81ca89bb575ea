import type { CheckContext, Check, RawFinding } from '../types.ts';
import { fold } from '../../text/fold.ts';
import { lineOf, normalised, textOf, wordCount } from './support.ts';

/** The promise, and what would break it; both are the rule's own phrases. */
const EXCLUSIVE: readonly (readonly [promise: string, breach: string])[] = [
  ['_no-sharing', '_sharing'],
  ['_no-cookies', '_cookies'],
  ['_no-collection', '_collection'],
  ['_no-transfer', '_transfer'],
];

/** A text that says two things at once: of the processing, of who "we" are, in two languages. */
export const consistency: Check = {
  rules: ['consistency/contradiction', 'consistency/company-name', 'consistency/language'],
  *run(context) {
    yield* contradictions(context);
    yield* names(context);
    yield* languages(context);
  },
};

function* contradictions({ document, evidence }: CheckContext): Generator<RawFinding> {
  for (const [promise, breach] of EXCLUSIVE) {
    const [first] = evidence.of(`consistency/contradiction#${promise}`);
    if (!first) continue;
    const other = evidence.of(`consistency/contradiction#${breach}`).find((e) => e.sentence !== first.sentence);
    if (!other || isQualified(document.sentences[first.sentence + 1], document)) continue;
    const line = lineOf(document, document.sourceSpan(other.match));
    yield {
      rule: 'consistency/contradiction',
      args: { text: shown(textOf(document, first.match)), line, other: shown(textOf(document, other.match)) },
      source: document.sourceSpan(first.match),
    };
  }
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** "We do not share … This does not include …": the next sentence takes the promise back. */
function isQualified(
  next: CheckContext['document']['sentences'][number] | undefined,
  document: CheckContext['document'],
): boolean {
  return (
    next !== undefined &&
    /^\W*(?:this does not|however|except|unless|the exception|but |only |ancak|bununla birlikte|istisna|tomer|iznemums|we may|these third)/.test(
      fold(textOf(document, next)),
    )
  );
}

const DEFINED =
  /((?:[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.&'’-]{0,40},? ){1,6})\((?:[^()"“„]{0,40}["“„'][^"”“']{1,40}["”“'][ ,]{0,2}(?:and|or|ve|un|und|oder|et|ou|y|o|i|lub)? ?)?(?:(?:hereinafter|hereafter|collectively|nachfolgend|nachstehend|im Folgenden|fortan|ci-après|en adelante|dalej|zwana dalej|zwany dalej|turpmāk|turpmāk tekstā|bundan böyle|bundan sonra|kısaca|[Tt]he|[Dd]ie|la|el)[ ,–-]{1,3}){0,3}["“„«](?:the |[Ll]a |[Dd]ie )?([Ww]e|us|our|[Bb]iz|bizim|[Mm]ēs|mums|[Ww]ir|uns|[Nn]ous|[Nn]osotros|[Mm]y|COMPANY|Company|ŞİRKET|Şirket|Gesellschaft|Société|Empresa|Spółka|Sabiedrība)["”“»,]/gu;
const DEFINES =
  /["“„«](?:we|us|our|biz|bizim|mēs|mums|wir|uns|nous|nosotros|my|Company|Şirket|Gesellschaft|Société|Empresa|Spółka|Sabiedrība)["”“»,]/iu;
/** Words that names of unrelated companies share, folded. */
const SAYS_NOTHING = new Set(
  'the die der das gmbh ltd limited llc inc corp company group holding sanayi ticaret anonim sirketi sti sia sarl sas spolka zoo international'.split(
    ' ',
  ),
);
/** Several companies share a text when it says which of them is meant for whom. */
const PER_REGION =
  /\b(?:if you|resid|eea|european|located in|outside|collectively|together|affiliate|subsidiar|group|countr|region)/;

function* names({ document }: CheckContext): Generator<RawFinding> {
  let first: { name: string; words: Set<string>; line: string } | undefined;
  for (const block of document.blocks) {
    const text = textOf(document, block);
    if (!DEFINES.test(text)) continue;
    for (const match of text.matchAll(DEFINED)) {
      if (PER_REGION.test(fold(text))) return;
      const name = match[1]!.trim().replace(/,$/, '');
      const words = new Set(
        normalised(name)
          .split(' ')
          .filter((word) => word.length > 2 && !SAYS_NOTHING.has(word)),
      );
      const span = { start: block.start + match.index, end: block.start + match.index + name.length };
      const source = document.sourceSpan(span);
      const line = lineOf(document, source);
      if (!first) first = { name, words, line };
      else if (words.size > 0 && first.words.size > 0 && ![...words].some((word) => first!.words.has(word))) {
        yield {
          rule: 'consistency/company-name',
          args: { name, word: match[2]!, line: first.line, first: first.name },
          source,
        };
        return;
      }
    }
  }
}

const FOREIGN_WORDS = 30;
/** A text that is to a good part in another language is bilingual. */
const FOREIGN_SHARE = 0.3;

function* languages({ document }: CheckContext): Generator<RawFinding> {
  if (document.language === 'und') return;
  const foreign = new Map<number, number>();
  let all = 0;
  for (const block of document.blocks) {
    const words = wordCount(block);
    all += words;
    if (block.kind === 'heading' || block.kind === 'row' || block.kind === 'code') continue;
    if (block.language !== 'und' && block.language !== document.language)
      foreign.set(block.section, (foreign.get(block.section) ?? 0) + words);
  }
  const total = [...foreign.values()].reduce((a, b) => a + b, 0);
  if (total > all * FOREIGN_SHARE) return;
  for (const [index, words] of foreign) {
    if (words < FOREIGN_WORDS) continue;
    const section = document.sections[index]!;
    const block = document.blocks.find(
      (b) => b.section === index && b.kind !== 'heading' && b.language !== document.language,
    )!;
    const source = section.heading >= 0 ? document.blocks[section.heading]!.source : block.source;
    yield {
      rule: 'consistency/language',
      args: { language: block.language, main: document.language },
      source,
      anchor: section.title,
    };
  }
}
