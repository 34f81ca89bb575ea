import type { Severity } from '../../src/packs/types.ts';
import { PLAIN, type RenderContext, type Reporter } from '../../src/report/reporter.ts';
import { emptyReport, summarize } from '../../src/report/summary.ts';
import type { DocumentReport, Finding, Report } from '../../src/report/types.ts';

export function finding(over: Partial<Finding> & { line?: number; endLine?: number } = {}): Finding {
  const { line = 3, endLine = line, ...rest } = over;
  return {
    rule: 'gdpr/retention',
    severity: 'error',
    message: 'The notice does not say how long data are kept.',
    help: 'State the period for each kind of data, such as "30 days after the account is closed".',
    position: {
      start: { line, column: 1, offset: 20 },
      end: { line: endLine, column: 13, offset: 32 },
    },
    section: ['Privacy policy', 'Retention'],
    citations: [{ cite: 'GDPR Art. 13(2)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...rest,
  };
}

export function document(path: string, findings: Finding[]): DocumentReport {
  return {
    path,
    format: 'markdown',
    language: 'en',
    kind: 'privacy-policy',
    laws: ['gdpr'],
    requirements: [],
    findings,
  };
}

export function reportOf(...documents: DocumentReport[]): Report {
  return { ...emptyReport(), tool: { name: 'policylint', version: '1.2.3' }, documents, summary: summarize(documents) };
}

/** Text that breaks a format that does not escape: markup, commands, separators, control characters, half a surrogate. */
export const NASTY = 'a%b,c:d|e`f`<script>&"\'\r\n::error::x ]]> \u0007 \ud800 @team [x](javascript:alert(1)) ğİ';

export const EMPTY = reportOf();
export const CLEAN = reportOf(document('clean.md', []));
export const SAMPLE = reportOf(
  document('legal/gizlilik politikası.md', [
    finding(),
    finding({
      rule: 'draft/placeholder',
      severity: 'warning',
      line: 5,
      message: 'ŞİRKET ADI is a placeholder.',
      citations: [],
      fingerprint: 'f2',
    }),
    finding({ rule: 'wording/vague', severity: 'info', line: 7, endLine: 9, help: '', fingerprint: 'f3' }),
  ]),
  document('clean.md', []),
);
export const HOSTILE = reportOf(
  document('a,b:c%d<e>&.md', [
    finding({
      message: NASTY,
      help: NASTY,
      section: [NASTY],
      citations: [{ cite: NASTY, url: 'javascript:alert(1)' }],
    }),
  ]),
);
export const MANY = reportOf(
  ...Array.from({ length: 300 }, (_, d) =>
    document(
      `p${d}.md`,
      Array.from({ length: 100 }, (_, i) =>
        finding({
          line: i + 1,
          severity: (['info', 'warning', 'error'] as Severity[])[i % 3]!,
          rule: `gdpr/r${i % 7}`,
          fingerprint: `${d}-${i % 50}`,
        }),
      ),
    ),
  ),
);

export const CONTEXT: RenderContext = {
  locale: 'en',
  style: PLAIN,
  terminal: false,
  width: 80,
  links: false,
  rules: () => [
    {
      id: 'gdpr/retention',
      kind: 'requirement',
      title: { en: 'Retention period', tr: 'Saklama süresi' },
      severity: 'error',
      message: { en: 'The notice does not say how long data are kept.' },
      help: { en: 'State the period.' },
      why: { en: 'People must know.' },
      citations: [{ cite: 'GDPR Art. 13(2)(a)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
      bad: [],
      good: [],
    },
  ],
  relative: (path) => path,
  byteColumn: (_path, point) => point.column + 1,
};

export function render(reporter: Reporter, report: Report, context: Partial<RenderContext> = {}): string {
  return [...reporter(report, { ...CONTEXT, ...context })].join('');
}
