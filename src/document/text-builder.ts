import type { OffsetMap, Span } from './types.ts';

/**
 * Collects the plain text of a document together with the map back to its source. Readers push runs in reading order;
 * a run as long as its source maps character by character, any other (an entity, an escape) maps as a whole.
 */
export class TextBuilder {
  #parts: string[] = [];
  #length = 0;
  #text: number[] = [];
  #sourceStart: number[] = [];
  #sourceEnd: number[] = [];

  /** Length of the text so far: the offset at which the next run starts. */
  get length(): number {
    return this.#length;
  }

  /** Appends `text`, which stands at `source` in the file. */
  push(text: string, source: Span): void {
    if (text.length === 0) return;
    const last = this.#text.length - 1;
    const exact = text.length === source.end - source.start;
    const joins =
      exact &&
      last >= 0 &&
      this.#sourceEnd[last] === source.start &&
      this.#sourceEnd[last]! - this.#sourceStart[last]! === this.#length - this.#text[last]!;
    if (joins) this.#sourceEnd[last] = source.end;
    else {
      this.#text.push(this.#length);
      this.#sourceStart.push(source.start);
      this.#sourceEnd.push(source.end);
    }
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Appends text that has no source of its own (the break between two blocks), standing at `at`. */
  gap(text: string, at: number): void {
    this.push(text, { start: at, end: at });
  }

  text(): string {
    return this.#parts.join('');
  }

  map(): OffsetMap {
    return new RunMap(
      Int32Array.from(this.#text),
      Int32Array.from(this.#sourceStart),
      Int32Array.from(this.#sourceEnd),
      this.#length,
    );
  }
}

class RunMap implements OffsetMap {
  constructor(
    readonly text: Int32Array,
    readonly sourceStart: Int32Array,
    readonly sourceEnd: Int32Array,
    readonly length: number,
  ) {}

  start(offset: number): number {
    const i = this.#run(offset);
    if (i < 0) return 0;
    const into = offset - this.text[i]!;
    return this.#isExact(i) ? Math.min(this.sourceStart[i]! + into, this.sourceEnd[i]!) : this.sourceStart[i]!;
  }

  end(offset: number): number {
    const i = this.#run(offset - 1);
    if (i < 0) return 0;
    const into = offset - this.text[i]!;
    return this.#isExact(i) ? this.sourceStart[i]! + into : this.sourceEnd[i]!;
  }

  #isExact(i: number): boolean {
    const next = i + 1 < this.text.length ? this.text[i + 1]! : this.length;
    return next - this.text[i]! === this.sourceEnd[i]! - this.sourceStart[i]!;
  }

  #run(offset: number): number {
    let low = 0;
    let high = this.text.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.text[middle]! <= offset) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }
}
