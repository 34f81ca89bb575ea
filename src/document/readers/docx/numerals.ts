import { letterOf, romanOf } from '../numerals.ts';
import type { NumberFormat } from './parts.ts';

/** Counts list items as Word does, so that automatic numbers ("2.1", "b)") are known. */
export class Numerals {
  readonly #counts = new Map<string, number[]>();

  constructor(readonly formats: Map<string, Map<number, NumberFormat>>) {}

  /** The marker of the next item of a list at a level; undefined when the list is unknown. */
  next(id: string, level: number): string | undefined {
    const formats = this.formats.get(id);
    const format = formats?.get(level);
    if (!formats || !format) return undefined;
    if (format.format === 'bullet') return /^[\p{L}\ue000-\uf8ff]?$/u.test(format.text) ? '•' : format.text;
    const counts = this.#counts.get(id) ?? [];
    this.#counts.set(id, counts);
    counts[level] = (counts[level] ?? format.start - 1) + 1;
    counts.length = level + 1;
    if (format.format === 'none') return undefined;
    return format.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const own = formats.get(at) ?? format;
      return numeral(counts[at] ?? own.start, own.format);
    });
  }
}

function numeral(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letterOf(value);
    case 'upperLetter':
      return letterOf(value).toUpperCase();
    case 'lowerRoman':
      return romanOf(value);
    case 'upperRoman':
      return romanOf(value).toUpperCase();
    default:
      return String(value);
  }
}
