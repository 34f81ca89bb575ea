import { f1, macro, precision, recall, type Counts, type Score } from './score.ts';

/** Figures of one set under one law: all documents, and each half of them by file name. */
export interface Figures {
  set: string;
  law: string;
  all: Score;
  halves: readonly [Score, Score];
}

const figure = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** What we set out to reach: set, law, what is measured, the figure wanted, and how it is read from a score. */
const GOALS: readonly [set: string, law: string, what: string, wanted: number, read: (score: Score) => number][] = [
  ['GDPR-Transparency-200', 'gdpr', 'missing F1', 0.93, ({ missing }) => f1(missing)],
  ['GDPR-Transparency-200', 'gdpr', 'missing precision', 0.93, ({ missing }) => precision(missing)],
  ['GDPR-Transparency-200', 'gdpr', 'missing macro F1', 0.88, ({ missingBy }) => macro(missingBy) ?? 0],
  ['GDPR-Transparency-200', 'gdpr', 'passages F1', 0.75, ({ passages }) => f1(passages)],
  ['GoPPC-150', 'gdpr', 'missing F1', 0.8, ({ missing }) => f1(missing)],
  ['GoPPC-150', 'gdpr', 'passages macro F1', 0.6, ({ passagesBy }) => macro(passagesBy) ?? 0],
  ...['gdpr', 'kvkk'].flatMap((law): (typeof GOALS)[number][] => [
    ['Own labelled policies', law, 'missing F1', 0.93, ({ missing }) => f1(missing)],
    ['Own labelled policies', law, 'quotes', 0.8, ({ quotes }) => quotes.found / quotes.all],
  ]),
];

/** Wanted and measured figures of the sets that were measured, as Markdown; empty when no goal is about them. */
export function goals(figures: readonly Figures[]): string {
  const rows = GOALS.flatMap(([set, law, what, wanted, read]) => {
    const found = figures.find((f) => f.set === set && f.law === law);
    if (!found) return [];
    const measured = read(found.all);
    const short = measured < wanted ? `short by ${(wanted - measured).toFixed(3)}` : 'reached';
    return [row([set, law.toUpperCase(), what, figure(wanted), figure(measured), short])];
  });
  if (rows.length === 0) return '';
  const head = ['Set', 'Law', 'Figure', 'Wanted', 'Measured', ''];
  return ['### Wanted and measured', '', row(head), row(head.map(() => '---')), ...rows].join('\n');
}

/** The tables of the published evaluation, as Markdown. Pure. */
export function tables(figures: readonly Figures[]): string {
  return [summary(figures), goals(figures), ...figures.map(byRequirement)].filter(Boolean).join('\n\n');
}

function summary(figures: readonly Figures[]): string {
  const head = [
    'Set',
    'Law',
    'Documents',
    'Missing P',
    'R',
    'F1',
    'macro F1',
    'halves',
    'Passages F1',
    'macro F1',
    'Quotes',
  ];
  const rows = figures.map(({ set, law, all, halves }) => {
    const { missing, passages, quotes } = all;
    const has = (counts: Counts): boolean => counts.tp + counts.fp + counts.fn > 0;
    return row([
      set,
      law.toUpperCase(),
      all.documents,
      figure(precision(missing)),
      figure(recall(missing)),
      figure(f1(missing)),
      figure(macro(all.missingBy)),
      halves.map((half) => figure(f1(half.missing))).join(' / '),
      has(passages) ? figure(f1(passages)) : '–',
      has(passages) ? figure(macro(all.passagesBy)) : '–',
      quotes.all > 0 ? `${figure(quotes.found / quotes.all)} of ${quotes.all}` : '–',
    ]);
  });
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function byRequirement({ set, law, all }: Figures): string {
  const head = ['Requirement', 'missing in', 'P', 'R', 'F1', 'passages', 'P', 'R', 'F1'];
  const cells = (counts: Counts | undefined): (string | number)[] =>
    counts && counts.tp + counts.fp + counts.fn > 0
      ? [counts.tp + counts.fn, figure(precision(counts)), figure(recall(counts)), figure(f1(counts))]
      : ['–', '–', '–', '–'];
  const rows = [...all.missingBy.keys()]
    .sort()
    .map((id) => row([`\`${id}\``, ...cells(all.missingBy.get(id)), ...cells(all.passagesBy.get(id))]));
  return [`### ${set}, ${law.toUpperCase()}`, '', row(head), row(head.map(() => '---')), ...rows].join('\n');
}

const BEGIN = '<!-- figures: written by scripts/accuracy.ts -->';
const END = '<!-- /figures -->';

/** Puts the tables into the page, between its two marks. Throws where a mark is missing. */
export function withFigures(page: string, text: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('The page has no place for the figures.');
  return `${page.slice(0, from)}${BEGIN}\n\n${text}\n\n${page.slice(to)}`;
}
