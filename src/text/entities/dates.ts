import type { Tokens } from '../types.ts';
import { fold } from '../fold.ts';
import type { Entity } from './types.ts';

const YEAR = /^(?:19|20)\d\d$/;
const DAY = /^([0-3]?\d)(?:st|nd|rd|th|er|\.|º|ª)?$/;
const DOTTED = /^([0-3]?\d)[.]([01]?\d)[.]((?:19|20)?\d\d)$/;
const DOTTED_ISO = /^((?:19|20)\d\d)\.([01]?\d)\.([0-3]?\d)$/;
const FILLER = new Set('of de del the le den der gada gads m r s'.split(' '));
/** Words a date reaches on either side of its year. */
const REACH = 5;
/** Languages whose slash dates put the month first or the day first, depending on the writer. */
const AMBIGUOUS = new Set(['en', 'und']);

export type Months = Readonly<Record<string, number>>;

/**
 * Calendar dates of one stretch of tokens, as `2026-02-14`, or `2026-02` without a day: "14 February 2026", "February
 * 2026", "2026. gada 1. janvārī", "12 Mart 2024", "1er janvier 2025", "12.03.2024", "2024-03-12". A slash date that may
 * be read both ways ("03/12/2024") is none in English.
 */
export function findDates(
  text: string,
  tokens: Tokens,
  range: readonly [number, number],
  months: Months,
  language: string,
  out: Entity[],
): void {
  let behind = -1;
  for (let t = range[0]; t < range[1]; t++) {
    const start = tokens.start[t]!;
    const code = text.charCodeAt(start);
    if (code < 48 || code > 57 || t < behind) continue;
    const word = text.slice(start, tokens.end[t]);
    const date =
      dotted(word, t) ??
      (YEAR.test(word) || YEAR.test(word.slice(0, 4))
        ? (numeric(text, tokens, t, range, language) ?? named(text, tokens, t, range, months))
        : undefined);
    if (!date) continue;
    behind = date.last;
    const previous = out[out.length - 1];
    if (previous?.name === 'date' && previous.end > tokens.start[date.first]!) continue;
    out.push({
      name: 'date',
      start: tokens.start[date.first]!,
      end: tokens.end[date.last - 1]!,
      value: date.value,
    });
  }
}

interface Found {
  value: string;
  first: number;
  last: number;
}

/** `2026-02-14` of numbers that make a real day, else undefined. */
export function isoDate(year: number, month: number, day?: number): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${head}-${String(day).padStart(2, '0')}`;
}

function dotted(word: string, t: number): Found | undefined {
  const match = DOTTED.exec(word);
  const iso = match ? undefined : DOTTED_ISO.exec(word);
  const value = match
    ? isoDate(Number(match[3]!.length === 2 ? `20${match[3]}` : match[3]), Number(match[2]), Number(match[1]))
    : iso
      ? isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
      : undefined;
  // Two digits of a year are only one when written as a full date ("25.01.22"); "2.10.24" may be a version.
  if (match && match[3]!.length === 2 && word.length < 8) return undefined;
  return value ? { value, first: t, last: t + 1 } : undefined;
}

function numeric(
  text: string,
  tokens: Tokens,
  t: number,
  range: readonly [number, number],
  language: string,
): Found | undefined {
  const word = (at: number) => (at >= range[0] && at < range[1] ? text.slice(tokens.start[at], tokens.end[at]) : '');
  const glue = (at: number) =>
    at >= range[0] && at + 1 < range[1] ? text.slice(tokens.end[at], tokens.start[at + 1]) : '';
  const year = Number(word(t).slice(0, 4));
  // 2024-09-24, 2024/09/24, 2024-09-24T10:00
  if (YEAR.test(word(t)) && /^[-/]$/.test(glue(t)) && /^\d{1,2}$/.test(word(t + 1))) {
    const third = /^(\d{1,2})(?:T\d.*)?$/.exec(word(t + 2));
    if (glue(t + 1) === glue(t) && third) {
      const value = isoDate(year, Number(word(t + 1)), Number(third[1]));
      return value ? { value, first: t, last: t + 3 } : undefined;
    }
    if (glue(t) === '-' && word(t + 1).length === 2) {
      const value = isoDate(year, Number(word(t + 1)));
      return value ? { value, first: t, last: t + 2 } : undefined;
    }
  }
  if (!YEAR.test(word(t))) return undefined;
  // 24/09/2024, 24-09-2024, "24. 09. 2024"
  const separator = glue(t - 1);
  if (!/^(?:[-/]|\. ?)$/.test(separator) || !/^\d{1,2}$/.test(word(t - 1))) return undefined;
  if (/^\d{1,2}$/.test(word(t - 2)) && glue(t - 2) === separator) {
    const [a, b] = [Number(word(t - 2)), Number(word(t - 1))];
    const dayFirst = separator.startsWith('.') || !AMBIGUOUS.has(language) || a > 12 || a === b;
    if (!dayFirst && b <= 12) return undefined;
    const value = dayFirst ? isoDate(year, b, a) : isoDate(year, a, b);
    return value ? { value, first: t - 2, last: t + 1 } : undefined;
  }
  if (separator !== '/') return undefined;
  const value = isoDate(year, Number(word(t - 1)));
  return value ? { value, first: t - 1, last: t + 1 } : undefined;
}

function named(
  text: string,
  tokens: Tokens,
  t: number,
  range: readonly [number, number],
  months: Months,
): Found | undefined {
  const raw = text.slice(tokens.start[t], tokens.end[t]);
  // "2024'te", "2025г": a year with a suffix behind an apostrophe.
  if (!YEAR.test(raw) && !/^\d{4}['’]/.test(raw)) return undefined;
  const year = Number(raw.slice(0, 4));
  return beforeYear(text, tokens, t, range, months, year) ?? afterYear(text, tokens, t, range, months, year);
}

function beforeYear(
  text: string,
  tokens: Tokens,
  t: number,
  range: readonly [number, number],
  months: Months,
  year: number,
): Found | undefined {
  let month: number | undefined;
  let monthAt = -1;
  let day: number | undefined;
  let dayAt = -1;
  for (let at = t - 1; at >= Math.max(range[0], t - REACH); at--) {
    if (!isClose(text, tokens, at)) break;
    const word = fold(text.slice(tokens.start[at], tokens.end[at]));
    const number = DAY.exec(word);
    if (number && day === undefined) [day, dayAt] = [Number(number[1]), at];
    else if (month === undefined && monthOf(word, months)) [month, monthAt] = [monthOf(word, months), at];
    else if (!FILLER.has(word)) break;
    if (month !== undefined && day !== undefined) break;
  }
  if (month === undefined) return undefined;
  const value = (day === undefined ? undefined : isoDate(year, month, day)) ?? isoDate(year, month);
  const withDay = value !== undefined && value.length > 7;
  return value ? { value, first: withDay ? Math.min(dayAt, monthAt) : monthAt, last: t + 1 } : undefined;
}

/** "2026. gada 1. janvārī", "2024 March 3". */
function afterYear(
  text: string,
  tokens: Tokens,
  t: number,
  range: readonly [number, number],
  months: Months,
  year: number,
): Found | undefined {
  let day: number | undefined;
  for (let at = t + 1; at < Math.min(range[1], t + REACH); at++) {
    if (!isClose(text, tokens, at - 1)) return undefined;
    const word = fold(text.slice(tokens.start[at], tokens.end[at]));
    const month = monthOf(word, months);
    if (month) {
      const next =
        at + 1 < range[1] && isClose(text, tokens, at) ? text.slice(tokens.start[at + 1], tokens.end[at + 1]) : '';
      const behind = day === undefined ? DAY.exec(next) : undefined;
      const value = isoDate(year, month, day ?? (behind ? Number(behind[1]) : undefined));
      return value ? { value, first: t, last: behind ? at + 2 : at + 1 } : undefined;
    }
    const number = DAY.exec(word);
    if (number && day === undefined) day = Number(number[1]);
    else if (!FILLER.has(word)) return undefined;
  }
  return undefined;
}

/** Only blanks, commas, full stops, hyphens and slashes stand between the words of a date. */
function isClose(text: string, tokens: Tokens, at: number): boolean {
  const glue = text.slice(tokens.end[at], tokens.start[at + 1]);
  return glue.length <= 4 && /^[\s.,/–-]*$/.test(glue);
}

export function monthOf(word: string, months: Months): number | undefined {
  if (Object.hasOwn(months, word)) return months[word];
  const apostrophe = word.indexOf("'");
  if (apostrophe > 2) return monthOf(word.slice(0, apostrophe), months);
  for (let length = Math.min(word.length, 24); length >= 3; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (Object.hasOwn(months, stem)) return months[stem];
  }
  return undefined;
}
