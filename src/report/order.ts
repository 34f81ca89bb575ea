import type { Severity } from '../packs/types.ts';
import type { Finding, Report } from './types.ts';

/** Worst first. */
export const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

export interface Placed {
  path: string;
  finding: Finding;
}

/** All findings in the order of the documents. */
export function allFindings({ documents }: Report): Placed[] {
  return documents.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
}

/** Worst first, otherwise in the order they came: what is kept when a host takes only so many. */
export function worstFirst(findings: readonly Placed[]): Placed[] {
  return [...findings].sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
}
