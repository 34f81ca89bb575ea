import type { Document, DocumentKind, Span } from '../document/types.ts';
import type { Evidence, EvidenceIndex } from '../evidence/types.ts';
import type { Condition, Law, Packs, Requirement } from '../packs/types.ts';
import type { RequirementResult, RequirementStatus } from '../report/types.ts';
import type { RawFinding } from './types.ts';

/** Kinds of documents that must inform people: the requirements of the laws are judged on these. */
const NOTICES: readonly DocumentKind[] = ['privacy-policy', 'kvkk-notice', 'cookie-policy'];

export interface JudgedRequirement {
  requirement: Requirement;
  status: RequirementStatus;
  evidence: readonly Evidence[];
  /** False when the condition of a conditional row does not hold: nothing is missing then. */
  required: boolean;
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
    const applies = (requirement.kinds ?? NOTICES).includes(kind) && !profile.has(`no ${requirement.id}`);
    const status = applies || found.length > 0 ? statusOf(found) : 'not-applicable';
    const required = applies && (!requirement.when || holds(requirement.when, evidence));
    return { requirement, status, evidence: shown(found), required };
  });
}

function statusOf(found: readonly Evidence[]): RequirementStatus {
  const strong = found.filter((e) => e.strength === 'strong');
  if (strong.some((e) => e.polarity === 'affirmed')) return 'present';
  if (strong.length > 0) return 'denied';
  return found.length > 0 ? 'vague' : 'absent';
}

function shown(found: readonly Evidence[]): Evidence[] {
  const seen = new Set<number>();
  return [...found]
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
    (condition.any === undefined || condition.any.some((c) => holds(c, evidence)))
  );
}

/** The sentence of a piece of evidence in the source; the whole block with its markup where it is the only sentence. */
export function evidenceSpan(document: Document, sentenceIndex: number): Span {
  const sentence = document.sentences[sentenceIndex]!;
  const block = document.blocks[sentence.block]!;
  const only = block.sentences[1] - block.sentences[0] === 1;
  return only && block.kind !== 'row' ? block.source : document.sourceSpan(sentence);
}

export function toResult(document: Document, judged: JudgedRequirement): RequirementResult {
  return {
    id: judged.requirement.id,
    status: judged.status,
    evidence: judged.evidence.map((e) => {
      const span = evidenceSpan(document, e.sentence);
      return {
        text: document.source.slice(span.start, span.end),
        position: document.position(span),
        polarity: e.polarity,
      };
    }),
  };
}

/** What is missing or vague, as findings; rows of one group that are missing become one finding. */
export function* requirementFindings(
  document: Document,
  law: Law,
  judged: readonly JudgedRequirement[],
  evidence: EvidenceIndex,
): Generator<RawFinding> {
  const missing = new Map<string, JudgedRequirement[]>();
  for (const j of judged) {
    if (!j.required) continue;
    const { requirement, status } = j;
    if (status === 'absent') {
      if (requirement.group) missing.set(requirement.group, [...(missing.get(requirement.group) ?? []), j]);
      else
        yield {
          rule: requirement.id,
          message: 'absent',
          source: placeFor(document, requirement, evidence),
          severity: requirement.severity,
          anchor: '',
        };
    } else if (status === 'vague' && requirement.vague !== 'off' && requirement.message.vague) {
      const source = evidenceSpan(document, j.evidence[0]!.sentence);
      yield { rule: requirement.id, message: 'vague', source, severity: requirement.vague };
    }
  }
  for (const [group, rows] of missing) {
    yield {
      rule: group,
      source: placeFor(document, rows[0]!.requirement, evidence),
      args: { rights: rows.map((r) => `${r.requirement.id}`).join(',') },
      severity: rows.some((r) => r.requirement.severity === 'error')
        ? law.groups[group]!.severity
        : rows[0]!.requirement.severity,
      anchor: rows.map((r) => r.requirement.id).join(','),
    };
  }
}

/** A finding about something absent stands on the section where it belongs, else on the title. */
function placeFor(document: Document, requirement: Requirement, evidence: EvidenceIndex): Span {
  for (const concept of requirement.concepts) {
    const section = evidence.sectionsAbout(concept)[0];
    if (section !== undefined) return document.blocks[document.sections[section]!.heading]!.source;
  }
  const heading = document.blocks.find((b) => b.kind === 'heading') ?? document.blocks[0];
  return heading?.source ?? { start: 0, end: 0 };
}
export type { Packs };
