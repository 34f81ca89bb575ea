import type { Block, Document, Span } from '../../document/types.ts';
import { fold } from '../../text/fold.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { instructionOf, mayBeSlot, slotOf } from './slots.ts';
import { SPEAKS_OF_DATE, textOf } from './support.ts';

/** What nobody filled in: template slots, masks, dotted lines, filler text. */
export const placeholder: Check = {
  rules: ['draft/placeholder'],
  *run(context) {
    const { document } = context;
    for (const block of document.blocks) {
      if (block.kind === 'code') continue;
      const text = textOf(document, block);
      if (text.includes('(')) for (const found of notes(text)) yield placed(document, block, found);
      if (!SIGNS.test(text)) continue;
      for (const found of inBlock(text, block, document)) yield placed(document, block, found);
    }
    yield* angled(context);
  },
};

/** Each pattern below needs one of these: a plain look at a block spares most of them all the searches. */
const SIGNS = /[[{<%]|xx|lorem|TODO|TBD|T\.B\.D|FIXME|…{3}|\.{6}|_{5}|[./-](?:YYYY|JJJJ|AAAA|RRRR|GGGG)/i;

interface Found extends Span {
  /** Not in a slot for who, where or when. */
  weak: boolean;
}

function placed(document: Document, block: Block, found: Found): RawFinding {
  const span = { start: block.start + found.start, end: block.start + found.end };
  return finding(document.text.slice(span.start, span.end), document.sourceSpan(span), found.weak);
}

function finding(text: string, source: Span, weak: boolean): RawFinding {
  return { rule: 'draft/placeholder', message: weak ? 'elsewhere' : 'default', args: { text }, source };
}

function* inBlock(text: string, block: Block, document: Document): Generator<Found> {
  yield* brackets(text);
  yield* braces(text);
  for (const [pattern, weak] of MASKS) yield* matches(text, pattern, weak);
  yield* dateMasks(text);
  yield* letterMasks(text);
  if (/lorem\s+ipsum/i.test(text)) yield* matches(text, /lorem\s+ipsum/gi, true);
  if (block.language !== 'es')
    yield* matches(
      text,
      /(?<![\p{L}\p{N}_[-])(?:TODO\b(?=\s*(?::|FIX|fix|$))|TBD|T\.B\.D\.|FIXME)(?![\p{L}\p{N}_])/gu,
      true,
    );
  if (LEADERS.test(text) && !isForm(text, block, document)) yield* matches(text, /…{3,}|\.{6,}|_{5,}/g, true);
}

const MASKS: readonly [RegExp, boolean][] = [
  [
    /(?<![\p{L}\p{N}])(?:[Xx]{2}[./-](?:[Xx]{2}|\d{2})|\d{2}[./-][Xx]{2})[./-](?:[Xx]{4}|20[Xx]{2}|\d{4}|[Xx]{2})(?![\p{L}\p{N}])/gu,
    false,
  ],
  [/(?<![\p{L}\p{N}./-])20(?:XX|xx)(?![\p{L}\p{N}])/gu, false],
  [/\+\d{1,3}[ ()\d-]{0,14}X{2,}[ ()\dX-]{0,14}/g, false],
];
const LEADERS = /…{3}|\.{6}|_{5}/;

function* matches(text: string, pattern: RegExp, weak: boolean): Generator<Found> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].trimEnd().length, weak };
}

/** A line of dots to be filled by the reader (an application form), or leading to a page number, is meant to stand there. */
function isForm(text: string, block: Block, document: Document): boolean {
  if (/(?:…{3,}|\.{6,})\s*\d{1,3}\s*$/.test(text)) return true;
  const section = document.sections[block.section]!;
  const around = fold([text, ...section.path].join(' '));
  return /signature|imza|unterschrift|parakst|ad soyad|adi soyadi|t\.?c\.? kimlik|form\b|formu|formular|veidlap|formul/.test(
    around,
  );
}

/** Introduces a pattern, whose brackets are meant. */
const SAMPLE =
  /\b(?:e\.g|for example|such as|like|for instance|z\. ?b|beispiel|ornegin|par exemple|por ejemplo|np\.|na przyklad|piemeram)/;

/** Words of the notes below; most brackets hold none of them, and are looked at no further. */
const NOTED =
  /erg[äa]nz|einf[üu]g|eintrag|einsetz|anpass|complet|inserted|confirmed|filled in|determined|specified|insert |pr[ée]ciser|ins[ée]rer|remplir|renseigner|rellenar|insertar|uzupe[łl]n|wpis|wstaw|j[āa](?:papildina|aizpilda|ieraksta|nor[āa]da|prec)|yaz|eklenecek|doldur|tamamlan|girilecek|buraya/i;

/** "(to be completed)": a note of the author to himself. */
function* notes(text: string): Generator<Found> {
  if (!NOTED.test(text)) return;
  for (const match of text.matchAll(/\(([^()[\]]{3,80})\)/g)) {
    const slot = instructionOf(match[1]!);
    if (slot) yield { start: match.index, end: match.index + match[0].length, weak: slot === 'other' };
  }
}

function* brackets(text: string): Generator<Found> {
  // One "[user name]" may be meant; several in a paragraph are a template's.
  const unsure: Found[] = [];
  for (const match of text.matchAll(/\[([^[\]]{1,80})\]/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (text[end] === '(' || isMenuPath(text, start, end)) continue;
    const slot = slotOf(match[1]!) ?? instructionOf(match[1]!);
    if (slot && !isExample(text, start, end)) yield { start, end, weak: slot === 'other' };
    else if (!slot && mayBeSlot(match[1]!) && !isExample(text, start, end)) unsure.push({ start, end, weak: true });
  }
  if (unsure.length > 1 && !SAMPLE.test(fold(text.slice(Math.max(0, unsure[0]!.start - 80), unsure[0]!.start))))
    yield* unsure;
}

/** "Last updated: DD/MM/YYYY" was never filled in; longer sentences say how dates are written. */
const DATE_MASK =
  /(?<![\p{L}\p{N}])(?:DD|TT|GG|JJ|dd|gg)([./-])(?:MM|AA|mm|aa)\1(?:YYYY|JJJJ|AAAA|RRRR|GGGG|yyyy|jjjj|aaaa|rrrr|gggg)(?![\p{L}\p{N}])/gu;
const DATE_LINE_WORDS = 8;

function* dateMasks(text: string): Generator<Found> {
  if (text.split(/\s+/).length > DATE_LINE_WORDS) return;
  for (const match of text.matchAll(DATE_MASK))
    if (SPEAKS_OF_DATE.test(fold(text.slice(0, match.index))))
      yield { start: match.index, end: match.index + match[0].length, weak: false };
}

/** "XXXXX S.L." hides a name; "**** XXXX 1234" a card's number, on purpose. */
const LETTER_MASK = /(?<![\p{L}\p{N}_.*/#@-])X{3,}(?![\p{L}\p{N}_.*/@-])/gu;
const LEGAL_FORM =
  /^\s+(?:Ltd|Inc|LLC|PLC|GmbH|UG|AG|KG|e\.\s?K|A\.?Ş|Anonim|Limited|SIA|AS\b|S\.?\s?L\b|S\.?\s?A\b|SAS|SARL|Sp\.|S\.?r\.?l|B\.?V\b|O[ÜU]\b|UAB)/u;
const SHORT_MASK = 3;

function* letterMasks(text: string): Generator<Found> {
  for (const match of text.matchAll(LETTER_MASK)) {
    const start = match.index;
    const end = start + match[0].length;
    const named = LEGAL_FORM.test(text.slice(end, end + 12));
    if (!named) {
      if (match[0].length === SHORT_MASK) continue;
      const before = text.slice(Math.max(0, start - 40), start);
      if (/[X\d*•][\s-]$/.test(before) || /^[\s-](?:X{2}|[\d*•])/.test(text.slice(end, end + 3))) continue;
      if (/card|kart|ending|digit|tarjeta|carte|karte|iban|format|example|ornegin|biciminde/.test(fold(before)))
        continue;
    }
    yield { start, end, weak: !named };
  }
}

/** `{{company}}`, `{company}`, `${COMPANY}`, `%COMPANY%`, `<<company>>`; a Liquid variable has a dot or a filter. */
function* braces(text: string): Generator<Found> {
  for (const match of text.matchAll(
    /\$?\{\{?\s{0,3}([\p{L}][\p{L}\p{N} _-]{1,40}?)\s{0,3}\}?\}|%([A-Z][A-Z_]{2,40})%|<<\s?([\p{L}][\p{L} _]{1,40}?)\s?>>/gu,
  )) {
    const inner = match[1] ?? match[2] ?? match[3]!;
    const slot = slotOf(
      inner
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[_-]/g, ' ')
        .replace(/^\p{Ll}/u, (c) => c.toUpperCase()),
    );
    if (slot || /^(?:company|name|date|address|email)$/i.test(inner))
      yield { start: match.index, end: match.index + match[0].length, weak: slot === 'other' };
  }
}

/** What is done with a button, in front of its name or behind it. */
const PRESSED =
  /(?:tap|taps|click|clicking|press|select|choose|hit|touch|push|tippen sie auf|klicken sie auf|wahlen sie|druck\w{1,4} (?:sie )?auf|cliquez sur|cliquer sur|appuyez sur|touchez|selectionnez|clic en|pulse|pulsar|toque|seleccione|kliknij|kliknac|nacisnij|wybierz|nospied\w{0,6}|noklikskin\w{0,6}|izvelieties)(?: on| the| w| na| en| uz)?\s*["“„«]?\s*$/;
const BUTTON =
  /^\s*["”»]?\s*(?:button|link|tab|menu|butonu|dugme|sekme|secene|menusu|dugmesi|schaltflache|taste|poga|przycisk|bouton|boton|adimi|tikla|anklick|antipp)/;

/** "Settings → [Your Name] → Subscriptions" and "tap [Your Name]" name what the reader sees on a screen. */
function isMenuPath(text: string, start: number, end: number): boolean {
  return (
    PRESSED.test(fold(text.slice(Math.max(0, start - 32), start))) ||
    BUTTON.test(fold(text.slice(end, end + 20))) ||
    /(?:[→➜➔›»>]|->)\s*\W{0,3}$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^\W{0,3}\s*(?:[→➜➔›>]|->)/.test(text.slice(end, end + 8))
  );
}

/** Quotation marks further away are not looked for: a long block full of slots must stay cheap. */
const MAX_QUOTED = 2000;

/** A slot inside a quoted sentence is an example of what is written, not a gap. */
function isExample(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_QUOTED), start);
  const opened = Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'), before.lastIndexOf('«'));
  let open = opened > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»')) ? opened : -1;
  const straight = before.match(/"/g)?.length ?? 0;
  if (open < 0 && straight % 2 === 1) open = before.lastIndexOf('"');
  if (open < 0) return false;
  const close = text.slice(end, end + MAX_QUOTED).search(/[”»"“]/);
  if (close < 0) return false;
  const outside = (before.slice(open + 1) + text.slice(end, end + close)).replace(/\[[^\]]*\]/g, ' ');
  return (outside.match(/\p{L}{2,}/gu)?.length ?? 0) >= 1;
}

const ANGLED = /<(?:insert|enter|your|fill[ -]in|company[ _-]?name|şirket|firma)(?=[\s_>-])[^<>\n]{0,60}>/giu;

/** `<insert name>` is read as a tag by Markdown and HTML, so it is looked for in the file. */
function* angled({ document }: CheckContext): Generator<RawFinding> {
  if (!document.source.includes('<') && !document.source.includes('&lt;')) return;
  for (const match of document.source.matchAll(ANGLED)) {
    if (/[="/]/.test(match[0])) continue;
    const start = match.index;
    yield finding(match[0], { start, end: start + match[0].length }, false);
  }
  if (/<<|&lt;&lt;/.test(document.source)) yield* doubleAngled(document);
  for (const match of document.source.matchAll(/&lt;(?:insert|enter|your|company[ _-]?name)\b[^<>&\n]{0,60}&gt;/gi))
    yield finding(match[0], { start: match.index, end: match.index + match[0].length }, false);
}

/** "<<Company name>>": Markdown takes the inner part for a tag, so `braces` sees it in plain text only. */
function* doubleAngled({ source, format, blocks }: Document): Generator<RawFinding> {
  if (format !== 'markdown' && format !== 'html') return;
  const code = blocks.filter((block) => block.kind === 'code').map((block) => block.source);
  for (const match of source.matchAll(/(?:<<|&lt;&lt;)\s?(\p{L}[\p{L} _-]{1,40}?)\s?(?:>>|&gt;&gt;)/gu)) {
    const start = match.index;
    if (code.some((span) => span.start <= start && start < span.end)) continue;
    const slot = slotOf(match[1]!.replace(/[_-]/g, ' ').replace(/^\p{Ll}/u, (c) => c.toUpperCase()));
    if (slot) yield finding(match[0], { start, end: start + match[0].length }, slot === 'other');
  }
}
