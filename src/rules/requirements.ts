import type { Document, DocumentKind, Span } from '../document/types.ts';
import type { Evidence, EvidenceIndex } from '../evidence/types.ts';
import type { Condition, Law, Requirement, Severity } from '../packs/types.ts';
import type { RequirementResult, RequirementStatus } from '../report/types.ts';
import { placeOfAbsent } from './places.ts';
import type { RawFinding } from './types.ts';

/** Kinds of documents that must inform people: the requirements of the laws are judged on these. */
export const NOTICES: readonly DocumentKind[] = ['privacy-policy', 'kvkk-notice', 'cookie-policy'];

/** Documents that inform nobody of anything: every row is absent, none is missed. */
const SILENT: readonly DocumentKind[] = ['not-a-policy', 'stub'];

export interface JudgedRequirement {
  requirement: Requirement;
  status: RequirementStatus;
  evidence: readonly Evidence[];
  /** False when the condition of a conditional row does not hold: nothing is missing then. */
  required: boolean;
  /** Severity when it is missing. */
  severity: Severity;
}

/** Judges every row of a law's table on the evidence. Pure. */
export function judgeLaw(
  law: Law,
  kind: DocumentKind,
  evidence: EvidenceIndex,
  profile: ReadonlySet<string>,
): JudgedRequirement[] {
  return law.requirements.map((requirement) => {
    const found = requirement.concepts.flatMap((c) => evidence.of(c));
    const otherKind = !SILENT.includes(kind) && requirement.kinds?.includes(kind) === false;
    const excluded = profile.has(`no ${requirement.id}`) || otherKind;
    const status = excluded && found.length === 0 ? 'not-applicable' : statusOf(found);
    const applies = !excluded && (requirement.kinds ?? NOTICES).includes(kind);
    const needed = profile.has(`needs ${requirement.id}`) || !requirement.when || holds(requirement.when, evidence);
    const required = applies && needed;
    const { escalate } = requirement;
    const severity = escalate && holds(escalate.when, evidence) ? escalate.to : requirement.severity;
    return { requirement, status, evidence: shown(found), required, severity };
  });
}

function statusOf(found: readonly Evidence[]): RequirementStatus {
  const strong = found.filter((e) => e.strength === 'strong');
  if (strong.some((e) => e.polarity === 'affirmed')) return 'present';
  if (strong.length > 0) return 'denied';
  return found.length > 0 ? 'vague' : 'absent';
}

/** What answers a requirement, one piece a sentence; what is only near it where nothing answers. */
function shown(found: readonly Evidence[]): Evidence[] {
  const strong = found.filter((e) => e.strength === 'strong');
  const seen = new Set<number>();
  return (strong.length > 0 ? strong : [...found])
    .sort((a, b) => a.sentence - b.sentence)
    .filter((e) => !seen.has(e.sentence) && seen.add(e.sentence));
}

/** Whether a condition holds: a string is a concept the text speaks of, `!x` one it does not speak of. */
export function holds(condition: Condition | string, evidence: EvidenceIndex): boolean {
  if (typeof condition === 'string') {
    const absent = condition.startsWith('!');
    const found = evidence.of(absent ? condition.slice(1) : condition).some((e) => e.polarity === 'affirmed');
    return found !== absent;
  }
  return (
    (condition.all ?? []).every((c) => holds(c, evidence)) &&
    (condition.any === undefined || condition.any.some((c) => holds(c, evidence))) &&
    (condition.strong === undefined ||
      condition.strong.some((c) => evidence.of(c).some((e) => e.strength === 'strong' && e.polarity === 'affirmed')))
  );
}

/** The sentence of a piece of evidence in the source; the whole block with its markup where it is the only sentence. */
function evidenceSpan(document: Document, sentenceIndex: number): Span {
  const sentence = document.sentences[sentenceIndex]!;
  const block = document.blocks[sentence.block]!;
  const only = block.sentences[1] - block.sentences[0] === 1;
  return only && block.kind !== 'row' ? block.source : document.sourceSpan(sentence);
}

/** A sentence without the tags it is written in; the tags of HTML hide the words from a reader of the report. */
function readable(document: Document, sentenceIndex: number): string {
  const { start, end } = document.sentences[sentenceIndex]!;
  return document.text.slice(start, end).replace(/\s+/g, ' ');
}

export function toResult(document: Document, judged: JudgedRequirement): RequirementResult {
  return {
    id: judged.requirement.id,
    status: judged.status,
    evidence: judged.evidence.map((e) => {
      const span = evidenceSpan(document, e.sentence);
      return {
        text: document.format === 'html' ? readable(document, e.sentence) : document.source.slice(span.start, span.end),
        position: document.position(span),
        polarity: e.polarity,
      };
    }),
  };
}

/** What is missing or vague, as findings; rows of one group that are missing, or vague, become one finding. */
export function* requirementFindings(
  document: Document,
  law: Law,
  judged: readonly JudgedRequirement[],
  evidence: EvidenceIndex,
): Generator<RawFinding> {
  const missing = new Map<string, JudgedRequirement[]>();
  const vague = new Map<string, JudgedRequirement[]>();
  for (const j of judged) {
    if (!j.required) continue;
    const { requirement, status } = j;
    if (status === 'absent') {
      if (requirement.group) push(missing, requirement.group, j);
      else
        yield {
          rule: requirement.id,
          message: 'absent',
          source: placeOfAbsent(document, evidence, ...requirement.concepts),
          severity: j.severity,
          anchor: '',
        };
    } else if (status === 'vague' && requirement.vague !== 'off' && requirement.message.vague) {
      if (requirement.group && law.groups[requirement.group]?.message.vague) push(vague, requirement.group, j);
      else
        yield { rule: requirement.id, message: 'vague', source: vaguePlace(document, j), severity: requirement.vague };
    }
  }
  for (const [group, rows] of missing)
    yield {
      ...asGroup(group, rows, 'absent'),
      source: placeOfAbsent(document, evidence, ...rows[0]!.requirement.concepts),
      severity: worst(rows.map((r) => r.severity)),
    };
  for (const [group, rows] of vague)
    yield {
      ...asGroup(group, rows, 'vague'),
      source: vaguePlace(document, rows[0]!),
      severity: worst(rows.map((r) => r.requirement.vague as Severity)),
    };
}

function push(groups: Map<string, JudgedRequirement[]>, group: string, row: JudgedRequirement): void {
  groups.set(group, [...(groups.get(group) ?? []), row]);
}

function asGroup(rule: string, rows: readonly JudgedRequirement[], message: 'absent' | 'vague') {
  const ids = rows.map((r) => r.requirement.id).join(',');
  return { rule, message, args: { rights: ids }, anchor: `${message}:${ids}` };
}

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((a, b) => (RANK[b] > RANK[a] ? b : a));
}

function vaguePlace(document: Document, judged: JudgedRequirement): Span {
  return evidenceSpan(document, judged.evidence[0]!.sentence);
}
