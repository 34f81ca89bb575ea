import { fold } from '../../text/fold.ts';
import type { Fact } from '../../facts/types.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { placeOfAbsent } from '../places.ts';
import { NOTICES } from '../requirements.ts';
import { lineOf, normalised } from './support.ts';

/** How long data are kept: not said at all, or said twice with different periods. Vague words are `retention/vague`'s phrases. */
export const retention: Check = {
  rules: ['retention/missing', 'retention/conflict'],
  *run(context) {
    if (isMissing(context)) {
      const source = placeOfAbsent(context.document, context.evidence, 'retention');
      yield { rule: 'retention/missing', source, anchor: '' };
    }
    yield* conflicts(context);
  },
};

function isMissing({ kind, laws, packs, factsOf, evidence }: CheckContext): boolean {
  if (!NOTICES.includes(kind)) return false;
  const told = laws.some((law) => packs.rules.laws[law]?.requirements.some((r) => r.concepts.includes('retention')));
  return (
    !told &&
    ['retention', 'retention/vague', 'retention/vague#indefinite'].every((c) => evidence.of(c).length === 0) &&
    factsOf('retention').length === 0
  );
}

/** Words that name everything, so that two periods for them may well be about different data. */
const GENERAL =
  /^(?:(?:your|the|this|that|such|all|any|our|some|these|personal|kisisel|verileriniz|veriler|bilgileriniz|bilgiler|jusu|personas|dati|datus|daten|ihre|data|information|it|them|we|records?|details?)\s*)+$/;

/** The same data with two periods: same words for what is kept and for when the period starts, in different places. */
function* conflicts({ document, factsOf }: CheckContext): Generator<RawFinding> {
  const seen = new Map<string, Fact>();
  for (const fact of factsOf('retention')) {
    if (!fact.duration || !fact.subject) continue;
    const subject = normalised(fact.subject);
    if (subject.split(' ').length < 2 || GENERAL.test(subject)) continue;
    const key = `${subject}|${fold(fact.start ?? '')}`;
    const first = seen.get(key);
    if (!first) seen.set(key, fact);
    else if (
      first.duration !== fact.duration &&
      first.sentence !== fact.sentence &&
      months(first.duration!) !== months(fact.duration)
    ) {
      const line = lineOf(document, first.source);
      yield {
        rule: 'retention/conflict',
        args: {
          subject: fact.subject,
          first: written(document.source, first),
          second: written(document.source, fact),
          line,
        },
        source: fact.source,
      };
    }
  }
}

function written(source: string, fact: Fact): string {
  return source.slice(fact.source.start, fact.source.end);
}

function months(duration: string): number | string {
  const match = /^P(\d+(?:\.\d+)?)([YM])$/.exec(duration);
  return match ? Number(match[1]) * (match[2] === 'Y' ? 12 : 1) : duration;
}
