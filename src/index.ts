import { analyze, languagesOf } from './analyze.ts';
import { diffContexts } from './diff/diff.ts';
import type { Changelog } from './diff/types.ts';
import { formatOf, readDocument } from './document/read.ts';
import type { Format } from './document/types.ts';
import type { Fact } from './facts/types.ts';
import { builtinPacks } from './packs/builtin.ts';
import type { RuleFiles } from './packs/build.ts';
import type { Packs, Severity } from './packs/types.ts';
import type { UserPack } from './packs/user.ts';
import type { DocumentReport } from './report/types.ts';
import { judge, type Locale } from './rules/engine.ts';
import { prepareEntities } from './text/entities/find.ts';
import type { CheckContext } from './rules/types.ts';

export interface LintOptions {
  /** Name used in the report; its extension tells the format when `format` is not given. */
  path?: string;
  format?: Format;
  /** Language of the text (`en`, `tr`, …) where the caller knows it; told from the words otherwise. */
  language?: string;
  /** Rules of one's own, laid over the built-in ones in this order; see `loadPack`. */
  packs?: readonly UserPack[];
  /** Law ids (`gdpr`, `kvkk`), or `auto`: told from the text. */
  laws?: readonly string[] | 'auto';
  /** Language of messages. */
  locale?: Locale;
  /** Rule id, or `family/*`, → severity; `off` drops the rule. */
  rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Statements about the controller that no text can tell, such as `no gdpr/dpo-contact`. */
  profile?: readonly string[];
  /** The day called today, `YYYY-MM-DD`; without it no rule judges a date's age. */
  now?: string;
}

/** Reads and analyses one policy: what `lint`, `facts` and `diff` judge. */
export async function analyzeText(text: string, options: LintOptions = {}): Promise<CheckContext> {
  const path = options.path ?? 'policy.md';
  const document = await readDocument(path, options.format ?? formatOf(path) ?? 'markdown', text, options.language);
  const packs = await packsOf(['en', ...languagesOf(document)], options.packs);
  await prepareEntities(document.text);
  return analyze(document, packs, { laws: options.laws ?? 'auto', now: options.now });
}

async function packsOf(languages: readonly string[], users: readonly UserPack[] = []): Promise<Packs> {
  if (users.length === 0) return builtinPacks(languages);
  return (await import('./packs/user.ts')).packsWith(users, languages);
}

/**
 * Makes a pack of a rules folder of one's own: laws, concepts, rules, phrases and languages, as in `rules/`.
 * @param files parsed YAML by path inside the folder (`laws/oz.yaml`).
 * @throws PackError naming file and place of the first mistake.
 */
export async function loadPack(files: RuleFiles): Promise<UserPack> {
  return (await import('./packs/user.ts')).loadUserPack(files);
}

/** Lints one policy. Never throws for what a policy says. */
export async function lint(text: string, options: LintOptions = {}): Promise<DocumentReport> {
  return judge(await analyzeText(text, options), {
    locale: options.locale ?? 'en',
    severities: options.rules ?? {},
    profile: new Set(options.profile ?? []),
  });
}

/** Facts of one policy, in reading order. */
export async function facts(text: string, options: LintOptions = {}): Promise<Fact[]> {
  return [...(await analyzeText(text, options)).facts];
}

export interface DiffOptions extends LintOptions {
  /** Name and format of the old version, when they differ from those of the new one (`path`, `format`). */
  basePath?: string;
  baseFormat?: Format;
}

/** What the new version of a policy changes in law. Never throws for what a policy says. */
export async function diff(base: string, revision: string, options: DiffOptions = {}): Promise<Changelog> {
  const old = { ...options, path: options.basePath ?? options.path, format: options.baseFormat ?? options.format };
  const [left, right] = [await analyzeText(base, old), await analyzeText(revision, options)];
  return diffContexts(left, right, { locale: options.locale ?? 'en' });
}

export type { Config, Plugin } from './config/types.ts';
export type { Check, CheckContext, RawFinding } from './rules/types.ts';
