import { addressOf } from '../packs/citations.ts';
import { citedIn } from '../packs/cited.ts';
import { profileKeysOf } from '../config/for-file.ts';
import { EXAMPLES } from '../diff/change-examples.ts';
import type { ChangeRule, Level } from '../diff/types.ts';
import type { Citation, Condition } from '../packs/types.ts';
import type { RuleInfo } from '../report/rule-info.ts';
import { wordsOf } from '../report/words.ts';
import { localized, type Locale } from '../rules/engine.ts';
import { LEVELS, type Labels, labelsOf } from './explanation-words.ts';

/** What is to be said of a rule or a change id, in order. `explain` prints it, the documentation pages are made of it. */
export interface Explanation {
  id: string;
  title: string;
  parts: Part[];
}

export type Part = { label: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'links'; links: readonly Citation[] }
  /** Texts of policies, each as it stands in a file of this kind. */
  | { kind: 'examples'; language: 'markdown' | 'text'; examples: readonly string[] }
  | { kind: 'code'; language: 'html' | 'yaml' | 'console'; code: string }
);

/** Concept → sentences, by what they say of it: the examples of the phrase files. */
export type ConceptExamples = Readonly<
  Record<string, Partial<Record<'present' | 'vague' | 'denied' | 'none', string[]>>>
>;

const SENTENCES = 4;

/** @param said examples of the concepts, in the language of the reader or in English. */
export function explainRule(rule: RuleInfo, locale: Locale, said: ConceptExamples): Explanation {
  const labels = labelsOf(locale);
  const sentences = (roles: readonly ('present' | 'vague' | 'denied' | 'none')[]) =>
    [...new Set((rule.concepts ?? []).flatMap((c) => roles.flatMap((role) => said[c]?.[role] ?? [])))].slice(
      0,
      SENTENCES,
    );
  const examples = (label: string, own: readonly string[], of: readonly string[]): Part =>
    own.length > 0
      ? { label, kind: 'examples', language: 'markdown', examples: own.map((text) => text.trimEnd()) }
      : { label, kind: 'examples', language: 'text', examples: of };
  const bad = rule.kind === 'defect' ? labels.bad : labels.unanswered;
  const good = rule.kind === 'defect' ? labels.good : labels.answered;
  const profile = profileKeysOf(rule.id);
  const parts: Part[] = [
    { label: labels.severity, kind: 'text', text: severityText(rule, locale, labels) },
    { label: labels.says, kind: 'text', text: localized(rule.message, locale) },
    { label: labels.why, kind: 'text', text: localized(rule.why, locale) },
    { label: labels.help, kind: 'text', text: localized(rule.help, locale) },
    { label: labels.when, kind: 'text', text: rule.when ? conditionText(rule.when, labels) : '' },
    { label: labels.law, kind: 'links', links: rule.citations.map((c) => citedIn(c, locale)) },
    examples(bad, rule.bad, sentences(['none', 'vague'])),
    examples(good, rule.good, sentences(['present', 'denied'])),
    {
      label: labels.suppress,
      kind: 'code',
      language: 'html',
      code: `<!-- policylint-disable-next-line ${rule.id} -- ${labels.reason} -->`,
    },
    { label: labels.config, kind: 'code', language: 'yaml', code: `rules: { ${rule.id}: off }` },
    ...profile.map((line): Part => ({
      label: labels.profile,
      kind: 'code',
      language: 'yaml',
      code: `profile: { ${line} }`,
    })),
  ];
  return { id: rule.id, title: localized(rule.title, locale), parts: parts.filter(says) };
}

/** @param sources beginning of a citation → address. */
export function explainChange(
  change: ChangeRule,
  locale: Locale,
  sources: Readonly<Record<string, string>>,
): Explanation {
  const labels = labelsOf(locale);
  const links = change.law.map((cite) => citedIn({ cite, url: addressOf(cite, sources) ?? '' }, locale));
  const parts: Part[] = [
    { label: labels.level, kind: 'text', text: `${change.level}: ${LEVELS[locale][change.level]}` },
    { label: labels.says, kind: 'text', text: localized(change.summary, locale).replace('{of}', '') },
    { label: labels.example, kind: 'text', text: EXAMPLES[change.id] ?? '' },
    { label: labels.why, kind: 'text', text: change.why },
    { label: labels.topic, kind: 'text', text: change.topic },
    { label: labels.opposite, kind: 'text', text: change.mirror === change.id ? '' : change.mirror },
    { label: labels.law, kind: 'links', links },
    { label: labels.fail, kind: 'code', language: 'console', code: FAIL_ON[change.level] },
  ];
  return { id: change.id, title: '', parts: parts.filter(says) };
}

const FAIL_ON: Record<Level, string> = {
  material: 'policylint diff OLD NEW --fail-on material',
  substantive: 'policylint diff OLD NEW --fail-on substantive',
  editorial: 'policylint diff OLD NEW --fail-on any',
};

function says(part: Part): boolean {
  if (part.kind === 'text') return part.text.trim() !== '';
  if (part.kind === 'links') return part.links.length > 0;
  return part.kind === 'code' || part.examples.length > 0;
}

function severityText(rule: RuleInfo, locale: Locale, labels: Labels): string {
  const { severity: words } = wordsOf(locale);
  const own = words[rule.severity];
  const more: string[] = [];
  if (rule.escalate) more.push(labels.escalated(words[rule.escalate.to], conditionText(rule.escalate.when, labels)));
  if (rule.vague === 'off') more.push(labels.vagueIsEnough);
  else if (rule.vague && rule.vague !== rule.severity) more.push(labels.whenVague(words[rule.vague]));
  for (const [key, severity] of Object.entries(rule.severities ?? {}))
    if (key !== 'default' && severity !== rule.severity) {
      const message = localized(rule.messages?.[key] ?? rule.message, locale);
      more.push(
        message === localized(rule.message, locale) ? `${words[severity]} (${key})` : `${words[severity]}: ${message}`,
      );
    }
  return [own, ...more].join('; ');
}

/** `!a` is "not a"; lists are joined by words. */
function conditionText({ any, all, strong }: Condition, labels: Labels): string {
  const one = (item: string | Condition): string => {
    if (typeof item !== 'string') return `(${conditionText(item, labels)})`;
    return item.startsWith('!') ? `${labels.not} ${item.slice(1)}` : item;
  };
  const groups = [
    any?.map(one).join(` ${labels.or} `),
    all?.map(one).join(` ${labels.and} `),
    strong && `${labels.strong} ${strong.join(` ${labels.or} `)}`,
  ].filter((group) => group !== undefined && group !== '');
  return groups.join(` ${labels.and} `);
}
