import { fold } from '../../text/fold.ts';
import { isoDate } from '../../text/entities/dates.ts';
import { titleSpan } from '../places.ts';
import { NOTICES } from '../requirements.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { SPEAKS_OF_DATE, textOf, wordCount } from './support.ts';

/** Three years: processing, recipients and law have changed since. */
const STALE_MONTHS = 36;
const LINE_WORDS = 14;

/** When the text was last changed: not said, long ago, in the future, or on a day there is none. */
export const dates: Check = {
  rules: ['date/missing', 'date/stale', 'date/future', 'date/invalid'],
  *run(context) {
    const invalid = [...invalidDates(context)];
    yield* invalid;
    const own = context.factsOf('last-updated', 'effective-date');
    if (own.length === 0 && invalid.length === 0 && NOTICES.includes(context.kind) && !hasDateLine(context))
      yield { rule: 'date/missing', source: titleSpan(context.document), anchor: '' };
    const { now } = context;
    if (!now || own.length === 0) return;
    for (const fact of own)
      if (fact.type === 'last-updated' && fact.value > now.slice(0, fact.value.length)) {
        yield { rule: 'date/future', args: { date: fact.value, today: now }, source: fact.source };
        return;
      }
    const latest = own.reduce((a, b) => (b.value > a.value ? b : a));
    if (monthsBetween(latest.value, now) >= STALE_MONTHS)
      yield {
        rule: 'date/stale',
        args: { date: latest.value, years: String(Math.floor(monthsBetween(latest.value, now) / 12)) },
        source: latest.source,
      };
  },
};

function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const early = from.length > 7 && to.length > 7 && to.slice(8) < from.slice(8) ? 1 : 0;
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - early;
}

/** A short line with a year may be a date in a form nobody can read for sure ("03/12/2024"); it is one for the reader. */
function hasDateLine({ document }: CheckContext): boolean {
  return document.blocks.some((block) => {
    const text = textOf(document, block);
    if (!/(?<!\d)(?:19|20)\d\d(?!\d)/.test(text) || /©|\(c\)|copyright/i.test(text)) return false;
    if (wordCount(block) <= LINE_WORDS && block.kind !== 'row') return true;
    return document.sentences
      .slice(...block.sentences)
      .some(
        (s) =>
          /(?<!\d)20\d\d(?!\d)/.test(textOf(document, s)) &&
          SPEAKS_OF_DATE.test(fold(textOf(document, s))) &&
          /\d{1,2}[./-]\d{1,2}[./-]20\d\d/.test(textOf(document, s)),
      );
  });
}

const NUMERIC =
  /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?![\d/-]|\.\d)|(?<![\d./-])(20\d\d)-(\d{2})-(\d{2})(?![\d/-])/g;

/** Days no calendar has: "31 February 2025", "45.13.2024". */
function* invalidDates({ document, entities }: CheckContext): Generator<RawFinding> {
  for (const block of document.blocks) {
    if (block.kind === 'code') continue;
    const text = textOf(document, block);
    // Most blocks hold no year of that form, and looking behind every digit costs more than this look.
    if (!/\d[./-]20\d\d|20\d\d-\d/.test(text)) continue;
    for (const match of text.matchAll(NUMERIC)) {
      const numbers = match.slice(1).map(Number);
      const exists = match[5]
        ? isoDate(numbers[4]!, numbers[5]!, numbers[6]!)
        : (isoDate(numbers[3]!, numbers[2]!, numbers[0]!) ?? isoDate(numbers[3]!, numbers[0]!, numbers[2]!));
      if (exists) continue;
      const start = block.start + match.index;
      yield invalidDate(match[0], document.sourceSpan({ start, end: start + match[0].length }));
    }
  }
  for (const entity of entities) {
    if (entity.name !== 'date' || entity.value.length !== 7) continue;
    const before = /(?:^|[^\d./–-])(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?\s+(?:(?:de|of|day of)\s+)?$/.exec(
      document.text.slice(Math.max(0, entity.start - 14), entity.start),
    );
    const inside = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?,?\s+20\d\d/.exec(textOf(document, entity));
    const day = Number((before ?? inside)?.[1]);
    const [year, month] = entity.value.split('-').map(Number) as [number, number];
    if (!day || day > 39 || isoDate(year, month, day)) continue;
    const start = before ? entity.start - before[0].trimStart().length : entity.start;
    yield invalidDate(document.text.slice(start, entity.end).trim(), document.sourceSpan({ start, end: entity.end }));
  }
}

function invalidDate(text: string, source: RawFinding['source']): RawFinding {
  return { rule: 'date/invalid', args: { text }, source };
}
