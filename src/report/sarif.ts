import type { Log, ReportingDescriptor, Result } from 'sarif';
import { citedIn } from '../packs/cited.ts';
import type { Severity } from '../packs/types.ts';
import { localized } from '../rules/engine.ts';
import { allFindings, type Placed, worstFirst } from './order.ts';
import type { Reporter, RenderContext } from './reporter.ts';
import type { RuleInfo } from './rule-info.ts';

/** GitHub code scanning takes this many results a run. */
const MOST_RESULTS = 25_000;
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
/** The property for rules that are not about security; `security-severity` would make alerts of them. */
const PROBLEM: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' };

/** SARIF 2.1.0 as GitHub code scanning reads it: relative addresses, every rule described, a fingerprint of our own. */
export const sarif: Reporter = function* (report, context) {
  const all = allFindings(report);
  const shown = all.length > MOST_RESULTS ? worstFirst(all).slice(0, MOST_RESULTS) : all;
  const rules = ruleList(context.rules(), shown);
  const index = new Map(rules.map((rule, i) => [rule.id, i]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules: rules.map((rule) => descriptor(rule, context)),
          },
        },
        automationDetails: { id: 'policylint/lint/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            ...(shown.length < all.length && {
              toolExecutionNotifications: [
                { level: 'warning', message: { text: `${all.length - shown.length} further results are left out.` } },
              ],
            }),
          },
        ],
        results: [],
      },
    ],
  };
  const [head, tail] = JSON.stringify(log).split('"results":[]') as [string, string];
  yield `${head}"results":[`;
  for (const [i, placed] of shown.entries())
    yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(result(placed, index, context))}`;
  yield `]${tail}\n`;
};

/** Every rule, so that this part stays the same from run to run; and those of the findings, should one be unknown. */
function ruleList(known: readonly RuleInfo[], shown: readonly Placed[]): RuleInfo[] {
  const ids = new Set(known.map((rule) => rule.id));
  const extra = new Map(
    shown.filter(({ finding }) => !ids.has(finding.rule)).map(({ finding }) => [finding.rule, finding]),
  );
  return [
    ...known,
    ...[...extra.values()].map((f): RuleInfo => ({
      id: f.rule,
      kind: 'defect',
      title: { en: f.rule },
      severity: f.severity,
      message: { en: f.message },
      help: { en: f.help },
      why: { en: '' },
      citations: f.citations,
      bad: [],
      good: [],
    })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function descriptor(rule: RuleInfo, { locale }: RenderContext): ReportingDescriptor {
  const title = localized(rule.title, locale) || rule.id;
  const help = localized(rule.help, locale) || title;
  const why = localized(rule.why, locale);
  const citations = rule.citations.map((c) => citedIn(c, locale));
  const cites = citations.map((c) => (c.url ? `[${c.cite}](${c.url})` : c.cite));
  const url = rule.citations.find((c) => c.url)?.url;
  return {
    id: rule.id,
    shortDescription: { text: clipped(title) },
    fullDescription: { text: clipped([why || title].join(' ')) },
    help: {
      text: [help, ...citations.map((c) => c.cite)].join('\n'),
      markdown: [help, why, cites.join(', ')].filter(Boolean).join('\n\n'),
    },
    ...(url && { helpUri: url }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: ['privacy', rule.id.split('/')[0]!], 'problem.severity': PROBLEM[rule.severity] },
  };
}

function clipped(text: string): string {
  return text.length <= 1024 ? text : `${text.slice(0, 1023)}…`;
}

function result({ path, finding }: Placed, index: ReadonlyMap<string, number>, context: RenderContext): Result {
  const { start, end } = finding.position;
  const cites = finding.citations.map((c) => c.cite).join(', ');
  return {
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule)!,
    level: LEVELS[finding.severity],
    message: { text: [finding.message, finding.help, cites && `(${cites})`].filter(Boolean).join(' ') || finding.rule },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(context.relative(path)) },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
        ...(finding.section.length > 0 && {
          logicalLocations: [{ fullyQualifiedName: finding.section.join(' > '), kind: 'section' }],
        }),
      },
    ],
    // `primaryLocationLineHash` is left to the upload: it warns when another computes it differently.
    partialFingerprints: { 'policylintFinding/v1': finding.fingerprint },
  };
}

/** A relative address, each segment escaped. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
