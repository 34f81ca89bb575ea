import type { Tokens } from '../types.ts';
import { type Word, WordMemo, wordAt } from '../words.ts';
import { fold } from '../fold.ts';
import type { DurationWords } from './tables.ts';
import type { Entity } from './types.ts';

const NUMBER = /^\d{1,4}(?:[.,]\d{1,2})?$/;
/** "24-month", "P30D" aside, a number may be glued to its unit: "30gün", "24h". */
const GLUED = /^(\d{1,4})(\p{L}+)$/u;
/** Words between a number and its unit: "10 (on) takvim yılı", "30 calendar days", "3 full years". */
const MAX_BETWEEN = 2;
/** Words a number may stand in front of its unit, said twice: "thirty (30) calendar days". */
const MAX_REACH = 5;
const RANGE = /^\s*(?:[-–—]|to|bis|à|a|do|līdz|ila|ilâ|ile|veya|or|oder|ou|o|lub|vai)\s*$/iu;
const ANY = /^(?:any|herhangi|hicbir)$/;
const UNITS = /^(?:T[HM]|[DWMY])$/;

interface Amount {
  number: number;
  token: number;
}

/** Durations of one stretch of tokens: "30 days", "thirty (30) days", "10 (on) yıl", "24-month", "30–90 days". */
export function findDurations(
  text: string,
  tokens: Tokens,
  range: readonly [number, number],
  words: DurationWords,
  out: Entity[],
): void {
  const units = unitsOf(words);
  for (let t = range[0]; t < range[1]; t++) {
    const found = units.of(wordAt(text, tokens, t));
    if (found === null) continue;
    if (found.glued !== undefined) push(out, tokens.start[t]!, tokens.end[t]!, found.glued, found.unit);
    else if (t > range[0]) {
      const amount = amountBefore(text, tokens, t, range[0], words);
      if (amount) push(out, tokens.start[amount.token]!, tokens.end[t]!, amount.number, found.unit);
    }
  }
}

/** A word that is a unit, with its number when it is glued on ("24h"). */
interface UnitWord {
  unit: string;
  glued?: number;
}

const memos = new WeakMap<DurationWords, WordMemo<UnitWord | null>>();

function unitsOf(words: DurationWords): WordMemo<UnitWord | null> {
  const known = memos.get(words) ?? new WordMemo((word) => readUnit(word, words));
  memos.set(words, known);
  return known;
}

function readUnit({ folded }: Word, words: DurationWords): UnitWord | null {
  const glued = GLUED.exec(folded);
  const unit = unitOf(glued ? glued[2]! : folded, words);
  return unit ? { unit, ...(glued ? { glued: Number(glued[1]) } : {}) } : null;
}

function push(out: Entity[], start: number, end: number, amount: number, unit: string): void {
  if (amount <= 0 || (unit === 'Y' && amount > 120)) return;
  const last = out[out.length - 1];
  if (last?.name === 'duration' && last.start <= start && last.end >= end) return;
  out.push({ name: 'duration', start, end, value: isoDuration(amount, unit) });
}

/** ISO 8601 of an amount; fractions become the next smaller unit ("half a year" is `P6M`). */
export function isoDuration(amount: number, unit: string): string {
  if (!UNITS.test(unit)) throw new RangeError(`no unit: ${unit}`);
  if (!Number.isInteger(amount)) {
    if (unit === 'Y') return isoDuration(Math.round(amount * 12), 'M');
    if (unit === 'M') return isoDuration(Math.round(amount * 30), 'D');
    if (unit === 'W') return isoDuration(Math.round(amount * 7), 'D');
    if (unit === 'D') return isoDuration(Math.round(amount * 24), 'TH');
    if (unit === 'TH') return isoDuration(Math.round(amount * 60), 'TM');
    return isoDuration(Math.ceil(amount), 'TM');
  }
  return unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`;
}

/** A unit word: the word itself, or the longest stem of `units` that begins it. */
function unitOf(word: string, words: DurationWords): string | undefined {
  const { units } = words;
  if (Object.hasOwn(units, word)) return units[word];
  const apostrophe = word.indexOf("'");
  if (apostrophe > 1) return unitOf(word.slice(0, apostrophe), words);
  for (let length = Math.min(word.length, 24); length >= 3; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (Object.hasOwn(units, stem)) return units[stem];
  }
  return undefined;
}

function numberOf(word: string, words: DurationWords): number | undefined {
  if (NUMBER.test(word)) return Number(word.replace(',', '.'));
  return Object.hasOwn(words.numbers, word) ? words.numbers[word] : undefined;
}

/** The number in front of a unit. Of a range the longer end counts: "30–90 days" keeps for 90. */
function amountBefore(text: string, tokens: Tokens, unit: number, first: number, words: DurationWords) {
  let found: Amount | undefined;
  const wordOf = (t: number) => wordAt(text, tokens, t).folded;
  const between = (t: number) => text.slice(tokens.end[t], tokens.start[t + 1]);
  for (let t = unit - 1; t >= Math.max(first, unit - MAX_REACH); t--) {
    if (/[.;:!?]/.test(between(t))) break;
    const number = numberOf(wordOf(t), words);
    if (number === undefined) {
      if (found ? !isRangeWord(text, tokens, t) : unit - t > MAX_BETWEEN) break;
      continue;
    }
    if (!found) {
      // "a few years", "herhangi bir günlük": the article is no number.
      if (number === 1 && !NUMBER.test(wordOf(t)) && (unit - t > 1 || (t > first && ANY.test(wordOf(t - 1))))) break;
      found = { number, token: t };
    } else if (found.number === number) found = { number, token: t };
    else if (isTensAndUnits(text, tokens, t, found, number)) found = { number: number + found.number, token: t };
    else if (number === 0.5 && found.number === 1) found = { number, token: t };
    else if (isRange(text, tokens, t, found.token)) found = { number: Math.max(number, found.number), token: t };
    else break;
  }
  return found && isPlausible(text, tokens, found, first) ? found : undefined;
}

function isRangeWord(text: string, tokens: Tokens, t: number): boolean {
  return RANGE.test(text.slice(tokens.start[t], tokens.end[t]));
}

function isRange(text: string, tokens: Tokens, from: number, to: number): boolean {
  return to - from <= 2 && RANGE.test(text.slice(tokens.end[from], tokens.start[to]));
}

/** "on iki ay", "yirmi dört", "twenty-four". */
function isTensAndUnits(text: string, tokens: Tokens, t: number, found: Amount, number: number): boolean {
  const glue = text.slice(tokens.end[t], tokens.start[found.token]);
  const written = /\p{L}/u.test(text[tokens.start[t]!]!) && /\p{L}/u.test(text[tokens.start[found.token]!]!);
  return written && /^(?:\s|-)$/.test(glue) && found.number < 10 && number >= 10 && number % 10 === 0;
}

/** "§ 5 Jahre", "12.03.2024", "Art. 6 …", years and the number of an act ("2016/679 z dnia") are not amounts. */
function isPlausible(text: string, tokens: Tokens, found: Amount, first: number): boolean {
  const start = tokens.start[found.token]!;
  if (found.token > first && /[§.]\s?$/.test(text.slice(Math.max(0, start - 2), start))) {
    const before = fold(text.slice(tokens.start[found.token - 1], tokens.end[found.token - 1]));
    if (/^(?:art|no|nr|md|para|\d+)$/.test(before)) return false;
  }
  if (/\d{4}\/$/.test(text.slice(Math.max(0, start - 5), start))) return false;
  return !(found.number >= 1900 && found.number < 2100);
}
