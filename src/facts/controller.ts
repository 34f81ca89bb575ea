import type { Sentence, Span } from '../document/types.ts';
import type { Entity } from '../text/entities/types.ts';
import { fold } from '../text/fold.ts';
import { type FactContext, unique } from './context.ts';
import { exampleNames, isLabelledService } from './roles.ts';
import type { Fact } from './types.ts';

/** `Acme Ltd. ("we", "us")`, `Acme A.Ş. (bundan sonra "Şirket")`: who the text calls itself. */
const DEFINES =
  /^[\s,]{0,2}(?:\(|,?\s?(?:hereinafter|bundan (?:böyle|sonra)|turpmāk|im Folgenden|ci-après|en adelante|dalej)\b)[^()]{0,80}?["“”„«‘'](?:the |la |der |die |das )?(?:we|us|our|company|controller|operator|\p{Lu}[\p{L}\p{N}& .-]{1,40}|biz|şirket|veri sorumlusu|mēs|wir|nous|nosotros|my|spółka)["”“»’',]/iu;
const LABEL = /^\s*([^:\n]{3,50}):\s*([\p{Lu}\p{N}"“«][^\n:;|]{1,80}?)\s*(?:$|\n|[;|(]|,\s)/gmu;
/** `Acme (“we”, “us”)`; the name is the capitalised words in front. */
const BRAND =
  /(\p{Lu}[\p{L}\p{N}.&'-]*(?: \p{Lu}[\p{L}\p{N}.&'-]*){0,4}) ?\((?:[^()]{0,60}[\s,])?["“”„«‘'](?:we|us|our|biz|bizim|mēs|mums|wir|uns|nous|notre|nosotros|my|nas)["”“»’',]/u;
/** "data protection officer is Anna Brook", "Datenschutzbeauftragter: Herr Jan Muster". */
const PERSON =
  /^[\p{L} ]{3,60}?(?:\s?[:,–-]\s?| is | ist | est | es | jest | ir )(?:our |the )?(?:Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Herr|Frau|M\.|Mme|Pan|Pani)?\s?(?!\p{L}* (?:House|Team|Office|Street|Department|Privacy))(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}.'-]+){1,2})(?=[\s,.;)(]|$)/u;
/** Behind "controller": a verb, an article or a title, and a name of two words or more up to a comma or the end. */
const NAMED =
  /^(?: of (?:this|the) (?:web ?site|site|app))?(?:\s?[:–—]|\s(?:is|are|ist|sind|est|es|jest|ir))?\s(?:(?:the|die|der|das|la|le|el|l['’]|association|asociación|fundación|stowarzyszenie|fundacja|biedrība|nodibinājums|charity|firma|Firma|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Herr|Frau|M\.|Mme|Sr\.?|Sra\.?|Pan|Pani) ?){0,3}["“„«]?(\p{Lu}[\p{L}'’.&-]{1,30}(?: (?:(?:of|and|for|für|und|der|des|de|du|la|del|y|et|i|un|&) ){0,2}\p{Lu}[\p{L}'’.&-]{1,30}){1,6})(?=[,;("”“»]|\.?\s?$|\.\s|\s[–—-]\s|\n|\s\p{Ll}{2})/u;
const ARTICLE = /^(?:Les?|La|El|Los|Las|Die|Der|Das|The)$/;
const MAX_NAMED = 60;
const FORM_ONLY = /^(?:Inc|LLC|Ltd|Limited|GmbH|Corp|Co|SAS|SIA)\.?$/u;
const PERSON_ONLY = /^(?:(?:Dr|Mr|Ms|Mrs)\.? )?\p{Lu}\p{Ll}[\p{L}'’-]{0,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){1,3}$/u;
/** Sentences at the beginning in which a text says who speaks. */
const MAX_OPENING = 25;
const MAX_WORDS_IN_FRONT = 3;
const REGISTRATION: [string, RegExp][] = [
  ['mersis', /\bMERS[İI]S\s*(?:No|Numarası|Nr|N°)?\.?\s*[:.]?\s*(\d[\d ]{14,18}\d)/iu],
  ['hrb', /\b(HR[AB]\s?\d{2,6}(?:\s?[A-Z]\b)?)/u],
  ['rcs', /\bRCS\s+([\p{L}-]+\s+(?:[A-D]\s)?\d{3}[  ]?\d{3}[  ]?\d{3})/iu],
  ['siren', /\b(?:SIREN|SIRET)\s*(?:n°|no\.?)?\s*[:.]?\s*(\d[\d  ]{7,16}\d)/iu],
  ['krs', /\bKRS\s*(?:nr|numer|:)?\s*[:.]?\s*(\d{10})\b/iu],
  ['nip', /\bNIP\s*[:.]?\s*((?:PL\s?)?\d{3}-?\d{2,3}-?\d{2}-?\d{2,3})/u],
  ['lv', /\bre[ģg](?:istrācijas|istracijas|\.)?\s*(?:nr|numurs|numuru)\.?\s*[:.]?\s*((?:LV)?\d{11})\b/iu],
  ['nif', /\b(?:NIF|CIF|N\.I\.F\.|C\.I\.F\.)\s*(?:núm\.?|nº|:)?\s*[:.]?\s*([A-Z]-?\d{7}[A-Z\d]|\d{8}-?[A-Z])\b/u],
  ['vat', /\b(?:VAT|USt-?Id(?:Nr)?\.?|TVA|KDV|Umsatzsteuer-?ID)[^:\d]{0,20}[:.]?\s*([A-Z]{2}\s?[\dA-Z]{8,12})\b/u],
  [
    'company-number',
    /\b(?:company|registration|registered|registry|org(?:anisation)?)\.?\s*(?:registration\s*)?(?:number|no|nr|code)\.?\s*[:.]?\s*([A-Z]{0,2}\d[\d-]{4,12}\d)/iu,
  ],
];

/** Who the controller is: name with legal form, and the number it is registered under. */
export function controllerFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  const examples = exampleNames(context);
  for (const [sentence, companies] of context.sentencesWith('company'))
    for (const company of companies)
      if (!examples.has(company.value) && isController(context, sentence, company))
        facts.push(controller(context, sentence, company, company.value));
  for (const sentence of labelSentences(context)) {
    const companies = context.entitiesIn(sentence, 'company');
    for (const label of context.text(sentence).matchAll(LABEL)) {
      const start = sentence.start + label.index + label[0].indexOf(label[2]!, label[1]!.length);
      const span = { start, end: start + label[2]!.length };
      if (companies.some((c) => c.start < span.end && c.end > span.start)) continue;
      if (isLabel(context, sentence, sentence.start + label.index, label[1]!.length) && isName(label[2]!))
        facts.push(controller(context, sentence, span, label[2]!.trim()));
    }
  }
  if (facts.length === 0) facts.push(...definedNames(context));
  if (facts.length === 0) facts.push(...namedControllers(context));
  if (facts.length === 0) facts.push(...firstCompany(context, examples));
  return unique(facts);
}

function isController(context: FactContext, sentence: Sentence, company: Entity): boolean {
  const { text } = context.document;
  if (DEFINES.test(text.slice(company.end, Math.min(sentence.end, company.end + 160)))) return true;
  const vendor = context.entitiesIn(sentence, 'vendor').some((v) => v.start >= company.start && v.end <= company.end);
  if (vendor || isLabelledService(context, sentence, company)) return false;
  if (context.isUnder(sentence, 'recipients', 'cookies')) return false;
  if (context.says(sentence, 'controller-identity')) return true;
  if (context.isUnder(sentence, 'controller-identity')) return true;
  const cue = context.cues(sentence).find((c) => c.kind === 'controller');
  return cue !== undefined && Math.abs(cue.start - company.start) < 250 && !context.says(sentence, 'recipients');
}

/** Sentences that may be "Operator: Jane Doe": short, with a word for the controller in front. */
function* labelSentences(context: FactContext): Generator<Sentence> {
  for (const sentence of context.document.sentences) {
    if (sentence.tokens[1] - sentence.tokens[0] > 60) continue;
    if (!context.text(sentence).includes(':')) continue;
    if (context.hasCue(sentence, 'controller')) yield sentence;
  }
}

/** The words in front of the colon begin with what a controller is called. */
function isLabel(context: FactContext, sentence: Sentence, start: number, length: number): boolean {
  return context
    .cues(sentence)
    .some((c) => c.kind === 'controller' && c.start >= start && c.start - start < 20 && c.end <= start + length + 2);
}

function isName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return (
    words.length <= 6 &&
    words.filter((w) => /^[\p{Lu}\p{N}"“«(&]/u.test(w)).length >= words.length / 2 &&
    !/@/.test(name)
  );
}

/** A name without a legal form that the text calls "we": `Acme ("we", "us")`. A brand says less than a company's name. */
function* definedNames(context: FactContext): Generator<Fact> {
  for (const sentence of context.document.sentences.slice(0, MAX_OPENING)) {
    if (context.block(sentence).kind === 'heading') continue;
    const match = BRAND.exec(context.text(sentence));
    if (!match) continue;
    const words = match[1]!.split(' ');
    while (words.length && context.lexicon.notInNames.has(fold(words[0]!))) words.shift();
    const name = words.join(' ');
    if (!name || FORM_ONLY.test(name)) continue;
    const start = sentence.start + match.index + match[1]!.length - name.length;
    yield controller(context, sentence, { start, end: start + name.length }, name);
    return;
  }
}

/** A person, an association or a public body that the text calls the controller: "operated by Jonas Weber, sole trader". */
function* namedControllers(context: FactContext): Generator<Fact> {
  for (const sentence of context.document.sentences.slice(0, MAX_NAMED)) {
    const kind = context.block(sentence).kind;
    if (kind === 'heading' || kind === 'row' || context.entitiesIn(sentence, 'company').length) continue;
    const told = context.isUnder(sentence, 'controller-identity') || context.says(sentence, 'controller-identity');
    if (!told && sentence.index >= MAX_OPENING) continue;
    for (const cue of context.cues(sentence)) {
      if (cue.kind !== 'controller') continue;
      const name = NAMED.exec(context.document.text.slice(cue.end, Math.min(sentence.end, cue.end + 140)))?.[1];
      const first = name?.split(' ')[0] ?? '';
      if (!name || (context.lexicon.notInNames.has(fold(first)) && !ARTICLE.test(first))) continue;
      const start = context.document.text.indexOf(name, cue.end);
      const span = { start, end: start + name.length };
      if (context.cues(sentence).some((c) => c.kind === 'dpo' && c.start >= span.start && c.end <= span.end)) continue;
      yield controller(context, sentence, span, name);
      return;
    }
  }
}

/** The first company of the text, when nothing says more and it is none of the known service providers. */
function* firstCompany(context: FactContext, examples: ReadonlySet<string>): Generator<Fact> {
  for (const [sentence, companies] of context.sentencesWith('company')) {
    const company = companies[0]!;
    const known = context.entitiesIn(sentence, 'vendor').some((v) => v.start >= company.start && v.end <= company.end);
    if (known || examples.has(company.value) || isLabelledService(context, sentence, company)) continue;
    if (context.says(sentence, 'recipients')) continue;
    const early =
      sentence.index < Math.max(8, context.document.sentences.length * 0.1) &&
      standsInFront(context, sentence, company);
    const contact = context.isUnder(sentence, 'controller-contact');
    if (early || contact) {
      yield controller(context, sentence, company, company.value);
      return;
    }
  }
}

/** "Our site is hosted by Acme Ltd." names another; "Acme Ltd takes care of your data" names itself. */
function standsInFront(context: FactContext, sentence: Sentence, company: Span): boolean {
  const last = Math.min(sentence.tokens[0] + MAX_WORDS_IN_FRONT, sentence.tokens[1] - 1);
  return context.document.tokens.start[last]! >= company.start;
}

function controller(context: FactContext, sentence: Sentence, span: Span, value: string): Fact {
  const detail: Record<string, string> = {};
  const form = legalForm(context, sentence, span);
  if (form) detail['legal-form'] = form;
  Object.assign(detail, registrationNear(context, sentence));
  return context.fact(
    'controller',
    value.replace(/\s+/g, ' '),
    span,
    sentence.index,
    Object.keys(detail).length ? { detail } : {},
  );
}

function legalForm(context: FactContext, sentence: Sentence, span: Span): string | undefined {
  const { text, tokens } = context.document;
  let form: string | undefined;
  context.lexicon.forms.find(text, tokens, sentence.tokens, (hit) => {
    if (hit.start >= span.start && hit.end <= span.end) {
      const dot = text[hit.end] === '.' && hit.end < span.end ? 1 : 0;
      form = text.slice(hit.start, hit.end + dot);
    }
  });
  return form;
}

/** Register and tax numbers in the same block or the ones right behind it. */
function registrationNear(context: FactContext, sentence: Sentence): Record<string, string> {
  const { blocks, text } = context.document;
  const last = blocks[Math.min(blocks.length - 1, sentence.block + 4)]!;
  const stretch = text.slice(blocks[sentence.block]!.start, Math.min(last.end, blocks[sentence.block]!.start + 800));
  const found: Record<string, string> = {};
  for (const [name, pattern] of REGISTRATION) {
    const match = pattern.exec(stretch);
    if (match) found[name] = match[1]!.replace(/[\s ]+/g, ' ').trim();
  }
  return found;
}

/** The data protection officer and representatives, by the name or address beside the word for them. */
export function officerFacts(context: FactContext): Fact[] {
  const facts: Fact[] = [];
  for (const [sentence, entities] of context.sentencesWith('email', 'company', 'phone')) {
    for (const type of ['dpo', 'representative'] as const) {
      const about =
        context.cues(sentence).find((c) => c.kind === type) ??
        (context.isUnder(sentence, type === 'dpo' ? 'dpo-contact' : 'representative')
          ? { start: sentence.start }
          : undefined);
      if (!about) continue;
      const wanted = entities.filter((e) => (type === 'dpo' ? e.name !== 'company' : e.name !== 'phone'));
      const person = type === 'dpo' ? PERSON.exec(context.document.text.slice(about.start, sentence.end)) : null;
      if (person) {
        const start = about.start + person.index + person[0].length - person[1]!.length;
        facts.push(context.fact(type, person[1]!, { start, end: start + person[1]!.length }, sentence.index));
      }
      const nearest = wanted.sort((a, b) => Math.abs(a.start - about.start) - Math.abs(b.start - about.start))[0];
      if (nearest) facts.push(context.fact(type, nearest.value, nearest, sentence.index));
    }
  }
  facts.push(...officerCells(context));
  return unique(facts);
}

/** "| Data protection officer | Aoife Byrne |": a name beside or below the word for an officer. */
function* officerCells(context: FactContext): Generator<Fact> {
  for (const block of context.document.blocks) {
    if (block.kind !== 'row' || block.header) continue;
    for (const cell of context.sentencesIn(block)) {
      const name = context.text(cell).trim();
      if (!PERSON_ONLY.test(name)) continue;
      const labels = [context.headerOf(cell), context.rowLabel(cell)];
      for (const type of ['dpo', 'representative'] as const)
        if (labels.some((label) => label && context.hasCue(label, type)))
          yield context.fact(type, name, cell, cell.index);
    }
  }
}
