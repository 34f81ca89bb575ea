import type { Span } from '../types.ts';
import type { Entity } from './types.ts';

const LETTER =
  '(?:lit(?:era|\\.)?|point|letter|buchst(?:abe|\\.)|lettre|letra|bend[iı]?|apakšpunkt\\w*|punkt\\w*|let\\.)';
const PART = `(?:\\s?\\p{L}\\)|\\.\\p{L}(?:\\)|(?![\\p{L}\\d]))|\\s?\\(\\s?(?:\\d{1,2}|\\p{L}{1,3})\\s?\\)|\\.\\d{1,2}(?!\\d)|[/.-]\\d{1,2}\\b(?!\\.)|,?\\s?(?:abs(?:atz|\\.)|para(?:graph|graphe|\\.)?|apartado|ust(?:\\.|ęp)|par\\.|fıkra(?:sı)?|f\\.|daļ\\w+|${LETTER})\\s?\\(?(?:\\d{1,2}|\\p{L})\\)?(?![\\p{L}\\d]))`;
/** "Article 6(1)(a)", "Art. 6 Abs. 1 lit. a", "KVKK m. 5/2", "artículo 6.1.a)", "§ 25 TTDSG". */
const AHEAD = new RegExp(
  `(?:\\b(?:articles?|art(?:s|ikel[ns]?|[íi]culos?|yku[łl]\\w*)?|madde(?:si)?|mad|md|m|maddeleri)\\b\\.?\\s?|§{1,2}\\s?)(\\d{1,3}[a-z]?)${PART}{0,4}`,
  'giu',
);
/** "11. maddesi", "5 inci maddesinin", "6. panta 1. punkta a) apakšpunkts". */
const BEHIND =
  /\b(\d{1,3})(?:['’]?\s?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü))?\.?\s?(?:madde(?:si|ler)?\p{L}{0,8}|pant\p{L}{1,3})(?:\s(\d{1,2})\.?\s?(?:(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)\s)?(?:fıkra\p{L}{0,6}|punkt\p{L}{0,3}|daļ\p{L}{0,3}))?(?:,?\s["“(]?(\p{L}{1,2})["”)]{0,2}\s?(?:bend\p{L}{0,5}|apakšpunkt\p{L}{0,3}))?/giu;
/** Cheap, without case folding: most sentences with a digit cite nothing. */
const CANDIDATE = /[Aa]rt|ART|§|[Mm]add|MADD|[Mm]ad?\.|[Mm]d?\.|[Pp]ant/;

/** Cited articles of one sentence, as written. */
export function findArticles(text: string, sentence: Span, out: Entity[]): void {
  const slice = text.slice(sentence.start, sentence.end);
  if (!CANDIDATE.test(slice)) return;
  // Without the word the second pattern need not even be compiled, which takes longer than to read a sentence.
  for (const pattern of /madd|pant/i.test(slice) ? [AHEAD, BEHIND] : [AHEAD])
    for (const match of slice.matchAll(pattern)) {
      const start = sentence.start + match.index;
      const value = match[0].trim();
      out.push({ name: 'article', start, end: start + value.length, value: value.replace(/\s+/g, ' ') });
    }
}
