import { fold } from '../../text/fold.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { textOf } from './support.ts';

/** Statutory maxima as far as a text can miss them: the phrases are the rules' own, the check reads the duration in them. */
const LIMITS: readonly { rule: string; concept: string; law: string; tooLong?: number; tooShort?: number }[] = [
  // GDPR Art. 12(3): one month; "30 days" and "31 days" are tolerated as shorthand.
  { rule: 'rights/response-time', concept: 'rights/response-time#_answer', law: 'gdpr', tooLong: 31 },
  // KVKK Art. 13(2): thirty days at the latest.
  { rule: 'kvkk/answer-time', concept: 'kvkk/answer-time#_answer', law: 'kvkk', tooLong: 31 },
  // By-Law on Erasure Art. 11(2): six months; Art. 7(3): three years.
  { rule: 'kvkk/periodic-destruction', concept: 'kvkk/periodic-destruction#_interval', law: 'kvkk', tooLong: 184 },
  { rule: 'kvkk/destruction-records', concept: 'kvkk/destruction-records#_kept', law: 'kvkk', tooShort: 1094 },
];

export const answerTime: Check = {
  rules: LIMITS.map((limit) => limit.rule),
  *run(context) {
    for (const limit of LIMITS) {
      if (!context.laws.includes(limit.law)) continue;
      for (const found of context.evidence.of(limit.concept)) yield* judge(context, limit, found.sentence, found.match);
    }
  },
};

/** Sections about laws with longer periods. */
const OTHER_LAW =
  /\b(?:california\w*|ccpa|cpra|virginia|colorado|connecticut|utah|nevada|oregon|texas|us states?|u\.s\.|lgpd|brazil|pipeda|consumer request|valid request)\b/;

function* judge(
  { document, entities }: CheckContext,
  limit: (typeof LIMITS)[number],
  sentence: number,
  match: { start: number; end: number },
): Generator<RawFinding> {
  const within = document.sentences[sentence]!;
  const { section } = document.blocks[within.block]!;
  if (
    limit.law === 'gdpr' &&
    OTHER_LAW.test(fold(document.sections[section]!.path.join(' ') + textOf(document, document.blocks[within.block]!)))
  )
    return;
  const durations = entities.filter((e) => e.name === 'duration' && e.start >= within.start && e.end <= within.end);
  const own = durations.filter((e) => e.start >= match.start && e.end <= match.end);
  const days = own.map((e) => daysOf(e.value)).filter((d) => d !== undefined);
  if (days.length !== 1) return;
  const text = textOf(document, match);
  const workDays = /i[şs] g[üu]n/iu.test(textOf(document, { start: own[0]!.start, end: own[0]!.end + 6 }));
  const broken =
    (limit.tooLong !== undefined && days[0]! > limit.tooLong) ||
    (limit.tooShort !== undefined && days[0]! < limit.tooShort);
  if (broken) yield { rule: limit.rule, args: { text }, source: document.sourceSpan(match) };
  else if (workDays && limit.rule === 'kvkk/answer-time' && days[0]! > 20)
    yield { rule: limit.rule, message: 'working-days', args: { text }, source: document.sourceSpan(match) };
}

const DAYS: Record<string, number> = { D: 1, W: 7, M: 30.4, Y: 365 };

/** Days of an ISO 8601 duration, a month as 30.4 and a year as 365; undefined for hours and minutes. */
export function daysOf(duration: string): number | undefined {
  const match = /^P(\d+(?:\.\d+)?)([DWMY])$/.exec(duration);
  return match ? Number(match[1]) * DAYS[match[2]!]! : undefined;
}
