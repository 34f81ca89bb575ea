import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyze, languagesOf } from '../analyze.ts';
import type { LoadPacks, PackFolder } from '../config/user-packs.ts';
import { readDocument } from '../document/read.ts';
import { readBytes } from '../document/read-bytes.ts';
import type { Document } from '../document/types.ts';
import type { DefectRule, PhraseFile } from '../packs/types.ts';
import type { UserPack } from '../packs/user.ts';
import type { Finding } from '../report/types.ts';
import { nextLine, ruleIds } from '../rules/directives.ts';
import { judge } from '../rules/engine.ts';
import type { CheckContext } from '../rules/types.ts';
import { prepareEntities } from '../text/entities/find.ts';

/** Runs what a pack says of itself; failures are sentences with the file they are about. */
export class PackTester {
  tests = 0;
  failed = 0;

  constructor(
    private readonly packs: LoadPacks,
    private readonly now: string,
  ) {}

  async *run(pack: UserPack & { read: PackFolder }, shown: string): AsyncGenerator<string, void> {
    for (const [path, data] of pack.read.files) {
      const language = /^phrases\/([^/]+)\/(?!_)/.exec(path)?.[1];
      if (language) yield* this.#phrases(`${shown}/${path}`, language, data as PhraseFile);
      else if (path.startsWith('defects/')) yield* this.#rules(`${shown}/${path}`, data as DefectRule[]);
    }
    for (const path of await policiesIn(pack.read.folder)) {
      const bytes = await readFile(join(pack.read.folder, path));
      const context = await this.#context(await readBytes(path, bytes));
      if (context.document.comments.some((comment) => EXPECT.test(comment.value)))
        yield* this.#policy(`${shown}/${path}`, context, ruleIds(pack.rules));
    }
  }

  *#check(holds: boolean, failure: () => string): Iterable<string> {
    this.tests++;
    if (holds) return;
    this.failed++;
    yield failure();
  }

  async *#phrases(
    file: string,
    language: string,
    { concept, examples = {} }: PhraseFile,
  ): AsyncGenerator<string, void> {
    for (const [role, texts] of Object.entries(examples))
      for (const text of texts ?? []) {
        const document = await readDocument('example.md', 'markdown', text, language);
        const read = saidOf(await this.#context(document, language), concept);
        yield* this.#check(
          read === role,
          () => `${file}: ${concept} should be ${role}, but is ${read}: ${oneLine(text)}`,
        );
      }
  }

  async *#rules(file: string, rules: readonly DefectRule[]): AsyncGenerator<string, void> {
    for (const rule of rules)
      for (const [kind, texts] of [
        ['bad', rule.bad],
        ['good', rule.good],
      ] as const)
        for (const text of texts ?? []) {
          const findings = this.#judge(await this.#context(await readDocument('example.md', 'markdown', text)));
          const found = findings.some((f) => f.rule === rule.id);
          yield* this.#check(
            found === (kind === 'bad'),
            () => `${file}: ${rule.id} is ${found ? '' : 'not '}reported on a ${kind} example: ${oneLine(text)}`,
          );
        }
  }

  /** Every expectation is met, and the pack's own rules report nothing that was not expected. */
  *#policy(file: string, context: CheckContext, own: ReadonlySet<string>): Iterable<string> {
    const { document } = context;
    const findings = this.#judge(context);
    const expected = expectations(document);
    const meets = (f: Finding, { rule, line }: Expectation) =>
      f.rule === rule && (line === undefined || f.position.start.line === line);
    for (const expectation of expected) {
      const { rule, line } = expectation;
      const place = line === undefined ? file : `${file}:${line}`;
      yield* this.#check(
        findings.some((f) => meets(f, expectation)),
        () => `${place}: ${rule} is expected, but not reported`,
      );
    }
    for (const f of findings) {
      if (!own.has(f.rule)) continue;
      const met = expected.some((expectation) => meets(f, expectation));
      yield* this.#check(
        met,
        () => `${file}:${f.position.start.line}: ${f.rule} is reported, but not expected: ${f.message}`,
      );
    }
  }

  async #context(document: Document, language?: string): Promise<CheckContext> {
    const packs = await this.packs([...new Set(['en', ...(language ? [language] : []), ...languagesOf(document)])]);
    await prepareEntities(document.text);
    return analyze(document, packs, { laws: language ? [] : 'auto', now: this.now });
  }

  #judge(context: CheckContext): Finding[] {
    return judge(context, { locale: 'en', severities: {}, profile: new Set() }).findings;
  }
}

interface Expectation {
  rule: string;
  /** Undefined: anywhere in the file. */
  line?: number;
}

const EXPECT = /^expect(-file)?:\s*(.+)$/s;

/** `<!-- expect: a, b -->` means the next line with text, or its own line when it stands behind text. */
function expectations(document: Document): Expectation[] {
  return document.comments.flatMap(({ source, value }) => {
    const match = EXPECT.exec(value.trim());
    if (!match) return [];
    const rules = match[2]!.split(/[\s,]+/).filter(Boolean);
    if (match[1]) return rules.map((rule) => ({ rule }));
    const { line, column } = document.position(source).start;
    const alone = document.source.slice(source.start - (column - 1), source.start).trim() === '';
    return rules.map((rule) => ({ rule, line: alone ? nextLine(document, source) : line }));
  });
}

/** What a text says of a concept, in the words of the examples. */
function saidOf({ evidence }: CheckContext, concept: string): string {
  const found = evidence.of(concept);
  const strong = found.filter((e) => e.strength === 'strong');
  if (strong.some((e) => e.polarity === 'affirmed')) return 'present';
  if (strong.length > 0) return 'denied';
  return found.length > 0 ? 'vague' : 'none';
}

async function policiesIn(folder: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(['**/*.{md,markdown,html,htm}'], { cwd: folder, ignore: ['**/node_modules/**'] });
  return found.sort();
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
