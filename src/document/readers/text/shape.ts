import { splitSentences } from '../../../text/sentences.ts';
import type { Unit } from './units.ts';
import { wordCount } from './words.ts';

/** What a line looks like, read from its form alone: no list of policy topics, so that it holds in every language. */

const MAX_HEADING = 110;
const MAX_HEADING_WORDS = 15;
const LETTERS = /\p{L}/gu;
const ADDRESS = /@|https?:|\bwww\.|\[email/i;
const COMPANY =
  /(?:^|[\s,])(?:ltd|inc|llc|gmbh|corp|co|sia|uab|oü|s\.?r\.?l|s\.?a|b\.?v|a\.?\s?ş|şti|a\/s|plc|sp\. z o\.o)\.?$/iu;
const STREET =
  /\d.*(?:\b(?:street|st|road|rd|avenue|ave|floor|suite)\b|\p{L}(?:straße|strasse)|\biela\b)|(?:\b(?:no|kat|mah|cad|sok|blv|bulv)\b\s*[.:]).*\d|\b(?:mahallesi|caddesi|sokak)\b.*\d|\b(?:LV-\d{4}|\d{5,6})\b/iu;
/** Words that leave a line open: what follows a colon behind one of them completes the sentence. */
const OPEN_END =
  /(?:^|\s)(?:to|at|for|of|by|on|with|from|as|in|the|are|is|include|includes|including|following|below|that|we|may|için|şunlardır|şunlar|olarak|aşağıdaki|aşağıdadır|gibi|ise|lai|kā|ir|tostarp|piemēram|šādi|šāda|šādus|zu|für|und|sind|folgende|folgenden|pour|que|sont|suivantes|suivants)\s*:$/iu;

/** A sentence: ends as one, or holds the end of one. */
export function isSentence(text: string): boolean {
  if (/[.;,!…][)"'”’»\]]*$/.test(text)) return true;
  return splitSentences(text).length > 1;
}

/** Prose, as opposed to a heading, a name, a cell. */
export function isProse(unit: Unit): boolean {
  const { text } = unit;
  if (text.length > MAX_HEADING) return true;
  return wordCount(text) >= 3 && /[.!;:?…][)"'”’»\]]*$/.test(text) && !COMPANY.test(text);
}

/** Whether a text may be a heading at all: short, begins like one, is no sentence, date, address, "key: value" or [note]. */
export function mayBeHeading(text: string, marked = false): boolean {
  if (text.length > MAX_HEADING || wordCount(text) > MAX_HEADING_WORDS) return false;
  if ((text.match(LETTERS) ?? []).length < 3) return false;
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(text) && !/^\p{Ll}?\p{Lu}/u.test(text)) return false;
  if (ADDRESS.test(text) || isSentence(text) || /^\[[^[\]]*\]$/.test(text)) return false;
  if (marked) return true;
  if (/:\s/.test(text) || /:.*:$/.test(text)) return false;
  if (text.endsWith(':') && (wordCount(text) > 7 || OPEN_END.test(text))) return false;
  return !isDate(text) && !isNameOrAddress(text);
}

export function isNameOrAddress(text: string): boolean {
  return COMPANY.test(text) || STREET.test(text) || (text.match(/\d/g) ?? []).length >= 7;
}

/** "February 2026", "14.02.2026", "2026. gada 1. janvāris". */
function isDate(text: string): boolean {
  if (!/\b(?:19|20)\d\d\b/.test(text)) return false;
  return text.split(/[\s./-]+/).filter((word) => /\p{L}/u.test(word)).length <= 2;
}

export function isUpperCase(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** A name-like cell or heading: a short line without an end of its own. */
export function isShort(text: string, limit = 60): boolean {
  return text.length <= limit && wordCount(text) <= 9 && !/[.;:!?…,]$/.test(text.replace(/\b\p{L}{1,4}\.$/u, ''));
}

const TITLE_WORDS =
  /polic|privacy|notice|statement|politika|gizlilik|aydınlatma|kvkk|metni|privātum|paziņojum|noteikumi|datenschutz|erklärung|confidentialité|privacidad|política|informativa|polityka|prywatności|datu aizsardz|terms|şartlar|çerez|cookie/iu;

/** Names the kind of document, as a title does. */
export function namesDocument(text: string): boolean {
  return TITLE_WORDS.test(text.toLocaleLowerCase('tr')) || TITLE_WORDS.test(text);
}
