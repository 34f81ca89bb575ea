import { relative } from 'node:path';
import { lawList, mergeRules } from './merge.ts';
import type { FileConfig, Profile, ProfileKey, ResolvedConfig, RuleSetting } from './types.ts';

/** What a configuration says for one file: its own settings with the overrides that match laid over. */
export async function configForFile(config: ResolvedConfig, absolute: string): Promise<FileConfig> {
  const result: FileConfig = {
    laws: config.laws,
    rules: config.rules,
    profile: config.profile,
    locale: config.locale,
    sections: [],
  };
  if (config.overrides.length === 0) return result;
  const { default: picomatch } = await import('picomatch');
  const path = relative(config.folder, absolute).split('\\').join('/');
  for (const override of config.overrides)
    for (const pattern of override.files) {
      const [glob, section] = splitOnce(pattern, '#');
      if (!picomatch.isMatch(path, patternOf(glob), { dot: true })) continue;
      if (section !== undefined) {
        result.sections.push({ section: slug(section), rules: override.rules ?? {} });
        continue;
      }
      if (override.laws !== undefined) result.laws = lawList(override.laws);
      result.rules = mergeRules(result.rules, override.rules ?? {});
      result.profile = { ...result.profile, ...override.profile };
      result.locale = override.locale ?? result.locale;
      break;
    }
  return result;
}

/** A glob without a slash is matched against the name alone, as in .gitignore. */
function patternOf(glob: string): string {
  const pattern = glob.replace(/^\.\//, '');
  return pattern.includes('/') ? pattern : `**/${pattern}`;
}

/** Severity of a rule in a section, as the last matching `file#section` override says; undefined when none does. */
export function severityIn({ sections }: FileConfig, rule: string, path: readonly string[]): RuleSetting | undefined {
  const slugs = path.map(slug);
  const family = `${rule.split('/')[0]}/*`;
  let found: RuleSetting | undefined;
  for (const { section, rules } of sections) if (slugs.includes(section)) found = rules[rule] ?? rules[family] ?? found;
  return found;
}

/** A heading as it is named in a link: lower case, words joined by hyphens. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const i = text.indexOf(at);
  return i < 0 ? [text, undefined] : [text.slice(0, i), text.slice(i + 1)];
}

/** Requirements a statement makes needless when it has this value, and needed whatever the text says when it has the other. */
const SPARES: Record<ProfileKey, { when: boolean; requirements: string[] }> = {
  controllerInEu: { when: true, requirements: ['gdpr/representative'] },
  dpo: { when: false, requirements: ['gdpr/dpo-contact'] },
  transfersAbroad: {
    when: false,
    requirements: ['gdpr/third-country-transfer', 'gdpr/transfer-safeguards', 'kvkk/transfer-abroad'],
  },
  automatedDecisions: { when: false, requirements: ['gdpr/automated-decisions'] },
  dataFromOthers: { when: false, requirements: ['gdpr/data-source'] },
  legitimateInterests: { when: false, requirements: ['gdpr/legitimate-interests'] },
  consent: { when: false, requirements: ['gdpr/withdraw-consent'] },
  cookies: { when: false, requirements: ['gdpr/cookies'] },
  children: { when: false, requirements: ['gdpr/children'] },
};

/** Profile statements that bear on a requirement, each as it makes the requirement needless: `dpo: false`. */
export function profileKeysOf(requirement: string): string[] {
  return Object.entries(SPARES)
    .filter(([, { requirements }]) => requirements.includes(requirement))
    .map(([key, { when }]) => `${key}: ${when}`);
}

/** The profile as the engine takes it: `no <requirement>`, `needs <requirement>`. */
export function profileStatements(profile: Profile): Set<string> {
  const statements = new Set<string>();
  for (const [key, { when, requirements }] of Object.entries(SPARES)) {
    for (const id of requirements) {
      const value = profile[key as ProfileKey];
      if (value !== undefined) statements.add(`${value === when ? 'no' : 'needs'} ${id}`);
    }
  }
  return statements;
}
