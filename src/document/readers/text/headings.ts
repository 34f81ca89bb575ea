import { headingsOf, titleOf, type Series } from './series.ts';
import { isNameOrAddress, isProse, isUpperCase, mayBeHeading, namesDocument } from './shape.ts';
import type { Unit } from './units.ts';
import { wordCount } from './words.ts';

export type Role = 'heading' | 'item' | 'row' | 'paragraph';

/** Decides on numbered units: headings, items or clauses. */
export function markNumbered(units: readonly Unit[], series: readonly Series[], roles: (Role | undefined)[]): void {
  for (const one of series) {
    const headings = new Set(headingsOf(one, units));
    for (const i of one.members) {
      const unit = units[i]!;
      if (headings.has(i)) roles[i] = 'heading';
      else if (unit.marker!.kind === 'keyword' || unit.marker!.style === '1') roles[i] = clause(unit);
      else roles[i] = isListed(units, i, one, headings.size > 0) ? 'item' : clause(unit);
    }
  }
  markClauses(units, roles);
}

function clause(unit: Unit): Role | undefined {
  // A word like "Part 2 of …" that begins a sentence, a bare number: no list.
  return unit.marker!.kind === 'keyword' && mayBeHeading(unit.text) && !isProse(unit) ? undefined : 'paragraph';
}

const LONGEST_ITEM = 400;

function isListed(units: readonly Unit[], i: number, series: Series, sections: boolean): boolean {
  if (series.members.length === 1) return units[i - 1]?.text.endsWith(':') ?? false;
  return !(sections && units[i]!.text.length > LONGEST_ITEM);
}

/** `2.1 Scope` with something under it is a heading; `2.1 Scope. We …` is a clause. */
function markClauses(units: readonly Unit[], roles: (Role | undefined)[]): void {
  const short: number[] = [];
  let filled = 0;
  units.forEach((unit, i) => {
    if (unit.marker?.kind !== 'multi' || roles[i]) return;
    roles[i] = 'paragraph';
    if (!mayBeHeading(titleOf(unit), true) || isProse({ ...unit, text: titleOf(unit) })) return;
    short.push(i);
    const next = units[i + 1];
    const deeper = next?.marker?.kind === 'multi' && next.marker.depth > unit.marker.depth;
    if (next && (next.marker?.kind !== 'multi' || deeper) && roles[i + 1] !== 'heading') {
      filled++;
      roles[i] = 'heading';
    }
  });
  const role = filled * 2 >= short.length ? 'heading' : 'item';
  for (const i of short) if (roles[i] !== 'heading') roles[i] = role;
}

/** Lines that a colon opened and commas or semicolons divide: a list that lost its bullets. */
function markDivided(units: readonly Unit[], roles: (Role | undefined)[]): void {
  const divided = (i: number): boolean => /[,;]$/.test(units[i]!.text);
  const plain = (i: number): boolean => i < units.length && roles[i] === undefined && !units[i]!.marker;
  for (let i = 0; i < units.length; i++) {
    if (!units[i]!.text.endsWith(':')) continue;
    let end = i + 1;
    while (plain(end) && divided(end) && (end === i + 1 || units[end]!.gap === units[i + 2]!.gap)) end++;
    if (end === i + 1) continue;
    if (plain(end) && units[end]!.text.length <= LONGEST_ITEM && units[end]!.gap <= units[end - 1]!.gap) end++;
    for (let item = i + 1; item < end; item++) roles[item] = 'item';
  }
}

/**
 * Lines without an empty line between them, below a colon and with empty lines around them, in a text that parts its
 * paragraphs so: a list as a browser copies it, without bullets. It puts no empty line behind a list either.
 */
function markStacked(units: readonly Unit[], roles: (Role | undefined)[]): void {
  const parted = units.filter((unit) => unit.gap > 0).length;
  if (parted * 3 < units.length) return;
  const plain = (i: number): boolean =>
    i < units.length &&
    (roles[i] === undefined || roles[i] === 'item') &&
    !units[i]!.marker &&
    units[i]!.text.length <= LONGEST_ITEM;
  for (let i = 0; i + 1 < units.length; i++) {
    if (!units[i]!.text.endsWith(':') || units[i]!.gap === 0 || units[i + 1]!.gap === 0) continue;
    let end = i + 1;
    while (plain(end) && (end === i + 1 || units[end]!.gap === 0)) end++;
    if (end < units.length && units[end]!.gap === 0) continue;
    while (end > i + 3 && isHeadingBehind(units, end - 1)) end--;
    const lines = units.slice(i + 1, end);
    const listed = lines.every(({ text }) => (wordCount(text) > 1 || /[:;,.]$/.test(text)) && !isNameOrAddress(text));
    if (lines.length < 2 || !listed) continue;
    for (let item = i + 1; item < end; item++) roles[item] = 'item';
    i = end - 1;
  }
}

/** A title right below the last line of a list that ends like a sentence, with an empty line under it. */
function isHeadingBehind(units: readonly Unit[], i: number): boolean {
  const unit = units[i]!;
  const next = units[i + 1];
  if (unit.gap > 0 || !next || !mayBeHeading(unit.text)) return false;
  let above = i - 1;
  while (above > 0 && i - above < 3 && units[above]!.gap === 0 && mayBeHeading(units[above]!.text)) above--;
  const before = units[above];
  return (next.gap > 0 || i - above > 1) && before?.gap === 0 && before.lines.length === 1 && /[.;]$/.test(before.text);
}

const FEWEST_STOPPED = 4;

/** "Advertising." alone above a paragraph: a heading with a full stop, in a document that writes them so. */
function markStopped(units: readonly Unit[], roles: (Role | undefined)[]): void {
  const stopped: number[] = [];
  units.forEach((unit, i) => {
    const next = units[i + 1];
    if (roles[i] || unit.marker || unit.gap === 0 || !next || next.gap === 0 || roles[i + 1] || unit.text.length > 60)
      return;
    const title = unit.text.endsWith('.') ? unit.text.slice(0, -1) : '';
    if (title && wordCount(title) <= 5 && mayBeHeading(title) && isProse(next) && next.text.length > 60)
      stopped.push(i);
  });
  if (stopped.length >= FEWEST_STOPPED) for (const i of stopped) roles[i] = 'heading';
}

/** Decides on lines without any mark: headings, or names in a list that a colon opened. */
export function markPlain(units: readonly Unit[], roles: (Role | undefined)[]): void {
  markDivided(units, roles);
  markStacked(units, roles);
  markStopped(units, roles);
  const candidate = (i: number): boolean =>
    i < units.length && roles[i] === undefined && units[i]!.lines.length === 1 && mayBeHeading(units[i]!.text);
  for (let i = 0; i < units.length;) {
    if (!candidate(i)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (candidate(end) && !units[end - 1]!.text.endsWith(':')) end++;
    markRun(units, roles, i, end);
    i = end;
  }
}

function markRun(units: readonly Unit[], roles: (Role | undefined)[], first: number, end: number): void {
  const before = units[first - 1];
  const next = units[end];
  const opened =
    before !== undefined && roles[first - 1] === undefined && before.text.endsWith(':') && wordCount(before.text) > 1;
  const listed = opened ? listedTo(units, first, end) : first;
  if (opened && (end - first > 1 || !next || !isProse(next))) for (let i = first; i < listed; i++) roles[i] = 'item';
  if (!next) return;
  const start = opened && listed > first ? listed : first;
  // The run stands on what follows it: only its last line is certain; more only when few and set apart.
  for (let i = end - 1; i >= start && end - i <= 3; i--) {
    if (!standsAsHeading(units, roles, i)) {
      // A lead-in may stand between a heading and its list.
      if (units[i]!.text.endsWith(':')) continue;
      break;
    }
    roles[i] = 'heading';
  }
  const top = first === 0 ? units.slice(0, end).findIndex((u) => namesDocument(u.text)) : -1;
  if (top >= 0) roles[top] = 'heading';
}

/** Where a list of unmarked names ends: before the line that a wider gap or its capitals set apart. */
function listedTo(units: readonly Unit[], first: number, end: number): number {
  const last = units[end - 1]!;
  const others = units.slice(first + 1, end - 1);
  const widest = others.reduce((gap, unit) => Math.max(gap, unit.gap), 0);
  const apart = end - first > 1 && (others.length > 0 ? last.gap > widest : last.gap > units[first]!.gap);
  return apart && units[end] && isProse(units[end]) ? end - 1 : end;
}

function standsAsHeading(units: readonly Unit[], roles: readonly (Role | undefined)[], i: number): boolean {
  const unit = units[i]!;
  const before = units[i - 1];
  const next = units[i + 1]!;
  const nextRole = roles[i + 1];
  if (CLOSING.test(unit.text)) return false;
  // What a colon opens is a list or the end of a sentence, unless the line is written like a title.
  if (unit.text.endsWith(':') && !isTitleCase(unit.text)) {
    if (nextRole === 'item' || (!nextRole && !isProse(next)) || wordCount(unit.text) > 4) return false;
  }
  // A heading is not nearer to what stands above it than to what it heads; nothing heads a lone number.
  const behind = roles[i - 1] === 'row' || isHeadingBehind(units, i);
  if (before && unit.gap === 0 && next.gap > 0 && !behind) return false;
  if (!nextRole && !/\p{L}{2}/u.test(next.text)) return false;
  if (unit.gap > 0 || !before) return true;
  // Without an empty line above: only below the end of a sentence, a list or another heading.
  const closed = isProse(before) || roles[i - 1] !== undefined || mayBeHeading(before.text);
  return closed && (isProse(next) || nextRole !== undefined);
}

/** How letters end. */
const CLOSING =
  /^(?:(?:with )?(?:kind|best|warm) regards|yours (?:sincerely|faithfully)|sincerely|saygılarımızla|ar cieņu|mit freundlichen grüßen|cordialement|atentamente|z poważaniem)\b/iu;

function isTitleCase(text: string): boolean {
  if (isUpperCase(text)) return true;
  const words = text.split(/[\s/&-]+/).filter((word) => word.length > 3);
  return words.length > 0 && words.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
}

/** Index of the title, or -1; lines above it (a site's name) and their roles are undone. */
export function markTitle(units: readonly Unit[], roles: (Role | undefined)[]): number {
  let firstBody = units.findIndex((u, i) => isProse(u) || roles[i] === 'item' || roles[i] === 'row');
  if (firstBody < 0) firstBody = units.length;
  let title = -1;
  for (let i = 0; i < Math.min(firstBody, 8); i++) {
    const plain = roles[i] === 'heading' && !units[i]!.marker;
    if (plain && namesDocument(units[i]!.text)) {
      title = i;
      break;
    }
  }
  if (title < 0 && roles[0] === 'heading' && !units[0]!.marker && roles.slice(1).includes('heading')) title = 0;
  for (let i = 0; i < title; i++) if (roles[i] === 'heading' && !units[i]!.marker) roles[i] = 'paragraph';
  return title;
}
