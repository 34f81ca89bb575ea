import { fold } from '../fold.ts';
import type { Tokens } from '../../document/types.ts';
import type { CompiledLanguage } from '../phrases/types.ts';
import type { Entity } from './types.ts';

/** "2025 yılında", "2025. gadā": a year, not a length of time. */
const FIRST_CALENDAR_YEAR = 1900;
/** Units by ISO 8601 designator; `TH` and `TM` are hours and minutes. */
const NUMBER = /^\d{1,4}(?:[.,]\d+)?$/;

/** Durations of one stretch of tokens: "30 days", "thirty (30) days", "10 (on) yıl", "12-month". */
export function findDurations(
  text: string,
  tokens: Tokens,
  range: readonly [number, number],
  language: CompiledLanguage,
  out: Entity[],
): void {
  for (let t = range[0] + 1; t < range[1]; t++) {
    const unit = unitOf(fold(text.slice(tokens.start[t], tokens.end[t])), language);
    if (!unit) continue;
    const value = valueBefore(text, tokens, t, range[0], language);
    if (!value || (unit[1] === 'Y' && value.number * unit[0] >= FIRST_CALENDAR_YEAR)) continue;
    out.push({
      name: 'duration',
      start: tokens.start[value.token]!,
      end: tokens.end[t]!,
      value: isoDuration(value.number * unit[0], unit[1]),
    });
  }
}

export function isoDuration(amount: number, unit: string): string {
  return unit.startsWith('T') ? `PT${amount}${unit.slice(1)}` : `P${amount}${unit}`;
}

/** A unit word, inflected: the longest stem of `units` that begins it (`x*`), or the word itself. */
function unitOf(word: string, language: CompiledLanguage): [number, string] | undefined {
  const { units } = language;
  if (Object.hasOwn(units, word)) return units[word];
  for (let length = word.length; length >= 2; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (Object.hasOwn(units, stem)) return units[stem];
  }
  return undefined;
}

function valueBefore(text: string, tokens: Tokens, unit: number, first: number, language: CompiledLanguage) {
  let found: { number: number; token: number } | undefined;
  // "thirty (30) days", "30 (thirty) calendar days": the number may stand up to three words before, said twice.
  for (let t = unit - 1; t >= Math.max(first, unit - 4); t--) {
    const word = fold(text.slice(tokens.start[t], tokens.end[t]));
    const number = NUMBER.test(word) ? Number(word.replace(',', '.')) : language.numbers[word];
    if (number !== undefined && Object.hasOwn(language.numbers, word) === !NUMBER.test(word)) {
      if (found && found.number !== number) break;
      found = { number, token: t };
    } else if (found || unit - t > 2) break;
  }
  return found;
}
