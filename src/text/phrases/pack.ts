import type { Part, Pattern, PhraseRole } from './types.ts';

/**
 * Patterns and lists of classes as strings, one character a number: thousands of small objects cost a short run more to
 * parse and to keep than all it does with them. A pattern is unpacked when it is first tried.
 */

/** Keeps numbers clear of what separates and of what JSON escapes. */
const BASE = 0xa0;
/** Surrogates begin behind it. */
const LARGEST = 0xd7ff - BASE;

const NEGATED = 1;
const AT_START = 2;

const ROLES: readonly PhraseRole[] = ['phrases', 'headed', 'open', 'near', 'denied', 'headings', 'not'];

/** Numbers as characters. @throws RangeError when one is too large. */
export function packNumbers(numbers: readonly number[]): string {
  if (numbers.some((n) => n > LARGEST)) throw new RangeError('too many phrases for one language');
  return String.fromCharCode(...numbers.map((n) => n + BASE));
}

export function numberAt(packed: string, index: number): number {
  return packed.charCodeAt(index) - BASE;
}

export function unpackNumbers(packed: string): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < packed.length; i++) numbers.push(packed.charCodeAt(i) - BASE);
  return numbers;
}

/** Behind its concept and its role, the classes a window must hold for a pattern: their number, then they. */
const NEEDS = 2;

export function conceptOf(packed: string): number {
  return numberAt(packed, 0);
}

export function roleOf(packed: string): PhraseRole {
  return ROLES[numberAt(packed, 1)]!;
}

/** Whether all classes that a window must hold for a pattern are among those it holds. */
export function hasNeeds(packed: string, holds: (cls: number) => boolean): boolean {
  for (let i = numberAt(packed, NEEDS); i > 0; i--) if (!holds(numberAt(packed, NEEDS + i))) return false;
  return true;
}

export function packPattern(pattern: Pattern, needs: readonly number[]): string {
  const parts = pattern.parts.flatMap((part) => [
    (part.negated ? NEGATED : 0) + (part.atStart ? AT_START : 0),
    part.elements.length,
    ...part.elements.flatMap(({ cls, gap }) => [cls, gap]),
  ]);
  const { concept, role, phrase, anchorPart, anchorElement } = pattern;
  return packNumbers([
    ...[concept, ROLES.indexOf(role), needs.length, ...needs],
    ...[phrase, anchorPart, anchorElement, ...parts],
  ]);
}

export function unpackPattern(packed: string): Pattern {
  let at = NEEDS + 1 + numberAt(packed, NEEDS);
  const next = () => numberAt(packed, at++);
  const head = { concept: conceptOf(packed), role: roleOf(packed) };
  const pattern: Pattern = { ...head, phrase: next(), anchorPart: next(), anchorElement: next(), parts: [] };
  while (at < packed.length) {
    const flags = next();
    const part: Part = { elements: [], negated: (flags & NEGATED) !== 0, atStart: (flags & AT_START) !== 0 };
    for (let left = next(); left > 0; left--) part.elements.push({ cls: next(), gap: next() });
    pattern.parts.push(part);
  }
  return pattern;
}
