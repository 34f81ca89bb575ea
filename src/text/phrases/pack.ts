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

/** Behind its concepts and its role, the classes a window must hold for a pattern: their number, then they. */
const NEEDS = 2;

export function conceptsOf(packed: string): number {
  return numberAt(packed, 0);
}

export function roleOf(packed: string): PhraseRole {
  return ROLES[numberAt(packed, 1)]!;
}

/** The rarest of the classes a window must hold for a pattern. */
export function firstNeedOf(packed: string): number | undefined {
  return numberAt(packed, NEEDS) > 0 ? numberAt(packed, NEEDS + 1) : undefined;
}

/** Whether all classes that a window must hold for a pattern are among those it holds. */
export function hasNeeds(packed: string, holds: (cls: number) => boolean): boolean {
  for (let i = numberAt(packed, NEEDS); i > 0; i--) if (!holds(numberAt(packed, NEEDS + i))) return false;
  return true;
}

export function packPattern(pattern: Pattern, needs: readonly number[]): string {
  const { concepts, role, anchorPart, anchorElement, parts } = pattern;
  return packNumbers([
    ...[concepts, ROLES.indexOf(role), needs.length, ...needs],
    ...[anchorPart, anchorElement, ...parts.map((part) => part.id)],
  ]);
}

/** @param partOf the part of a number. */
export function unpackPattern(packed: string, partOf: (id: number) => Part): Pattern {
  let at = NEEDS + 1 + numberAt(packed, NEEDS);
  const next = () => numberAt(packed, at++);
  const head = { concepts: conceptsOf(packed), role: roleOf(packed) };
  const pattern: Pattern = { ...head, anchorPart: next(), anchorElement: next(), parts: [] };
  while (at < packed.length) pattern.parts.push(partOf(next()));
  return pattern;
}

export function packPart({ negated, atStart, elements }: Omit<Part, 'id'>): string {
  const flags = (negated ? NEGATED : 0) + (atStart ? AT_START : 0);
  return packNumbers([flags, ...elements.flatMap(({ cls, gap }) => [cls, gap])]);
}

export function unpackPart(packed: string, id: number): Part {
  const flags = numberAt(packed, 0);
  const part: Part = { id, elements: [], negated: (flags & NEGATED) !== 0, atStart: (flags & AT_START) !== 0 };
  for (let at = 1; at < packed.length; at += 2)
    part.elements.push({ cls: numberAt(packed, at), gap: numberAt(packed, at + 1) });
  return part;
}
