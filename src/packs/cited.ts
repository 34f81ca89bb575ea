import type { Citation } from './types.ts';

/** What acts and the words of a citation are called in Turkish; longer names first. */
const NAMES: readonly (readonly [RegExp | string, string])[] = [
  [
    'By-Law on Erasure, Destruction or Anonymization of Personal Data',
    'Kişisel Verilerin Silinmesi, Yok Edilmesi veya Anonim Hale Getirilmesi Hakkında Yönetmelik',
  ],
  ["By-Law on Data Controllers' Registry", 'Veri Sorumluları Sicili Hakkında Yönetmelik'],
  [
    'By-Law on transfers abroad',
    'Kişisel Verilerin Yurt Dışına Aktarılmasına İlişkin Usul ve Esaslar Hakkında Yönetmelik',
  ],
  [/ as amended by Law (\d{1,6}) Art\. (\d{1,4})$/, ' ($1 sayılı Kanun m. $2 ile değişik)'],
  [/ \(as amended by Directive (\d{2,4}\/\d{1,4})\/EC\)$/, ' ($1/AT sayılı Direktif ile değişik)'],
  [/^Directive (\d{2,4}\/\d{1,4})\/EC/, '$1/AT sayılı Direktif'],
  [/^Decision \(EU\) (\d{4}\/\d{1,5})/, '(AB) $1 sayılı Karar'],
  [/^Regulation \(EU\) (\d{4}\/\d{1,5})/, '(AB) $1 sayılı Tüzük'],
  ['CJEU', 'ABAD'],
  ['(duration and third-party access)', '(süre ve üçüncü taraf erişimi)'],
  [' (guidance) on GDPR', ' (rehber), GDPR'],
  ['(guidance)', '(rehber)'],
  [' Recital ', ' gerekçe '],
  [' second subparagraph', ' ikinci alt paragraf'],
];

/** `Art. 10(1)(ç)`: an article with its paragraphs and points. */
const PLACE =
  /(\d{1,3})\((\d{1,2})\)((?:,\(\d{1,2}\)){0,9})(?:–\((\d{1,2})\))?(?:\((\p{L}{1,2})\)(?:–\((\p{L}{1,2})\))?)?/gu;

/**
 * A citation as people of a locale write it: `KVKK Art. 10(1)(ç)` is `KVKK m. 10/1-ç` in Turkish. Points keep their
 * letters, addresses stay. Pure.
 */
export function citedIn(citation: Citation, locale: 'en' | 'tr'): Citation {
  return locale === 'tr' ? { ...citation, cite: inTurkish(citation.cite) } : citation;
}

/** A part of an act (`Art. 14(4)`) as people of a locale write it. Pure. */
export function partIn(part: string, locale: 'en' | 'tr'): string {
  return locale === 'tr' ? inTurkish(part) : part;
}

function inTurkish(cite: string): string {
  let text = cite;
  for (const [from, to] of NAMES) text = text.replace(from, to);
  return text
    .replace(
      PLACE,
      (_all, article: string, paragraph: string, more: string, until?: string, point?: string, last?: string) =>
        [
          `${article}/${paragraph}`,
          more.replace(/,\((\d{1,2})\)/g, ', $1'),
          until ? `–${until}` : '',
          point ? `-${point}` : '',
          last ? `–${last}` : '',
        ].join(''),
    )
    .replace(/ with Art\. /g, ' ve m. ')
    .replace(/\bArts?\. /g, 'm. ')
    .replace(/ \/ /g, ', ');
}
