import type { Block, Document } from '../../document/types.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { textOf } from './support.ts';

const NUMBERED =
  /^\s*(?:§\s*|(?:section|article|madde|bölüm|artikel|abschnitt|punkts?)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):]|\s*[-–—]|(?<=\.\d{1,2})(?=\s))\s*(?=[^\s\d.)])/iu;

interface Numbered {
  block: number;
  path: number[];
}

/** Numbers of headings that skip, repeat or begin in the middle. */
export const numbering: Check = {
  rules: ['structure/numbering'],
  *run(context) {
    const { document } = context;
    const headings = numberedHeadings(document);
    const groups = new Map<string, Numbered[]>();
    for (const heading of headings) {
      const section = document.blocks[heading.block]!.section;
      const parent = heading.path.length === 1 ? document.sections[section]!.parent : -1;
      const key = `${parent}|${heading.path.slice(0, -1).join('.')}`;
      (groups.get(key) ?? groups.set(key, []).get(key)!).push(heading);
    }
    for (const group of groups.values()) yield* inOrder(context, group);
    yield* romans(context);
    yield* bare(context);
  },
};

/** The number in front of a block, as its parts: "2.1 Scope" → [2, 1]. */
export function numberOf(text: string): number[] | undefined {
  if (/^\s*\d{1,2}\.[a-z]{1,4}\./i.test(text)) return undefined;
  const match = NUMBERED.exec(text);
  return match?.[1]!.split('.').map(Number);
}

/** The number of a block, in its text or as the marker of its list. */
function pathOf(document: Document, block: Block): number[] | undefined {
  return (
    numberOf(textOf(document, block)) ??
    (block.marker ? numberOf(`${block.marker.replace(/[.)]?$/, '.')} x`) : undefined)
  );
}

export function numberedHeadings(document: Document): Numbered[] {
  const result: Numbered[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue;
    const path = pathOf(document, block);
    if (path) result.push({ block: block.index, path });
  }
  return result;
}

const ROMAN = /^\s*(?:§\s*)?([IVX]{1,6})[.)]\s+(?=[^\s.)])/;
const ROMAN_NUMBERS = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
/** "C. Rights", "I. Cookies": where other single letters count, "I" is a letter too. */
const LETTERED = /^\s*[A-HJ-UWYZ][.)]\s/;

function romanHeadings(document: Document): Numbered[] {
  const result: Numbered[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue;
    const text = textOf(document, block);
    if (LETTERED.test(text)) return [];
    const number = ROMAN_NUMBERS.indexOf(ROMAN.exec(text)?.[1] ?? '') + 1;
    if (number > 0) result.push({ block: block.index, path: [number] });
  }
  return result;
}

/** "1 Who we are": without a full stop only a run from 1, 2 on tells that it is a number and not "30 days to answer". */
const BARE = /^\s*(\d{1,2})\s+(?=\p{Lu})/u;
/** Further away than this a number belongs to the title. */
const NEAR = 3;

function* bare(context: CheckContext): Generator<RawFinding> {
  const { document } = context;
  const parents = new Map<number, Numbered[]>();
  for (const block of document.blocks) {
    const number = block.kind === 'heading' ? Number(BARE.exec(textOf(document, block))?.[1] ?? 0) : 0;
    if (number === 0) continue;
    const { parent } = document.sections[block.section]!;
    const group = parents.get(parent) ?? parents.set(parent, []).get(parent)!;
    if (number <= (group.at(-1)?.path[0] ?? 0) + NEAR) group.push({ block: block.index, path: [number] });
  }
  for (const group of parents.values())
    if (group.length >= 3 && group[0]!.path[0] === 1 && group[1]!.path[0] === 2) yield* inOrder(context, group);
}

/** Roman numbers are told only where a series of them begins at I. */
function* romans(context: CheckContext): Generator<RawFinding> {
  const headings = romanHeadings(context.document);
  if (headings.length < 3 || headings[0]!.path[0] !== 1) return;
  const { sections, blocks } = context.document;
  const parents = new Set(headings.map((heading) => sections[blocks[heading.block]!.section]!.parent));
  if (parents.size === 1) yield* inOrder(context, headings, (n) => ROMAN_NUMBERS[n - 1] ?? String(n));
}

function* inOrder(
  { document }: CheckContext,
  group: readonly Numbered[],
  spelled: (n: number) => string = String,
): Generator<RawFinding> {
  const starts = numbersIn(document);
  let previous: number | undefined;
  for (const { block, path } of group) {
    const number = path.at(-1)!;
    const shown = path.map(spelled).join('.');
    const wanted = (n: number) => [...path.slice(0, -1), n].map(spelled).join('.');
    const tell = (message: string, expected: number) => ({
      rule: 'structure/numbering',
      message,
      args: { number: shown, expected: wanted(expected) },
      source: document.blocks[block]!.source,
      anchor: `${message} ${shown}`,
    });
    const hasBelow = starts.has(`${shown}.1`);
    if (previous === undefined) {
      if (
        number > 1 &&
        number <= 9 &&
        (group.length >= 3 || hasBelow) &&
        !starts.has(wanted(number - 1)) &&
        !starts.has(wanted(1))
      )
        yield tell('start', 1);
    } else if (number === previous) yield tell('repeated', previous + 1);
    else if (number > previous + 1) {
      if (group.length >= 3 && !starts.has(wanted(previous + 1))) yield tell('gap', previous + 1);
    } else if (number < previous && number !== 1 && group.length >= 3) yield tell('order', previous + 1);
    previous = number;
  }
}

/** Every number a block of the document begins with. */
export function numbersIn(document: Document): Set<string> {
  const numbers = new Set<string>();
  for (const block of document.blocks) {
    const path = pathOf(document, block);
    if (path) numbers.add(path.join('.'));
  }
  return numbers;
}
