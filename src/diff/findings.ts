import { judge, type Locale } from '../rules/engine.ts';
import type { CheckContext } from '../rules/types.ts';
import type { Finding } from '../report/types.ts';

/** Findings of either version, as `lint` would report them. */
export function findingsOf(context: CheckContext, locale: Locale): Finding[] {
  return judge(context, { locale, severities: {}, profile: new Set<string>() }).findings;
}

/** Findings only one of the versions has. Matched by rule, section and text, so that a moved line is no new finding. */
export function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
): { introduced: Finding[]; resolved: Finding[] } {
  // First the exact place, then the same text anywhere, then the same rule: each old finding excuses one new one.
  const resolved = new Set(before);
  const introduced = new Set(after);
  for (const key of [exact, byMessage, byPlace]) {
    const open = new Map<string, Finding[]>();
    for (const finding of resolved) open.set(key(finding), [...(open.get(key(finding)) ?? []), finding]);
    for (const finding of introduced) {
      const match = open.get(key(finding))?.shift();
      if (!match) continue;
      resolved.delete(match);
      introduced.delete(finding);
    }
  }
  return { introduced: [...introduced], resolved: [...resolved] };
}

function exact(finding: Finding): string {
  return [finding.rule, finding.section.join('/'), finding.message].join('\0');
}

function byMessage(finding: Finding): string {
  return [finding.rule, finding.message].join('\0');
}

/** The same rule in the same section: the defect is still there, about other words. */
function byPlace(finding: Finding): string {
  return [finding.rule, finding.section.join('/')].join('\0');
}
