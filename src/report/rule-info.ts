import type { Citation, Condition, Localized, RulePack, Severity } from '../packs/types.ts';

/** What the tool knows of a rule, whatever makes it: a law's row, a law's group or a defect. */
export interface RuleInfo {
  id: string;
  kind: 'requirement' | 'group' | 'defect';
  title: Localized;
  severity: Severity;
  message: Localized;
  help: Localized;
  why: Localized;
  citations: readonly Citation[];
  bad: readonly string[];
  good: readonly string[];
  /** Requirements and groups: the concepts that answer them. */
  concepts?: readonly string[];
  when?: Condition;
  escalate?: { to: Severity; when: Condition };
  /** Requirements: severity when the text is only vague. */
  vague?: Severity | 'off';
  /** Defects: texts and severities by message key. */
  messages?: Readonly<Record<string, Localized>>;
  severities?: Readonly<Record<string, Severity>>;
}

/** Every rule of the packs, sorted by id. */
export function ruleInfos(pack: RulePack): RuleInfo[] {
  const infos: RuleInfo[] = [];
  for (const law of Object.values(pack.laws)) {
    for (const r of law.requirements)
      infos.push({ ...r, kind: 'requirement', message: r.message.absent, bad: [], good: [] });
    for (const [id, group] of Object.entries(law.groups ?? {})) {
      const rows = law.requirements.filter((r) => r.group === id);
      const citations = [...new Map(rows.flatMap((r) => r.citations).map((c) => [c.cite, c])).values()];
      const concepts = [...new Set(rows.flatMap((r) => r.concepts))];
      infos.push({
        ...group,
        id,
        kind: 'group',
        message: group.message.absent,
        citations,
        concepts,
        bad: [],
        good: [],
      });
    }
  }
  for (const d of Object.values(pack.defects)) {
    const message = d.messages.default ?? Object.values(d.messages)[0]!;
    infos.push({ ...d, kind: 'defect', message, bad: d.bad ?? [], good: d.good ?? [] });
  }
  return infos.sort((a, b) => (a.id < b.id ? -1 : 1));
}
