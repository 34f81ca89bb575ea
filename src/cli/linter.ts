import { resolve } from 'node:path';
import { profileStatements, severityIn } from '../config/for-file.ts';
import type { FileConfig, ResolvedConfig } from '../config/types.ts';
import { UserError } from '../errors.ts';
import { analyze, languagesOf } from '../analyze.ts';
import { formatOf, type ReadOptions } from '../document/read.ts';
import type { Document } from '../document/types.ts';
import { builtinPacks } from '../packs/builtin.ts';
import type { DocumentReport } from '../report/types.ts';
import { fill, judge, type Locale } from '../rules/engine.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { CheckContext } from '../rules/types.ts';
import { prepareEntities } from '../text/entities/find.ts';
import type { Cache } from './cache.ts';
import { Configs } from './configs.ts';
import type { Input } from './inputs.ts';
import { bytesOf, documentOf } from './read-input.ts';
import type { Settings } from './settings.ts';
import type { Timing } from './timing.ts';

/** `source` is there when the settings ask to keep it. */
export type LintResult =
  { path: string; document: DocumentReport; source?: string; crashed: boolean } | { path: string; error: string };

export interface Analyzed {
  context: CheckContext;
  config: ResolvedConfig;
  file: FileConfig;
}

/** Lints files one by one under the same settings. One file never hides another. */
export class Linter {
  readonly configs: Configs;
  readonly #cache: Promise<Cache> | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly timing?: Timing,
  ) {
    this.configs = new Configs(settings);
    this.#cache = settings.cache === undefined ? undefined : openCache(settings);
  }

  async lint(input: Input): Promise<LintResult> {
    const { path } = input;
    let source: string | undefined;
    try {
      const { config, file } = await this.configOf(input);
      const bytes = await bytesOf(input, await this.configs.maxMegabytes());
      const cache = await this.#cache;
      const key = await cache?.key(path, bytes, config, file);
      const known = key && (await cache!.get(path, key));
      if (known) return { path, document: known, crashed: false };
      const read = await documentOf(input, bytes, this.#reading(config));
      if (this.settings.keepSource) source = read.source;
      const { context } = await this.analyze(input, read);
      const document = judge(context, {
        locale: this.localeOf(file),
        severities: file.rules,
        profile: profileStatements(file.profile),
        severityIn: file.sections.length > 0 ? (rule, section) => severityIn(file, rule, section) : undefined,
        extraChecks: config.plugins.flatMap((plugin) => plugin.checks ?? []),
        timed: this.timing?.timed,
      });
      if (key) await cache!.put(path, key, document);
      return { path, document, source, crashed: false };
    } catch (error) {
      if (error instanceof UserError) return { path, error: error.message };
      const document = await crashReport(path, error, this.settings.locale ?? this.settings.fallbackLocale);
      return { path, document, source, crashed: true };
    }
  }

  /** Reads an input; throws a `UserError` for what cannot be read. */
  async read(input: Input): Promise<Document> {
    const { config } = await this.configOf(input);
    return documentOf(input, await bytesOf(input, await this.configs.maxMegabytes()), this.#reading(config));
  }

  #reading(config: ResolvedConfig): ReadOptions {
    return { parser: this.settings.parser ?? config.parser };
  }

  configOf(input: Input): Promise<{ config: ResolvedConfig; file: FileConfig }> {
    return this.configs.ofFile(input.file ?? resolve(this.settings.cwd, input.path));
  }

  async analyze(input: Input, document: Document): Promise<Analyzed> {
    const { config, file } = await this.configOf(input);
    const packs = await this.configs.packs(config, ['en', ...languagesOf(document)]);
    await prepareEntities(document.text);
    const laws = this.settings.laws ?? file.laws ?? 'auto';
    return { context: analyze(document, packs, { laws, now: this.settings.now }), config, file };
  }

  /** The command line's wish, then the file's configuration, then the environment. */
  localeOf(file: FileConfig): Locale {
    return this.settings.locale ?? file.locale ?? this.settings.fallbackLocale;
  }
}

/** Hashing is loaded only where there is a cache. */
async function openCache(settings: Settings): Promise<Cache> {
  return new (await import('./cache.ts')).Cache(settings);
}

async function crashReport(path: string, error: unknown, locale: Locale): Promise<DocumentReport> {
  const rule = (await builtinPacks([])).rules.defects['internal/file-failed']!;
  const start = { line: 1, column: 1, offset: 0 };
  const cause = error instanceof Error ? error.message : String(error);
  return {
    path,
    format: formatOf(path) ?? 'text',
    language: 'und',
    kind: 'not-a-policy',
    laws: [],
    requirements: [],
    findings: [
      {
        rule: rule.id,
        severity: rule.severity,
        message: fill(rule.messages.default!, { cause }, locale),
        help: fill(rule.help, {}, locale),
        position: { start, end: start },
        section: [],
        citations: [],
        fingerprint: fingerprint(`${rule.id}\0${path}`),
      },
    ],
  };
}
