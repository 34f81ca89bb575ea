import { fold } from '../../text/fold.ts';
import type { Check } from '../types.ts';
import { shortened, textOf, wordCount } from './support.ts';

const WORDS =
  'draft|working draft|taslak|taslaktır|ön taslak|entwurf|arbeitsfassung|vorläufige fassung|melnraksts|darba versija|brouillon|version de travail|version provisoire|borrador|versión de trabajo|versión preliminar|wersja robocza|wersja wstępna|work in progress';
const LEADING = new RegExp(`^\\s*[\\[(*]?\\s*(?:${WORDS})\\s*(?:[\\])*]|[–—:]|-\\s|v?\\d|$)`, 'iu');
/** What a content management system puts in front of the text it suggests. */
const SUGGESTED =
  /^\s*(?:suggested text|önerilen metin|ieteicamais teksts|vorgeschlagener text|texte suggéré|texto sugerido|sugerowany tekst)\s*:/iu;
const BRACKETED = new RegExp(
  `[\\[(]\\s*(?:${WORDS})(?:\\s+(?:v|version|sürüm|versija)?\\.?\\s*\\d[\\d.]*)?\\s*[\\])]`,
  'iu',
);
const SHOUTED = /(?<![\p{L}\p{N}])(?:DRAFT|TASLAK|TASLAKTIR|ENTWURF|MELNRAKSTS|BROUILLON|BORRADOR)(?![\p{L}\p{N}])/u;

/** Notes of authors to each other, folded. */
const NOTE =
  /^[^\p{L}]{0,4}(?:(?:note|reminder|comment|message) (?:to|for) (?:self|(?:the |our )?(?:dev|developer|designer|editor|lawyer|legal|counsel|client|translator|author|webmaster|reviewer|agency)s?(?: team)?)|(?:internal|drafting|drafter's) note|intern(?:e|er)? (?:notiz|anmerkung|bemerkung|hinweis)|(?:anmerkung|hinweis|notiz) (?:fur|an) (?:die|den|das) (?:rechtsabteilung|entwickler|agentur|redaktion|anwalt|kanzlei|it)|note (?:interne|de redaction|pour (?:le |la |les |l')(?:developpeur|avocat|juriste|redacteur|equipe)s?)|nota (?:interna|para (?:el|la|los) (?:desarrollador|abogad|equipo|redactor)\p{L}{0,3})|(?:uwaga|notatka) (?:wewnetrzna|dla (?:prawnik|programist|dewelop|zespol|redakc|autor)\p{L}{0,4})|piezime (?:izstradataj|jurist|redaktor|sev|komandai)\p{L}{0,4}|(?:gelistirici|avukat|hukuk birimi|yazilimci|editor)\p{L}{0,4} (?:icin )?not|dahili not)\s?[:–-]/u;
/** What a text says of itself while it waits for someone's approval, folded. */
const WAITING =
  /(?<![\p{L}])(?:not for publication|do not publish|not yet (?:been )?(?:reviewed|approved) by|(?:pending|awaiting) (?:final )?legal (?:review|approval)|nicht zur veroffentlichung|noch nicht freigegeben|ne pas publier|en attente de validation|no publicar|pendiente de (?:revision|aprobacion)|nie publikowac|do weryfikacji przez|yayinlamayin|yayimlamayin|(?:yayinlanmadan|yayimlanmadan) once .{0,40}kontrol|nepublicet|(?:for internal (?:review|use) (?:only|–)|do not circulate|nur zur internen (?:prufung|verwendung)|usage interne|uso interno|do uzytku wewnetrznego))(?![\p{L}])/u;

const TRAILING = new RegExp(`[–—-]\\s*(?:${WORDS})(?:\\s+v?\\.?\\s*\\d[\\d.]*)?\\s*$`, 'iu');

/** "(draft)" in running prose may speak of someone's drafts; a title has few words. */
const TITLE_WORDS = 14;
/** Characters of a paragraph in which a note says what it is. */
const MOST_OF_NOTE = 160;

/** A text that calls itself a draft or a suggestion. */
export const marker: Check = {
  rules: ['draft/marker'],
  *run({ document }) {
    for (const block of document.blocks) {
      if (block.kind !== 'heading' && block.kind !== 'paragraph' && block.kind !== 'quote') continue;
      const text = textOf(document, block);
      const short = block.kind === 'heading' || wordCount(block) <= TITLE_WORDS;
      const mark = markIn(text, short, block.kind === 'heading');
      if (!mark) {
        if (isNote(text, short)) yield { rule: 'draft/marker', args: { text: shortened(text) }, source: block.source };
        continue;
      }
      if (!short && !/^\s*\W?\s*\p{Lu}/u.test(text)) continue;
      const span = { start: block.start + mark.index, end: block.start + mark.index + mark[0].length };
      yield {
        rule: 'draft/marker',
        args: { text: mark[0].replace(/[^\p{L}\p{N} ]+/gu, '').trim() },
        source: document.sourceSpan(span),
      };
    }
  },
};

function markIn(text: string, short: boolean, isHeading: boolean): RegExpExecArray | null {
  return (
    LEADING.exec(text) ??
    SUGGESTED.exec(text) ??
    (short ? (BRACKETED.exec(text) ?? SHOUTED.exec(text)) : null) ??
    (isHeading ? TRAILING.exec(text) : null)
  );
}

/** Whether a whole paragraph is a word between its authors. */
function isNote(text: string, short: boolean): boolean {
  const opening = text.slice(0, MOST_OF_NOTE);
  if (!short && !/[:–-]/.test(opening)) return false;
  const folded = fold(opening);
  return NOTE.test(folded) || (short && WAITING.test(folded));
}
