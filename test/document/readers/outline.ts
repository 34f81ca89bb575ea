import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { ReadResult } from '../../../src/document/types.ts';

/** A file of `fixtures/reading`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/reading/${name}`, import.meta.url), 'utf8');
}

/** One line a block: kind and level, marker or header flag, text; cells divided by `|`, line ends shown as `⏎`. */
export function outline(read: ReadResult): string {
  let table: number | undefined;
  return read.blocks
    .map((block) => {
      const name = { heading: 'h', paragraph: 'p', item: 'i', row: 'r', quote: 'q', code: 'c' }[block.kind];
      const cells = block.cells ?? [block];
      const text = cells.map((cell) => read.text.slice(cell.start, cell.end).replaceAll('\n', '⏎')).join(' | ');
      const opens = block.group !== undefined && block.group !== table;
      table = block.group;
      const level = block.kind === 'paragraph' || block.kind === 'row' ? '' : block.level;
      const flags = `${block.header ? ' (header)' : ''}${opens ? ' (new)' : ''}${block.marker ? ` [${block.marker}]` : ''}`;
      return `${name}${level}${flags} ${text}`;
    })
    .join('\n');
}

/** Holds for every reader and every input: spans inside the file, in order, apart; text slices where they say. */
export function expectSound(source: string, read: ReadResult): void {
  let text = 0;
  let end = 0;
  for (const block of read.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(text);
    expect(block.end).toBeGreaterThanOrEqual(block.start);
    expect(block.end).toBeLessThanOrEqual(read.text.length);
    text = block.end;
    expect(block.source.start).toBeGreaterThanOrEqual(end);
    expect(block.source.end).toBeGreaterThanOrEqual(block.source.start);
    expect(block.source.end).toBeLessThanOrEqual(source.length);
    end = block.source.end;
    let at = block.start;
    for (const cell of block.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(at);
      expect(cell.end).toBeLessThanOrEqual(block.end);
      at = cell.end;
    }
    if (block.end > block.start) {
      expect(read.map.start(block.start)).toBeGreaterThanOrEqual(block.source.start);
      expect(read.map.end(block.end)).toBeLessThanOrEqual(block.source.end);
    }
  }
}

/** Every letter and digit of the blocks stands in the file where the map says; `differs` lets entities and the like pass. */
export function expectMapped(
  source: string,
  read: ReadResult,
  differs?: (slice: string, char: string) => boolean,
): void {
  for (const block of read.blocks)
    for (let i = block.start; i < block.end; i++) {
      const char = read.text[i]!;
      if (/\s/.test(char)) continue;
      const slice = source.slice(read.map.start(i), read.map.end(i + 1));
      if (slice !== char && !differs?.(slice, char)) expect(`${i} ${slice}`).toBe(`${i} ${char}`);
    }
}
