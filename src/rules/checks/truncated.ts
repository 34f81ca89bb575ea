import type { Block, Document } from '../../document/types.ts';
import { fold } from '../../text/fold.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { chromeFrom } from './page-chrome.ts';
import { textOf, wordCount } from './support.ts';

/** Words no sentence of a language ends with, folded: articles, prepositions, conjunctions. */
const NEVER_LAST: Record<string, ReadonlySet<string>> = {
  en: words('the a an and or of with by from your our their its if which than as is are be to'),
  tr: words('ve veya ile icin ya da'),
  lv: words('un vai ar no uz ka lai par pie'),
  de: words('und oder der die das den dem mit von zu fur im ein eine einer wenn dass'),
  fr: words('et ou le la les des du de un une dans pour par avec que'),
  es: words('y o el los las del de con por para que una'),
  pl: words('i lub z w na do ze oraz dla przez'),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
const ENDED = /[.!?…:;。"'”’»)\]>]\s*$/u;
const LONG = 25;
/** Longer than the last word of any text: a search for it must not try every word before it. */
const TAIL = 80;
/** Fewer words may be a label. */
const SENTENCE = 8;

/** Whether a block breaks off in the middle of a sentence: many words, no end, and its other sentences do end. */
export function isCutOff(document: Document, block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'quote') return false;
  if (wordCount(block) < LONG) return false;
  const text = textOf(document, block).trimEnd();
  if (ENDED.test(text) || /\d$/.test(text)) return false;
  const last = document.sentences[block.sentences[1] - 1];
  if (!last || last.tokens[1] - last.tokens[0] < SENTENCE || /[|:]/.test(document.text.slice(last.start, last.end)))
    return false;
  // A name or a title at the end is a signature, an address or a link.
  return /(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}'’]*$/u.test(text.slice(-TAIL));
}

function cannotEnd(block: Block, text: string): boolean {
  if (ENDED.test(text.slice(-1))) return false;
  const last = /[\p{L}\p{M}'’]+$/u.exec(text.slice(-TAIL))?.[0];
  return last !== undefined && (NEVER_LAST[block.language]?.has(fold(last)) ?? false);
}

/** A policy, or a paragraph of it, that stops in the middle of a sentence. */
export const truncated: Check = {
  rules: ['draft/truncated'],
  *run(context) {
    const { document } = context;
    const end = chromeFrom(context);
    for (const block of document.blocks.slice(0, end)) {
      yield* holes(context, block);
      const last = block.index === end - 1;
      if (!(last ? stopsAtEnd(context, block) : stopsInside(document, block))) continue;
      const text = textOf(document, block).trimEnd();
      const sentence = document.sentences[block.sentences[1] - 1];
      const words = text.slice(-40).replace(/^\S*\s/, '');
      yield {
        rule: 'draft/truncated',
        message: last ? 'end' : 'default',
        args: { text: words },
        source: sentence ? document.sourceSpan(sentence) : block.source,
        anchor: words,
      };
    }
  },
};

/** At the end of a document, an unfinished sentence of some length is enough, unless nothing in the text ends with a stop. */
function stopsAtEnd(context: CheckContext, block: Block): boolean {
  const { document } = context;
  if (isCutOff(document, block) && othersEnd(document, block)) return !endsInAddress(context, block);
  return block.kind === 'paragraph' && wordCount(block) > 5 && stopsInside(document, block, 6);
}

function endsInAddress({ entities, document }: CheckContext, block: Block): boolean {
  const end = block.start + textOf(document, block).trimEnd().length;
  return entities.some(
    (e) =>
      (e.name === 'email' || e.name === 'url' || e.name === 'phone') &&
      e.end >= end - 1 &&
      e.start >= block.start &&
      e.end <= block.end + 1,
  );
}

/** Whether the other paragraphs of a document end with a full stop as a rule. */
function othersEnd(document: Document, block: Block): boolean {
  const others = document.blocks.filter((b) => b !== block && b.kind === 'paragraph' && wordCount(b) >= SENTENCE);
  const ended = others.filter((b) => ENDED.test(textOf(document, b)));
  return others.length > 0 && ended.length * 4 >= others.length * 3;
}

/** Fewer words in the next paragraph are the link this one leads to. */
const LINK_WORDS = 8;
const CONNECTORS = new Set('and or ve veya ya da un vai und oder et ou y o i lub oraz to'.split(' '));

/** Inside a document only a word that cannot end a sentence tells, when no list or continuation follows. */
function stopsInside(document: Document, block: Block, words = LONG): boolean {
  if (block.kind !== 'paragraph' || wordCount(block) < words) return false;
  const text = textOf(document, block).trimEnd();
  if (!cannotEnd(block, text)) return false;
  const next = document.blocks[block.index + 1];
  if (!next) return true;
  if (CONNECTORS.has(fold(/[\p{L}\p{M}]+$/u.exec(text.slice(-TAIL))?.[0] ?? ''))) return false;
  if (next.kind !== 'paragraph' && next.kind !== 'heading') return false;
  return (next.kind === 'heading' || wordCount(next) > LINK_WORDS) && !/^[\s("“]*\p{Ll}/u.test(textOf(document, next));
}

/** Searched for first: the search for the words in front of it tries every word of a block. */
const LONE_STOP = /\s\.(?=\s|$)/;

/** "… in the settings of the ." : what stood there was a link or a name. */
function* holes({ document }: CheckContext, block: Block): Generator<RawFinding> {
  if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'row') return;
  const text = textOf(document, block);
  if (!LONE_STOP.test(text)) return;
  for (const match of text.matchAll(/(?:[^\s.]{1,30}\s){0,4}([\p{L}\p{M}]{1,12})\s+\.(?=\s|$)/gu)) {
    if (!NEVER_LAST[block.language]?.has(fold(match[1]!))) continue;
    const start = block.start + match.index;
    yield {
      rule: 'draft/truncated',
      message: 'hole',
      args: { text: match[0] },
      source: document.sourceSpan({ start, end: start + match[0].length }),
    };
  }
}
