import type { Check } from '../types.ts';
import { daysOf } from './answer-time.ts';
import { textOf } from './support.ts';

/** KVKK Art. 14(1): thirty days from learning the answer, sixty from the application; "one month" is tolerated as shorthand. */
const COMPLAINT_DAYS = new Set([30, 30.4, 60, 60.8]);
/** Behind a duration: it is a time within which something is to be done. */
const WITHIN = /^\s{0,3}(?:i[çc]inde|i[çc]erisinde|from\b|of\b|after\b)/iu;

/** A sentence about the complaint to the Board that gives another time than the law. */
export const complaintTime: Check = {
  rules: ['kvkk/complaint-time'],
  *run({ document, entities, evidence, laws }) {
    if (!laws.includes('kvkk')) return;
    for (const found of evidence.of('board-complaint')) {
      if (found.strength !== 'strong') continue;
      const { start, end } = document.sentences[found.sentence]!;
      const wrong = entities.find(
        (e) =>
          e.name === 'duration' &&
          e.start >= start &&
          e.end <= end &&
          !COMPLAINT_DAYS.has(daysOf(e.value) ?? 30) &&
          WITHIN.test(textOf(document, { start: e.end, end: Math.min(e.end + 15, end) })),
      );
      if (wrong)
        yield {
          rule: 'kvkk/complaint-time',
          args: { text: textOf(document, wrong) },
          source: document.sourceSpan(wrong),
        };
    }
  },
};
