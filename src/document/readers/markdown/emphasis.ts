import { classifyCharacter } from 'micromark-util-classify-character';

/** Pairs of delimiters one paragraph may compare before the parser is asked. */
const MAX_COMPARED = 20_000;

/** A run of `*` or `_` that may open or close emphasis. */
export interface Delimiter {
  code: number;
  opens: boolean;
  closes: boolean;
  /** What of the run is still unused. */
  start: number;
  end: number;
  /** Not paired yet, and not inside a link that is read. */
  active: boolean;
  /** Widths (1 emphasis, 2 strong) it closes and opens, innermost first. */
  closing: number[];
  opening: number[];
}

/** The delimiters of one block, paired as CommonMark says. */
export class Delimiters {
  readonly #all: Delimiter[] = [];
  #compared = 0;

  get length(): number {
    return this.#all.length;
  }

  at(index: number): Delimiter {
    return this.#all[index]!;
  }

  /** Adds the run of `code` at `[at, stop)` of the text `[start, end)`; false when it can neither open nor close. */
  add(source: string, code: number, [at, stop]: [number, number], [start, end]: [number, number]): boolean {
    const before = classifyCharacter(at > start ? source.charCodeAt(at - 1) : null);
    const after = classifyCharacter(stop < end ? source.charCodeAt(stop) : null);
    const open = !after || (after === 2 && Boolean(before));
    const close = !before || (before === 2 && Boolean(after));
    const opens = code === 42 ? open : open && (Boolean(before) || !close);
    const closes = code === 42 ? close : close && (Boolean(after) || !open);
    if (!opens && !closes) return false;
    this.#all.push({ code, opens, closes, start: at, end: stop, active: true, closing: [], opening: [] });
    return true;
  }

  /** Pairs the delimiters from `lowest` on, by micromark's rules. False when that would cost too much. */
  resolve(lowest: number): boolean {
    const openers: Delimiter[] = [];
    for (let c = lowest; c < this.#all.length; c++) {
      const closer = this.#all[c]!;
      if (!closer.active) continue;
      closer.active = false;
      if (closer.closes)
        for (let o = openers.length - 1; o >= 0 && closer.start < closer.end; o--) {
          if (++this.#compared > MAX_COMPARED) return false;
          const opener = openers[o]!;
          if (!pairs(opener, closer)) continue;
          const width = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
          opener.end -= width;
          closer.start += width;
          opener.opening.push(width);
          closer.closing.push(width);
          openers.length = opener.start < opener.end ? ++o : o;
        }
      if (closer.opens && closer.start < closer.end) openers.push(closer);
    }
    return true;
  }
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.code !== closer.code) return false;
  const own = closer.end - closer.start;
  const other = opener.end - opener.start;
  return !((opener.closes || closer.opens) && own % 3 !== 0 && (other + own) % 3 === 0);
}
