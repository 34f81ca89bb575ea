import type { Sentence } from '../document/types.ts';
import type { Entity } from '../text/entities/types.ts';
import type { FactContext } from './context.ts';
import type { Fact } from './types.ts';

const LAWS: [string, RegExp][] = [
  [
    'KVKK',
    /\b(?:KVKK?|6698|Kişisel Verilerin Korunması Kanun\p{L}*|Turkish (?:Personal )?Data Protection Law|Law No\.? 6698|LPPD)(?![\p{L}\d])/iu,
  ],
  [
    'GDPR',
    /\b(?:GDPR|DSGVO|DS-GVO|RGPD|RODO|VDAR|AVG|2016\/679|General Data Protection Regulation|Datenschutz-?Grundverordnung|Vispārīg\p{L}* datu aizsardzības regul\p{L}*|Règlement général|Reglamento General|GVKT)(?![\p{L}\d])/iu,
  ],
  ['BDSG', /\bBDSG\b/u],
  ['TTDSG', /\bT[TD]DSG\b|\bTDDDG\b/u],
  ['TMG', /\b(?:TMG|DDG)\b/u],
  ['LSSI', /\bLSSI/u],
  ['CCPA', /\b(?:CCPA|CPRA)\b/u],
  ['AO', /\bAO\b/u],
  ['HGB', /\bHGB\b/u],
  ['TTK', /\b(?:TTK|6102)\b/u],
  ['VUK', /\b(?:VUK|213 sayılı)\b/u],
];
const BEHIND = 60;
const BEFORE = 90;

/** Cited articles with the law they belong to: `GDPR Art. 6(1)(a)`, `KVKK Art. 11`. */
export function citationFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  const named = new Map<number, string>();
  for (const [sentence, articles] of context.sentencesWith('article'))
    for (const article of articles) {
      const law = lawOf(context, sentence, article) ?? named.get(sentence.index);
      if (!law) continue;
      named.set(sentence.index, law);
      const parts = partsOf(article.value);
      if (!parts) continue;
      const value = `${law} ${article.value.startsWith('§') ? '§' : 'Art.'} ${parts.article}${parts.paragraph ? `(${parts.paragraph})` : ''}${parts.point ? `(${parts.point})` : ''}`;
      const detail: Record<string, string> = { law, article: parts.article };
      if (parts.paragraph) detail.paragraph = parts.paragraph;
      if (parts.point) detail.point = parts.point;
      facts.push(context.fact('citation', value, article, sentence.index, { detail }));
    }
  return facts;
}

/** The law nearest to an article, behind it first ("Art. 6 DSGVO"), then in front ("KVKK madde 11"). */
function lawOf(context: FactContext, sentence: Sentence, article: Entity): string | undefined {
  const { text } = context.document;
  const behind = text.slice(article.end, Math.min(sentence.end, article.end + BEHIND));
  const before = text.slice(Math.max(sentence.start, article.start - BEFORE), article.start);
  let best: string | undefined;
  let nearest = Infinity;
  for (const [law, pattern] of LAWS) {
    const after = pattern.exec(behind);
    if (after && after.index < nearest) [best, nearest] = [law, after.index];
    for (const match of before.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const distance = before.length - match.index - match[0].length + 3;
      if (distance < nearest) [best, nearest] = [law, distance];
    }
  }
  return best;
}

interface Parts {
  article: string;
  paragraph?: string;
  point?: string;
}

/** Numbers and letters of a citation in the order article, paragraph, point; a letter alone is a point. */
export function partsOf(written: string): Parts | undefined {
  const pieces = [...written.matchAll(/\d{1,3}|(?<![\p{L}])\p{L}{1,2}(?![\p{L}.])|(?<=[(\s])\p{L}(?=\))/gu)].map(
    (m) => m[0],
  );
  const start = pieces.findIndex((p) => /\d/.test(p));
  if (start < 0) return undefined;
  const parts: Parts = { article: pieces[start]! };
  for (const piece of pieces.slice(start + 1)) {
    if (/\d/.test(piece)) {
      if (!parts.paragraph) parts.paragraph = piece;
    } else if (!parts.point && !/^(?:no|nr|al|de|du)$/i.test(piece)) parts.point = piece.toLowerCase();
  }
  return parts;
}
