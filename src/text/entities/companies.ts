import { wordAt } from '../words.ts';
import type { Tokens } from '../types.ts';
import { fold } from '../fold.ts';
import { isWrapped } from '../wrapped.ts';
import { bare } from './gazetteer.ts';
import type { EntityLexicon } from './tables.ts';
import type { Entity } from './types.ts';

/** Words of a name, its legal form apart. */
const MAX_NAME = 10;
const CONNECTORS = new Set([
  'and',
  've',
  'und',
  'et',
  'y',
  'i',
  'un',
  'of',
  'de',
  'la',
  'for',
  'fur',
  'der',
  'des',
  'du',
  'del',
]);
const OPEN_QUOTE = /["“„«'‘]\s*$/;
const NAME_GLUE = /^(?:[ \u00a0]|, ?|[ \u00a0]?[&+/] ?|-|–|\. ?|["”»'’“]+,?[ \u00a0]|[ \u00a0]["“„«'‘]|" ?)$/;

/** Companies by their legal form: "Google Ireland Limited", "DZ Yazılım Ltd. Şti.", "SIA “Brott”", as written. */
export function findCompanies(
  text: string,
  tokens: Tokens,
  range: readonly [number, number],
  lexicon: EntityLexicon,
  out: Entity[],
): void {
  lexicon.forms.find(text, tokens, range, (form) => {
    if (!isWrittenAsForm(text, tokens, form.first, form.last)) return;
    const stop = lastEnd(out, form.start);
    const start = form.kind === 'prefix' ? undefined : nameBefore(text, tokens, form.first, range[0], lexicon, stop);
    const before = start === undefined ? undefined : behindAddress(text, start, form.start, out);
    if (before !== undefined) {
      const end = endOf(text, form.end);
      out.push({ name: 'company', start: before, end, value: clean(text.slice(before, end)) });
      return;
    }
    if (form.kind === 'suffix') return;
    const after = nameAfter(text, tokens, form.last, range[1]);
    if (after !== undefined)
      out.push({ name: 'company', start: form.start, end: after, value: clean(text.slice(form.start, after)) });
  });
}

function lastEnd(out: readonly Entity[], start: number): number {
  for (let i = out.length - 1; i >= 0; i--)
    if (out[i]!.name === 'company') return out[i]!.end <= start ? out[i]!.end : 0;
  return 0;
}

/** Letters of a form stand together: "A.Ş." and "A/S" are forms, "A, Ş" is none. */
function isWrittenAsForm(text: string, tokens: Tokens, first: number, last: number): boolean {
  // "U.S.A." is no "S.A.".
  if (tokens.end[first]! - tokens.start[first]! === 1 && text[tokens.start[first]! - 1] === '.') return false;
  for (let t = first; t + 1 < last; t++) {
    const short = tokens.end[t]! - tokens.start[t]! === 1 && tokens.end[t + 1]! - tokens.start[t + 1]! === 1;
    const glue = text.slice(tokens.end[t], tokens.start[t + 1]);
    if (short ? !/^(?:\.? ?|\/)$/.test(glue) : !/^[. \u00a0&(]{1,3}$/.test(glue)) return false;
  }
  return true;
}

/** What stands between a word and the next; the end of a wrapped line is a blank. */
function glueAfter(text: string, tokens: Tokens, t: number): string {
  const glue = text.slice(tokens.end[t], tokens.start[t + 1]);
  return glue === '\n' && isWrapped(text, tokens.end[t]!) ? ' ' : glue;
}

function nameBefore(
  text: string,
  tokens: Tokens,
  form: number,
  from: number,
  lexicon: EntityLexicon,
  stop: number,
): number | undefined {
  let first = form;
  for (let t = form - 1; t >= Math.max(from, form - MAX_NAME) && tokens.start[t]! >= stop; t--) {
    const glue = glueAfter(text, tokens, t);
    if (!NAME_GLUE.test(glue)) break;
    // A comma or a full stop belongs in front of the form only ("Services, Inc."), or inside initials.
    if (
      /[,.]/.test(glue) &&
      t + 1 !== form &&
      tokens.end[t]! - tokens.start[t]! > 2 &&
      !isDomainEnding(text, tokens, t + 1)
    )
      break;
    const raw = wordAt(text, tokens, t).written;
    // "August 3, 2020 Acme, Inc.": the year belongs to the line above.
    if (/^(?:19|20)\d\d$/.test(raw) && t + 1 !== form) break;
    if (isNameWord(raw)) first = t;
    else if (isDomainEnding(text, tokens, t)) continue;
    else if (!CONNECTORS.has(fold(raw)) || t + 1 === form) break;
  }
  while (first < form && lexicon.notInNames.has(fold(bare(text.slice(tokens.start[first], tokens.end[first])))))
    first++;
  while (first < form && CONNECTORS.has(fold(text.slice(tokens.start[first], tokens.end[first])))) first++;
  if (
    first === form ||
    /^(?:Inc|Ltd|LLC|Co|Corp|Limited|GmbH)$/.test(text.slice(tokens.start[first], tokens.end[first]))
  )
    return undefined;
  const start = tokens.start[first]!;
  const quote = OPEN_QUOTE.exec(text.slice(Math.max(0, start - 2), start));
  const closes = /["”»]/.test(text.slice(start, tokens.start[form]));
  return quote && closes ? start - quote[0].length : start;
}

/** "…, Switzerland and Acme GmbH": the country ends the address in front and begins no name. */
function behindAddress(text: string, start: number, form: number, out: readonly Entity[]): number {
  const country = out.find((e) => e.name === 'country' && e.start === start);
  if (!country || !/[,(]\s$/.test(text.slice(Math.max(0, start - 2), start))) return start;
  const connector = /^,?\s(\p{Ll}{1,3})\s/u.exec(text.slice(country.end, form));
  return connector && CONNECTORS.has(fold(connector[1]!)) ? country.end + connector[0].length : start;
}

/** "Acme.com, Inc.": the ending of a host belongs to the name in front of it. */
function isDomainEnding(text: string, tokens: Tokens, t: number): boolean {
  return t > 0 && text.slice(tokens.end[t - 1], tokens.start[t]) === '.' && tokens.end[t]! - tokens.start[t]! <= 4;
}

/** The name behind a form in front: in quotation marks, or the capitalised words that follow. */
function nameAfter(text: string, tokens: Tokens, from: number, until: number): number | undefined {
  if (from >= until) return undefined;
  const glue = glueAfter(text, tokens, from - 1);
  if (OPEN_QUOTE.test(glue) && glue.length <= 3) {
    for (let t = from; t < Math.min(until, from + MAX_NAME); t++) {
      const behind = text.slice(tokens.end[t], tokens.end[t]! + 1);
      if (/["”“»'’]/.test(behind)) return tokens.end[t]! + 1;
    }
    return undefined;
  }
  let end: number | undefined;
  for (let t = from; t < Math.min(until, from + 4); t++) {
    const between = t === from ? glue : glueAfter(text, tokens, t - 1);
    const raw = wordAt(text, tokens, t).written;
    if (!/^[ \u00a0&-]{1,3}$/.test(between) || !isNameWord(raw)) break;
    end = tokens.end[t]!;
  }
  return end;
}

/** With a capital or a digit; a Turkish or English suffix ends a name ("Acme'nin"). */
function isNameWord(raw: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Nd}]/u.test(raw) || /^\p{Ll}{1,2}\p{Lu}/u.test(raw);
}

/** The full stop of an abbreviation belongs to it, and the bracket a form closes with: "UG (haftungsbeschränkt)". */
function endOf(text: string, end: number): number {
  if (text[end] === ')' && /\(\p{L}+$/u.test(text.slice(Math.max(0, end - 24), end))) return end + 1;
  return text[end] === '.' && /(?:Inc|Ltd|Şti|Sti|Corp|Co|\.\p{L}{1,2})$/u.test(text.slice(Math.max(0, end - 5), end))
    ? end + 1
    : end;
}

function clean(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
