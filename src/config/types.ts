import type { DefectRule, Severity } from '../packs/types.ts';
import type { Locale } from '../rules/engine.ts';
import type { Check } from '../rules/types.ts';

export type RuleSetting = Severity | 'off';

/** Statements about the controller that no text can tell; keys and meaning are in schema/config.schema.json. */
export type Profile = Partial<Record<ProfileKey, boolean>>;
export type ProfileKey =
  | 'controllerInEu'
  | 'dpo'
  | 'transfersAbroad'
  | 'automatedDecisions'
  | 'dataFromOthers'
  | 'legitimateInterests'
  | 'consent'
  | 'cookies'
  | 'children';

interface Settings {
  laws?: string | string[];
  rules?: Record<string, RuleSetting>;
  profile?: Profile;
  locale?: Locale;
}

/** A configuration file as its author writes it. */
export interface Config extends Settings {
  $schema?: string;
  extends?: string | string[];
  files?: string[];
  ignores?: string[];
  overrides?: (Settings & { files: string | string[] })[];
  maxWarnings?: number;
  maxSize?: number;
  parser?: 'fast' | 'full';
  packs?: string[];
  plugins?: (string | Plugin)[];
}

/** A plugin: rules with their texts, and checks that report them. Loaded only where a configuration names it. */
export interface Plugin {
  name: string;
  rules?: DefectRule[];
  checks?: Check[];
}

/** A configuration with what it extends laid under it, and every path made absolute. */
export interface ResolvedConfig {
  /** The file it was read from; undefined for the defaults. */
  path?: string;
  /** Globs of `files`, `ignores` and `overrides` start here. */
  folder: string;
  files: string[];
  ignores: string[];
  laws?: string[] | 'auto';
  rules: Record<string, RuleSetting>;
  profile: Profile;
  locale?: Locale;
  overrides: (Settings & { files: string[] })[];
  maxWarnings?: number;
  maxSize?: number;
  parser?: 'fast' | 'full';
  /** Folders of users' packs, absolute. */
  packs: string[];
  plugins: Plugin[];
  /** Files this was read from, plugins and packs included: what a cache depends on. */
  sources: string[];
}

/** What holds for one file. */
export interface FileConfig {
  laws?: readonly string[] | 'auto';
  rules: Record<string, RuleSetting>;
  profile: Profile;
  locale?: Locale;
  /** Rules of single sections, later ones win. */
  sections: { section: string; rules: Record<string, RuleSetting> }[];
}
