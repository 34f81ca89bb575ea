import type { Sentence, Span } from '../document/types.ts';
import { fold } from '../text/fold.ts';
import { type FactContext, unique } from './context.ts';
import type { Fact } from './types.ts';

/** Postcodes: LV-1050, 10178 Berlin, 00-950, SW1A 1AA, CA 94105, 400 14. */
const POSTCODE =
  /\b(?:LV-?\s?\d{4}|LT-?\s?\d{5}|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?|[DFAB]-\d{4,5}|\d{5}(?!\d)|\d{3}\s\d{2}(?=\s\p{Lu})|\d{4}\s?[A-Z]{2}\b|\d{4}(?=\s\p{Lu}\p{Ll}))/gu;
/** Words of streets and buildings, folded; a word of a name may end in one ("Elijas iela", "Dircksenstraße"). */
const STREET =
  /(?:^|\s|\p{L}*)(?:street|st\.|road|rd\.|avenue|ave\.?|lane|drive|blvd|boulevard|suite|floor|square|plaza|box|strasse|str\.|platz|weg|allee|gasse|vej|gade|gatan|vagen|katu|straat|laan|plein|rue|place|quai|chemin|cours|calle|avda|avenida|plaza|paseo|ul\.|ulica|al\.|aleja|plac|iela|bulvaris|prospekts|gatve|cad\.?|caddesi|sok\.?|sokak|sokagi|mah\.?|mahallesi|bulvari|no:|apt\.?|kat:?)(?=\s|\d|,|$|:)/u;
const SMALL =
  /^(?:do|da|dos|das|el|los|las|de|la|le|du|des|der|den|am|an|im|of|the|and|ve|no|kat|ic|kapi|bis|ter|st|nd|rd|th|m|lok|d|k)$/;
const STOP = /^(?:e|email|mail|tel|telefon|phone|fax|www|https?|please|this|last|updated|date)$/i;
const MAX_WORDS = 18;
/** "… 1017 Amsterdam'dır": Turkish grammar and no place. */
const SUFFIX = /['’]\p{Ll}{1,6}$/u;

/** "Address: Bahawalpur, Pakistan": a line that says so itself. */
const LABELLED =
  /^(?:\s?📍 ?|[\s\p{So}\p{P}]{0,6}(?:postal |mailing |registered |business |office |posta |yazışma |merkez |juridiskā |biroja |pasta |adres korespondencyjny)?(?:address|location|adres|adresi|adrese|anschrift|adresse|dirección|domicilio|siège social|registered office|headquarters) ?: ?)(\p{Lu}[^\n;|]{8,120})$/gimu;

/** "14 Quay Lane, Galway": in countries that write no postcode a street is known by its number and its last word. */
const NUMBERED_STREET =
  /\b\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?,? (?:\p{Lu}[\p{L}'’.-]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Row|Quay|Terrace|Crescent|Boulevard|Parade|Gardens|Wharf|Mews)\b\.?(?:,? \p{Lu}[\p{L}\d'’-]{0,20}){0,8}/gu;

/** Postal addresses: the words around a postcode that look like a street and a place, and streets by their number. */
export function addressFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const sentence of context.document.sentences) {
    const text = context.text(sentence);
    facts.push(...labelled(context, sentence, text));
    if (!/\d/.test(text) || text.length > 900) continue;
    const taken: Span[] = [];
    for (const span of [...aroundPostcodes(context, sentence, text), ...numberedStreets(sentence, text)]) {
      const value = context.text(span).replace(/\s+/g, ' ').replace(SUFFIX, '');
      const isKnown = taken.some((other) => other.start < span.end && span.start < other.end);
      if (isKnown || facts.some((f) => f.value.includes(value))) continue;
      taken.push(span);
      facts.push(context.fact('postal-address', value, span, sentence.index));
    }
  }
  return unique(facts);
}

function* aroundPostcodes(context: FactContext, sentence: Sentence, text: string): Generator<Span> {
  if (!/\d{2}|\d[A-Z]{2}\b/.test(text)) return;
  let from = sentence.start;
  for (const match of text.matchAll(POSTCODE)) {
    const postcode = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    if (context.entitiesIn(sentence, 'date').some((d) => d.start < postcode.end && d.end > postcode.start)) continue;
    const span = addressAround(context, sentence, postcode, from);
    if (!span) continue;
    from = span.end;
    yield span;
  }
}

function* numberedStreets(sentence: Sentence, text: string): Generator<Span> {
  for (const match of text.matchAll(NUMBERED_STREET)) {
    const start = sentence.start + match.index;
    yield { start, end: start + match[0].length };
  }
}

function* labelled(context: FactContext, sentence: Sentence, text: string): Generator<Fact> {
  if (text.length > 900 || !/:|📍/u.test(text)) return;
  for (const match of text.matchAll(LABELLED)) {
    const value = match[1]!.trim().replace(/[.,]+$/, '');
    if (value.includes('@') || /https?:|www\./.test(value)) continue;
    const start = sentence.start + match.index + match[0].lastIndexOf(match[1]!);
    yield context.fact('postal-address', value, { start, end: start + value.length }, sentence.index);
  }
}

/** `from`: where the address before ends. */
function addressAround(context: FactContext, sentence: Sentence, postcode: Span, from: number): Span | undefined {
  const { text, tokens } = context.document;
  let at = sentence.tokens[0];
  while (at < sentence.tokens[1] && tokens.end[at]! <= postcode.start) at++;
  let first = at;
  for (let t = at - 1; t >= Math.max(sentence.tokens[0], at - MAX_WORDS); t--) {
    const glue = text.slice(tokens.end[t], tokens.start[t + 1]);
    if (/[;!?|(]|:\s*$/.test(glue) && !/^no$/i.test(text.slice(tokens.start[t], tokens.end[t]))) break;
    if (tokens.start[t]! < from) break;
    if (/\d{6}/.test(text.slice(tokens.start[t], tokens.end[t]))) break;
    if (!isAddressWord(text.slice(tokens.start[t], tokens.end[t]))) break;
    first = t;
  }
  let last = at;
  while (last < sentence.tokens[1] && tokens.start[last]! < postcode.end) last++;
  for (let taken = 0; last < sentence.tokens[1] && taken < 6; last++, taken++) {
    const glue = text.slice(tokens.end[last - 1], tokens.start[last]);
    if (STOP.test(text.slice(tokens.start[last], tokens.end[last]))) break;
    if (!/^(?:,?[\s ]+|[-/]|\s?[–-]\s?|,)$/.test(glue) || !/^\p{Lu}/u.test(text[tokens.start[last]!]!)) break;
  }
  const span = { start: tokens.start[first]!, end: Math.max(tokens.end[last - 1]!, postcode.end) };
  const value = fold(text.slice(span.start, span.end));
  const words = last - first;
  const street = STREET.test(value);
  const numbered = /\d/.test(text.slice(span.start, postcode.start)) || /\d/.test(text.slice(postcode.end, span.end));
  return words >= 4 && (street || (numbered && value.includes(','))) ? span : undefined;
}

function isAddressWord(word: string): boolean {
  if (/^[\p{Lu}\d]/u.test(word)) return true;
  const folded = fold(word);
  return (
    SMALL.test(folded) || STREET.test(` ${folded} `) || /^(?:ul|al|str|cad|sok|mah|rue|iela|strasse)$/.test(folded)
  );
}
