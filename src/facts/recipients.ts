import type { Block, Sentence, Span } from '../document/types.ts';
import type { Entity } from '../text/entities/types.ts';
import { fold } from '../text/fold.ts';
import { type FactContext, unique } from './context.ts';
import { exampleNames, isAboutOfficer, isLabelledService } from './roles.ts';
import type { Fact } from './types.ts';

const MAX_NAME = 60;
const MAX_SUBJECT = 120;
const MAX_TO_COUNTRY = 90;
const MAX_COUNTRY_CELL = 6;
/** Between a name and its country stands nothing or an address: ", San Antonio, Texas, ", " (". */
const ADDRESS_BETWEEN = /^(?:,\s?|\s?\(|,?\s)(?:(?:[\p{Lu}\d][\p{L}\d.'’-]{0,24}|\p{Ll}{1,3})[,\s/]{1,2}){0,12}$/u;
/** A list of names: so many short blocks in a section hold a known one before unknown ones count. */
const MIN_KNOWN = 2;
const NAME_LIKE = /^[\p{Lu}\p{N}][\p{L}\p{N}.&'’+-]*(?: (?:[\p{Lu}\p{N}][\p{L}\p{N}.&'’+,-]*|of|and|&|de)){0,4}$/u;
/** Entities that already say what a cell is. */
const NAMED: ReadonlySet<string> = new Set(['vendor', 'company', 'url', 'email', 'country', 'duration', 'date']);
const NOT_NAMES =
  /^(?:n\/?a|none|yes|no|other|purpose|name|total|yok|hayır|evet|diğer|own|first[- ]party|third[- ]party|us|we)$/iu;

/** Who gets the data, by name: companies and services of the tables, of lists and of columns that name recipients. */
export function recipientFacts(context: FactContext, controllers: readonly Fact[]): Fact[] {
  const title = core(context.document.title);
  const owners = controllers.map((c) => core(c.value));
  const isOwn = (name: string) => {
    const own = core(name);
    if (own !== '' && ` ${title} `.includes(` ${own} `)) return true;
    return owners.some((owner) => owner === own || owner.startsWith(`${own} `));
  };
  const facts = [
    ...named(context, isOwn),
    ...inColumns(context, isOwn),
    ...inLists(context, isOwn),
    ...inHeadings(context, isOwn),
  ];
  return unique(facts.sort((a, b) => a.source.start - b.source.start));
}

/** A name without its legal form, for comparing. */
export function core(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(
      /\b(?:inc|llc|ltd|limited|gmbh|sas|sarl|sti|as|a s|corp|corporation|sia|ag|sl|sa|bv|b v|the|sp z o o)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function* named(context: FactContext, isOwn: (name: string) => boolean): Generator<Fact> {
  const examples = exampleNames(context);
  for (const [sentence, all] of context.sentencesWith('vendor', 'company')) {
    if (context.says(sentence, 'complaint') || isAboutOfficer(context, sentence)) continue;
    for (const entity of outermost(all)) {
      if (examples.has(entity.value) && !context.says(sentence, 'recipients')) continue;
      if (isOwn(entity.value) || isInAddress(context, entity) || isOwnAccount(context, sentence, entity)) continue;
      const vendor = all.find((e) => e.name === 'vendor' && e.start >= entity.start && e.end <= entity.end);
      const written = context.text(entity).replace(/\s+/g, ' ');
      const serves = context.isUnder(sentence, 'recipients') || isLabelledService(context, sentence, entity);
      if (!vendor && !serves) {
        if (context.says(sentence, 'controller-identity') || !mentionsSharing(context, sentence)) continue;
      }
      yield recipient(context, sentence, entity, written, vendor?.value);
    }
  }
}

function outermost(all: readonly Entity[]): Entity[] {
  const entities = all.map((e) => withService(e, all));
  return entities.filter(
    (e) => !entities.some((o) => o !== e && o.start <= e.start && o.end >= e.end && o.end - o.start > e.end - e.start),
  );
}

/** "The Rocket Science Group LLC": a known name that begins in front of a company's is the beginning of it. */
function withService(entity: Entity, all: readonly Entity[]): Entity {
  if (entity.name !== 'company') return entity;
  const service = all.find(
    (e) => e.name === 'vendor' && e.start < entity.start && e.end > entity.start && e.end <= entity.end,
  );
  return service ? { ...entity, start: service.start } : entity;
}

/** "your Facebook account", "our LinkedIn page". */
function isOwnAccount(context: FactContext, sentence: Sentence, entity: Entity): boolean {
  return context
    .cues(sentence)
    .some((c) => c.kind === 'own-account' && c.start >= entity.end && c.start - entity.end <= 2);
}

/** "google.com" and "jane@google.com" are addresses. */
function isInAddress(context: FactContext, entity: Entity): boolean {
  const { text } = context.document;
  return (
    /[@/.\w-]$/.test(text.slice(entity.start - 1, entity.start)) || /^[@/]/.test(text.slice(entity.end, entity.end + 1))
  );
}

/** A company nobody knows is a recipient where the text speaks of recipients, transfers, cookies or services. */
function mentionsSharing(context: FactContext, sentence: Sentence): boolean {
  const concepts = ['recipients', 'third-country-transfer', 'transfer-abroad', 'cookies', 'transfer-safeguards'];
  return (
    concepts.some((c) => context.says(sentence, c)) ||
    context.isUnder(sentence, ...concepts) ||
    ['recipient-column'].some((kind) => context.hasCue(sentence, kind))
  );
}

function recipient(
  context: FactContext,
  sentence: Sentence,
  span: Span,
  value: string,
  vendor: string | undefined,
): Fact {
  const info = vendor ? context.lexicon.tables.vendors[vendor] : undefined;
  const subject = subjectBehind(context, sentence, span);
  const denied = context.says(sentence, 'recipients') === 'denied';
  const detail: Record<string, string> = {};
  if (vendor) detail.vendor = vendor;
  if (info?.category) detail.category = info.category;
  const country = countryOf(context, sentence, span) ?? info?.country;
  if (country) detail.country = country;
  return context.fact('recipient', value, span, sentence.index, {
    ...(subject ? { subject } : {}),
    ...(Object.keys(detail).length ? { detail } : {}),
    ...(denied ? { polarity: 'denied' as const } : {}),
  });
}

/** Where a recipient is, as the text says it: a cell of the row, or behind the name: "Acme BV (Netherlands)". */
function countryOf(context: FactContext, sentence: Sentence, span: Span): string | undefined {
  const block = context.block(sentence);
  if (block.kind === 'row')
    for (const cell of context.sentencesIn(block)) {
      const countries = context.entitiesIn(cell, 'country');
      if (cell !== sentence && countries.length === 1 && cell.tokens[1] - cell.tokens[0] <= MAX_COUNTRY_CELL)
        return countries[0]!.value;
    }
  const next = context.entitiesIn(sentence, 'country').find((e) => e.start >= span.end);
  if (!next || next.start - span.end > MAX_TO_COUNTRY) return undefined;
  return ADDRESS_BETWEEN.test(context.text({ start: span.end, end: next.start })) ? next.value : undefined;
}

/** What for: the purpose cell of the row, or what follows "Name – " or "Name: ". */
function subjectBehind(context: FactContext, sentence: Sentence, span: Span): string | undefined {
  const block = context.block(sentence);
  const { text } = context.document;
  if (block.kind === 'row') {
    for (const cell of context.sentencesIn(block)) {
      const header = context.headerOf(cell);
      if (header && cell !== sentence && context.hasCue(header, 'purpose-column'))
        return context.text(cell).slice(0, MAX_SUBJECT);
    }
    return undefined;
  }
  const behind = /^\s*(?:\([^)]{1,60}\)\s*)?(?:[:–—]|-\s)\s*([^.;]{3,120})/u.exec(text.slice(span.end, sentence.end));
  return behind?.[1]!.trim();
}

/** Cells below "Provider", "Recipient", "Sağlayıcı": whatever they name is a recipient. */
function* inColumns(context: FactContext, isOwn: (name: string) => boolean): Generator<Fact> {
  for (const block of context.document.blocks) {
    if (block.kind !== 'row' || block.header || block.lead < 0) continue;
    for (const sentence of context.sentencesIn(block)) {
      const header = context.headerOf(sentence);
      if (!header || header.tokens[1] - header.tokens[0] > 5 || !context.hasCue(header, 'recipient-column')) continue;
      const name = context.text(sentence).trim();
      if (name.length > MAX_NAME || !/^[\p{Lu}\p{N}]/u.test(name) || NOT_NAMES.test(name) || isOwn(name)) continue;
      if (context.entitiesIn(sentence).some((e) => NAMED.has(e.name))) continue;
      if (!NAME_LIKE.test(name) || context.hasCue(sentence, 'own-site')) continue;
      yield recipient(context, sentence, sentence, name, undefined);
    }
  }
}

/** Names alone on their lines among known ones: "OVHcloud / Equinix / Acme Hosting", or "Acme – newsletters". */
function* inLists(context: FactContext, isOwn: (name: string) => boolean): Generator<Fact> {
  const { sections } = context.document;
  for (const section of sections) {
    const next = sections[section.index + 1];
    const from = section.heading < 0 ? 0 : section.heading + 1;
    const until = next ? next.heading : section.blocks[1];
    const lines = context.document.blocks.slice(from, until).flatMap((block) => nameLine(context, block) ?? []);
    const known = lines.filter(({ sentence }) =>
      context.entitiesIn(sentence).some((e) => e.name === 'vendor' || e.name === 'company'),
    );
    if (known.length < MIN_KNOWN) continue;
    if (known.length * 2 < lines.length) continue;
    for (const { sentence, name } of lines) {
      const value = context.text(name).trim();
      if (known.some((k) => k.sentence === sentence) || isOwn(value) || NOT_NAMES.test(value)) continue;
      if (context.hasCue(sentence, 'recipient-column') || context.hasCue(sentence, 'purpose-column')) continue;
      yield recipient(context, sentence, name, value, undefined);
    }
  }
}

/** Names as headings beside known ones, each with its own text below: "### Stripe", "### Acme Analytics". */
function* inHeadings(context: FactContext, isOwn: (name: string) => boolean): Generator<Fact> {
  const groups = new Map<string, { sentence: Sentence; known: boolean }[]>();
  for (const section of context.document.sections) {
    if (section.heading < 0) continue;
    const block = context.document.blocks[section.heading]!;
    const sentence = context.document.sentences[block.sentences[0]];
    if (!sentence || !NAME_LIKE.test(context.text(sentence).replace(/\.$/, ''))) continue;
    const known = context
      .entitiesIn(sentence)
      .some(
        (e) =>
          (e.name === 'vendor' || e.name === 'company') && (e.end - e.start) * 1.3 >= sentence.end - sentence.start,
      );
    const key = `${section.parent} ${section.level}`;
    (groups.get(key) ?? groups.set(key, []).get(key)!).push({ sentence, known });
  }
  for (const group of groups.values()) {
    const known = group.filter((g) => g.known).length;
    if (known < MIN_KNOWN || known * 2 < group.length) continue;
    for (const { sentence, known: told } of group) {
      const value = context.text(sentence);
      if (told || isOwn(value) || NOT_NAMES.test(value) || context.hasCue(sentence, 'purpose-column')) continue;
      if (context.hasCue(sentence, 'recipient-column')) continue;
      yield recipient(context, sentence, sentence, value, undefined);
    }
  }
}

/** A paragraph or item that is only a name, or begins with one before a dash or colon. */
function nameLine(context: FactContext, block: Block): { sentence: Sentence; name: Span } | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return undefined;
  const sentence = context.document.sentences[block.sentences[0]];
  if (!sentence) return undefined;
  const line = context.text(block);
  const lead =
    block.kind === 'item' ? /^([^:–—\n]{2,60}?)\s*(?:\([^)]{1,60}\))?\s*(?::|–|—|\s-)\s/.exec(line)?.[1] : undefined;
  const name =
    lead ??
    (line.length <= MAX_NAME && !/[.:;!?]$/.test(line) ? line : /\b(?:Inc|Ltd|Corp)\.$/.test(line) ? line : undefined);
  if (!name || !NAME_LIKE.test(name.trim())) return undefined;
  return { sentence, name: { start: block.start, end: block.start + name.length } };
}
