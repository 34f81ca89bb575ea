import type { Document, Span } from '../document/types.ts';
import { citedIn, partIn } from '../packs/cited.ts';
import type { Citation, DefectRule, Localized, Requirement, Severity } from '../packs/types.ts';
import type { DocumentReport, Finding } from '../report/types.ts';
import { firstWhere } from '../text/search.ts';
import { fingerprint } from './fingerprint.ts';
import { checks } from './checks/index.ts';
import { applyDirectives, parseDirectives, ruleIds } from './directives.ts';
import { citationsFor } from './jurisdiction.ts';
import { judgeLaw, requirementFindings, toResult, type JudgedRequirement } from './requirements.ts';
import type { Check, CheckContext, RawFinding } from './types.ts';
import { unfitness } from './unfit.ts';

export type Locale = 'en' | 'tr';

export interface JudgeOptions {
  locale: Locale;
  /** Rule id, or `family/*`, → severity; `off` drops it. */
  severities: Readonly<Record<string, Severity | 'off'>>;
  profile: ReadonlySet<string>;
  /** Severity of a rule in a section, where the configuration says so for `file#section`; wins over `severities`. */
  severityIn?: (rule: string, section: readonly string[]) => Severity | 'off' | undefined;
  /** Checks beside the built-in ones: those of plugins. */
  extraChecks?: readonly Check[];
  /** Runs a step under a name; the caller may measure it. */
  timed?: <T>(name: string, step: () => T) => T;
}

/** Judges an analysed document: requirements of its laws, then every check. A check that throws hides no other. */
export function judge(context: CheckContext, options: JudgeOptions): DocumentReport {
  const { document, packs } = context;
  const requirements: DocumentReport['requirements'] = [];
  const raw: RawFinding[] = [];
  const judgedBy = new Map<string, JudgedRequirement>();
  for (const id of context.laws) {
    const law = packs.rules.laws[id];
    if (!law) continue;
    const judged = judgeLaw(law, context.kind, context.evidence, options.profile);
    for (const j of judged) {
      judgedBy.set(j.requirement.id, j);
      requirements.push(toResult(document, j));
    }
    raw.push(...requirementFindings(document, law, judged, context.evidence));
  }
  const timed = options.timed ?? ((_name, step) => step());
  const unfit = unfitness(context);
  if (unfit) {
    raw.splice(0, raw.length, unfit);
    if (context.kind !== 'not-a-policy') requirements.length = 0;
  }
  for (const check of context.kind === 'not-a-policy' ? [] : [...checks, ...(options.extraChecks ?? [])]) {
    try {
      raw.push(...timed(check.rules.join(', ') || 'rules of phrases', () => [...check.run(context)]));
    } catch (error) {
      raw.push({
        rule: 'internal/check-failed',
        source: { start: 0, end: 0 },
        args: { rules: check.rules.join(', '), cause: error instanceof Error ? error.message : String(error) },
      });
    }
  }
  const rendered = (list: readonly RawFinding[]): Finding[] =>
    withFingerprints(
      list
        .map((finding) => render(finding, context, judgedBy, options))
        .filter((finding) => finding !== undefined)
        .sort(byPosition),
      document.path,
    );
  const { findings, suppressed } = withDirectives(context, options, rendered(raw), rendered);
  return {
    path: document.path,
    format: document.format,
    language: document.language,
    kind: context.kind,
    laws: [...context.laws],
    requirements,
    findings,
    ...(suppressed > 0 ? { suppressed } : {}),
  };
}

/** Leaves out what the text's own comments suppress, and adds what is wrong with those comments. */
function withDirectives(
  { document, packs }: CheckContext,
  options: JudgeOptions,
  findings: Finding[],
  rendered: (raw: readonly RawFinding[]) => Finding[],
): { findings: Finding[]; suppressed: number } {
  if (!document.comments.some((comment) => comment.value.includes('policylint-'))) return { findings, suppressed: 0 };
  const { directives, invalid } = parseDirectives(document.comments, (id) => ruleIds(packs.rules).has(id));
  const { kept, suppressed, unused } = applyDirectives(document, directives, findings);
  // A rule that is switched off reports nothing: its suppressions are not judged.
  const judged = unused.filter(
    ({ rule, source }) => severityOf(rule, sectionPath(document, source), options) !== 'off',
  );
  const own = rendered([
    ...invalid,
    ...judged.map(({ rule, source }) => ({ rule: 'suppression/unused', args: { rule }, source })),
  ]);
  return { findings: [...kept, ...own].sort(byPlace), suppressed: suppressed.length };
}

function severityOf(rule: string, section: readonly string[], options: JudgeOptions): Severity | 'off' | undefined {
  return (
    options.severityIn?.(rule, section) ?? options.severities[rule] ?? options.severities[`${rule.split('/')[0]}/*`]
  );
}

function byPosition(a: Draft, b: Draft): number {
  return byPlace(a.finding, b.finding);
}

function byPlace(a: Finding, b: Finding): number {
  return a.position.start.offset - b.position.start.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

interface Draft {
  finding: Finding;
  anchor: string;
}

interface Texts {
  severity: Severity;
  message: Localized;
  help: Localized;
  citations: Citation[];
}

function render(
  raw: RawFinding,
  context: CheckContext,
  judged: ReadonlyMap<string, JudgedRequirement>,
  options: JudgeOptions,
): Draft | undefined {
  const { document } = context;
  const texts = textsOf(raw, context, judged, options.locale);
  const section = sectionPath(document, raw.source);
  const severity = severityOf(raw.rule, section, options) ?? raw.severity ?? texts.severity;
  if (severity === 'off') return undefined;
  const args = texts.args;
  return {
    anchor: raw.anchor ?? normalised(document.source.slice(raw.source.start, raw.source.end)),
    finding: {
      rule: raw.rule,
      severity,
      message: fill(texts.message, args, options.locale),
      help: fill(texts.help, args, options.locale),
      position: document.position(raw.source),
      section,
      citations: texts.citations.map((c) => citedIn(c, options.locale)),
      fingerprint: '',
    },
  };
}

function textsOf(
  raw: RawFinding,
  context: CheckContext,
  judged: ReadonlyMap<string, JudgedRequirement>,
  locale: Locale,
): Texts & { args: Record<string, string> } {
  const { packs } = context;
  const { part, ...others } = raw.args ?? {};
  const args = part === undefined ? others : { ...others, part: partIn(part, locale) };
  const own = judged.get(raw.rule)?.requirement;
  if (own) {
    const message = (raw.message === 'vague' ? own.message.vague : undefined) ?? own.message.absent;
    return { severity: own.severity, message, help: own.help, citations: own.citations, args };
  }
  for (const law of Object.values(packs.rules.laws)) {
    const group = law.groups[raw.rule];
    if (!group) continue;
    const rows = (args.rights ?? '').split(',').map((id) => judged.get(id)!.requirement);
    const cite = ({ id, citations: [first] }: Requirement) => (first ? citedIn(first, locale).cite : id);
    const rights = rows.map((r) => `${localized(r.title, locale)} (${cite(r)})`).join(', ');
    const message = (raw.message === 'vague' ? group.message.vague : undefined) ?? group.message.absent;
    return { ...group, message, citations: uniqueCitations(rows), args: { rights, count: String(rows.length) } };
  }
  const defect: DefectRule | undefined = packs.rules.defects[raw.rule];
  if (!defect) throw new Error(`no rule ${raw.rule}`);
  return {
    severity: defect.severities?.[raw.message ?? 'default'] ?? defect.severity,
    message: defect.messages[raw.message ?? 'default'] ?? Object.values(defect.messages)[0]!,
    help: defect.help,
    citations: citationsFor(defect.citations, context),
    args,
  };
}

function uniqueCitations(rows: readonly { citations: Citation[] }[]): Citation[] {
  const seen = new Map<string, Citation>();
  for (const row of rows) for (const citation of row.citations) seen.set(citation.cite, citation);
  return [...seen.values()];
}

export function localized(text: Localized, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** `{name}` slots filled; a slot without a value stays as it is. */
export function fill(text: Localized, args: Record<string, string>, locale: Locale): string {
  return localized(text, locale).replace(/\{(\w+)\}/g, (slot, name: string) => args[name] ?? slot);
}

function sectionPath(document: Document, source: Span): string[] {
  const { sections, blocks } = document;
  // All but the first, the root, have a heading. A text of ten megabytes has as many findings as sections: to look at
  // all sections for each would be quadratic.
  const behind = firstWhere(1, sections.length, (s) => blocks[sections[s]!.heading]!.source.start > source.start);
  return sections[behind - 1]!.path;
}

/** Below the combining marks everything is composed already; normalising loads tables that a short run feels. */
const COMPOSED = /^[\0-\u02ff]*$/;

function normalised(text: string): string {
  return (COMPOSED.test(text) ? text : text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** hash(rule, path, section, anchor) and a counter for repeats: never line numbers, never localised text. */
function withFingerprints(drafts: readonly Draft[], path: string): Finding[] {
  const seen = new Map<string, number>();
  return drafts.map(({ finding, anchor }) => {
    const key = [finding.rule, path, finding.section.join('/'), anchor].join('\0');
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...finding, fingerprint: fingerprint(`${key}\0${count}`) };
  });
}
