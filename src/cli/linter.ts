import { analyzeText } from '../index.ts';
import { UserError } from '../errors.ts';
import type { DocumentReport } from '../report/types.ts';
import { judge } from '../rules/engine.ts';
import type { CheckContext } from '../rules/types.ts';
import { formatOrText } from './files.ts';
import type { Input } from './inputs.ts';
import { checkSize, decode, readFileBytes } from './read-input.ts';
import type { Settings } from './settings.ts';

export type LintResult = { document: DocumentReport; source: string; crashed: boolean } | { error: string };

/** Lints files one by one under the same settings. One file never hides another. */
export class Linter {
  constructor(private readonly settings: Settings) {}

  async lint(input: Input): Promise<LintResult> {
    let source = '';
    try {
      source = await this.read(input);
      const document = judge(await this.analyze(input.path, source), {
        locale: this.settings.locale,
        severities: {},
        profile: new Set(),
      });
      return { document, source, crashed: false };
    } catch (error) {
      if (error instanceof UserError) return { error: error.message };
      return { document: crashReport(input.path, error), source, crashed: true };
    }
  }

  async read({ path, file, bytes }: Input): Promise<string> {
    const { maxMegabytes } = this.settings;
    if (bytes) checkSize(bytes, path, maxMegabytes);
    return decode(bytes ?? (await readFileBytes(file!, path, maxMegabytes)), path);
  }

  analyze(path: string, source: string): Promise<CheckContext> {
    return analyzeText(source, {
      path,
      format: path === '-' ? 'markdown' : formatOrText(path),
      laws: this.settings.laws ?? 'auto',
      now: this.settings.now,
    });
  }
}

function crashReport(path: string, error: unknown): DocumentReport {
  const cause = error instanceof Error ? error.message : String(error);
  const start = { line: 1, column: 1, offset: 0 };
  return {
    path,
    format: formatOrText(path),
    language: 'und',
    kind: 'not-a-policy',
    laws: [],
    requirements: [],
    findings: [
      {
        rule: 'internal/file-failed',
        severity: 'error',
        message: `This file could not be judged: ${cause}`,
        help: 'Please report this; the other files are complete.',
        position: { start, end: start },
        section: [],
        citations: [],
        fingerprint: '',
      },
    ],
  };
}
