import { resolve } from 'node:path';
import { profileStatements, severityIn } from '../config/for-file.ts';
import type { FileConfig, ResolvedConfig } from '../config/types.ts';
import { UserError } from '../errors.ts';
import { analyze, languagesOf } from '../analyze.ts';
import { formatOf } from '../document/read.ts';
import type { Document } from '../document/types.ts';
import { builtinPacks } from '../packs/builtin.ts';
import type { DocumentReport } from '../report/types.ts';
import { fill, judge, type Locale } from '../rules/engine.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { CheckContext } from '../rules/types.ts';
import { prepareEntities } from '../text/entities/find.ts';
import { Configs } from './configs.ts';
import type { Input } from './inputs.ts';
import { DEFAULT_MAX_MEGABYTES, readInput } from './read-input.ts';
import type { Settings } from './settings.ts';

export type LintResult = { document: DocumentReport; source: string; crashed: boolean } | { error: string };

export interface Analyzed {
  context: CheckContext;
  config: ResolvedConfig;
  file: FileConfig;
}

/** Lints files one by one under the same settings. One file never hides another. */
export class Linter {
  readonly configs: Configs;

  constructor(
    private readonly settings: Settings,
    configs?: Configs,
  ) {
    this.configs = configs ?? new Configs(settings);
  }

  async lint(input: Input): Promise<LintResult> {
    let source = '';
    try {
      const read = await this.read(input);
      source = read.source;
      const { context, config, file } = await this.analyze(input, read);
      const document = judge(context, {
        locale: this.localeOf(file),
        severities: file.rules,
        profile: profileStatements(file.profile),
        severityIn: file.sections.length > 0 ? (rule, section) => severityIn(file, rule, section) : undefined,
        extraChecks: config.plugins.flatMap((plugin) => plugin.checks ?? []),
      });
      return { document, source, crashed: false };
    } catch (error) {
      if (error instanceof UserError) return { error: error.message };
      return { document: await crashReport(input.path, error, this.settings.locale ?? 'en'), source, crashed: true };
    }
  }

  /** Reads an input; throws a `UserError` for what cannot be read. */
  async read(input: Input): Promise<Document> {
    const { maxMegabytes, cwd } = this.settings;
    const limit = maxMegabytes ?? (await this.configs.inFolder(cwd)).maxSize ?? DEFAULT_MAX_MEGABYTES;
    return readInput(input, limit);
  }

  async analyze(input: Input, document: Document): Promise<Analyzed> {
    const { config, file } = await this.configs.ofFile(input.file ?? resolve(this.settings.cwd, input.path));
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
