import type { DocumentReport } from '../../src/report/types.ts';

/** What a person says of a requirement in a document; `na`: it does not apply to this document. */
export type GoldStatus = 'present' | 'vague' | 'denied' | 'absent' | 'na';

/** Labels of one document, as they stand in the `.json` file beside it. Offsets are UTF-16 units of the source. */
export interface Gold {
  lang?: string;
  requirements: Record<string, GoldStatus | { status: GoldStatus; quotes?: string[] }>;
  /** Parts of the document with the requirements they speak of; sets without them are scored on documents and quotes. */
  passages?: { start: number; end: number; labels: string[]; denied: string[] }[];
}

export interface Labelled {
  gold: Gold;
  report: Pick<DocumentReport, 'requirements'>;
}

/** True positives, false positives, false negatives. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface Score {
  documents: number;
  /** "This requirement is not answered", over all document × requirement decisions. */
  missing: Counts;
  missingBy: Map<string, Counts>;
  /** "Evidence for this requirement lies in this passage". */
  passages: Counts;
  passagesBy: Map<string, Counts>;
  /** Quoted answers that a piece of evidence of the same requirement overlaps. */
  quotes: { found: number; all: number };
}

/** Fewer labelled cases than this make the F1 of a requirement a matter of luck: it is left out of the mean. */
const MIN_CASES = 5;

/** Scores reports against labels. `law` keeps the requirements of one law. Pure. */
export function score(documents: readonly Labelled[], law: string): Score {
  const missingBy = new Map<string, Counts>();
  const passagesBy = new Map<string, Counts>();
  const quotes = { found: 0, all: 0 };
  for (const { gold, report } of documents) {
    const reported = new Map(report.requirements.map((r) => [r.id, r]));
    for (const [id, label] of Object.entries(gold.requirements)) {
      if (!id.startsWith(`${law}/`)) continue;
      const { status, quotes: quoted = [] } = typeof label === 'string' ? { status: label } : label;
      const said = reported.get(id);
      if (status !== 'na') count(missingBy, id, !said || said.status === 'absent', status === 'absent');
      const evidence = (said?.evidence ?? []).map((e) => squash(e.text));
      quotes.all += status === 'na' ? 0 : quoted.length;
      if (status !== 'na') quotes.found += quoted.filter((quote) => overlaps(squash(quote), evidence)).length;
      for (const { start, end, labels, denied } of gold.passages ?? []) {
        const hit = said?.evidence.some((e) => e.position.start.offset < end && e.position.end.offset > start) ?? false;
        count(passagesBy, id, hit, labels.includes(id) || denied.includes(id));
      }
    }
  }
  const [missing, passages] = [total(missingBy), total(passagesBy)];
  return { documents: documents.length, missing, missingBy, passages, passagesBy, quotes };
}

export const precision = ({ tp, fp }: Counts): number => (tp + fp ? tp / (tp + fp) : 1);
export const recall = ({ tp, fn }: Counts): number => (tp + fn ? tp / (tp + fn) : 1);
export const f1 = ({ tp, fp, fn }: Counts): number => (tp + fp + fn ? (2 * tp) / (2 * tp + fp + fn) : 1);

/** Mean F1 of the requirements with enough labelled cases; undefined when there is none. */
export function macro(by: ReadonlyMap<string, Counts>): number | undefined {
  const scored = [...by.values()].filter(({ tp, fn }) => tp + fn >= MIN_CASES).map(f1);
  return scored.length > 0 ? scored.reduce((a, b) => a + b, 0) / scored.length : undefined;
}

function count(by: Map<string, Counts>, id: string, predicted: boolean, gold: boolean): void {
  const counts = by.get(id) ?? { tp: 0, fp: 0, fn: 0 };
  if (predicted && gold) counts.tp++;
  else if (predicted) counts.fp++;
  else if (gold) counts.fn++;
  by.set(id, counts);
}

function total(by: ReadonlyMap<string, Counts>): Counts {
  const sum = { tp: 0, fp: 0, fn: 0 };
  for (const { tp, fp, fn } of by.values()) [sum.tp, sum.fp, sum.fn] = [sum.tp + tp, sum.fp + fp, sum.fn + fn];
  return sum;
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

const overlaps = (quote: string, evidence: readonly string[]): boolean =>
  evidence.some((text) => text !== '' && (text.includes(quote) || quote.includes(text)));
