import type { Check } from '../types.ts';
import { textOf, wordCount } from './support.ts';

const WORDS = 'draft|taslak|taslaktır|entwurf|melnraksts|brouillon|borrador|wersja robocza|work in progress';
const LEADING = new RegExp(`^\\s*[\\[(*]?\\s*(?:${WORDS})\\s*(?:[\\])*]|[–—:]|-\\s|v?\\d|$)`, 'iu');
/** What a content management system puts in front of the text it suggests. */
const SUGGESTED =
  /^\s*(?:suggested text|önerilen metin|ieteicamais teksts|vorgeschlagener text|texte suggéré|texto sugerido|sugerowany tekst)\s*:/iu;
const BRACKETED = new RegExp(
  `[\\[(]\\s*(?:${WORDS})(?:\\s+(?:v|version|sürüm|versija)?\\.?\\s*\\d[\\d.]*)?\\s*[\\])]`,
  'iu',
);
const SHOUTED = /(?<![\p{L}\p{N}])(?:DRAFT|TASLAK|TASLAKTIR|ENTWURF|MELNRAKSTS|BROUILLON|BORRADOR)(?![\p{L}\p{N}])/u;

/** "(draft)" in running prose may speak of someone's drafts; a title has few words. */
const TITLE_WORDS = 14;

/** A text that calls itself a draft or a suggestion. */
export const marker: Check = {
  rules: ['draft/marker'],
  *run({ document }) {
    for (const block of document.blocks) {
      if (block.kind !== 'heading' && block.kind !== 'paragraph' && block.kind !== 'quote') continue;
      const text = textOf(document, block);
      const short = block.kind === 'heading' || wordCount(block) <= TITLE_WORDS;
      const match =
        LEADING.exec(text) ?? SUGGESTED.exec(text) ?? (short ? (BRACKETED.exec(text) ?? SHOUTED.exec(text)) : null);
      if (!match || (!short && !/^\s*\W?\s*\p{Lu}/u.test(text))) continue;
      const span = { start: block.start + match.index, end: block.start + match.index + match[0].length };
      yield {
        rule: 'draft/marker',
        args: { text: match[0].replace(/[^\p{L}\p{N} ]+/gu, '').trim() },
        source: document.sourceSpan(span),
      };
    }
  },
};
