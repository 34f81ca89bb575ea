import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseConfig } from '../config/parse.ts';
import { causeOf, UserError } from '../errors.ts';
import type { DocumentReport } from '../report/types.ts';
import type { Args } from './args.ts';
import type { Context } from './context.ts';
import { relativePath } from './render.ts';
import { SUPPRESSIONS_FILE } from './suppress.ts';

/** Findings that were there when policylint was adopted: counts per file and rule, as in ESLint; no line numbers to rot. */
export type Suppressions = Record<string, Record<string, { count: number }>>;

export interface SuppressionOptions {
  file: string;
  shown: string;
  /** `--suppress-all`: true; `--suppress-rule`: those; otherwise none is added. */
  add: true | readonly string[];
  prune: boolean;
  passOnUnpruned: boolean;
}

export function suppressionOptions(args: Args, { io }: Context): SuppressionOptions {
  const shown = args.text('suppressions-location') ?? SUPPRESSIONS_FILE;
  const rules = args.list('suppress-rule');
  if (args.flag('suppress-all') && rules.length > 0)
    throw new UserError('--suppress-all and --suppress-rule exclude each other');
  const file = resolve(io.cwd, shown);
  if (args.flag('prune-suppressions') && !existsSync(file)) throw new UserError(`${shown}: no such file to prune`);
  if (args.text('suppressions-location') !== undefined && !args.flag('suppress-all') && rules.length === 0)
    if (!existsSync(file)) throw new UserError(`${shown}: no such file`);
  return {
    file,
    shown,
    add: args.flag('suppress-all') === true ? true : rules,
    prune: args.flag('prune-suppressions') === true,
    passOnUnpruned: args.flag('pass-on-unpruned-suppressions') === true,
  };
}

/**
 * Takes suppressed findings out of the documents, writes the file when asked, and answers what is wrong: entries that
 * are no longer needed, unless they were pruned or are let pass.
 */
export async function applySuppressions(
  documents: readonly DocumentReport[],
  options: SuppressionOptions,
  cwd: string,
): Promise<string | undefined> {
  const suppressions = await read(options);
  let changed = false;
  const stale: string[] = [];
  for (const document of documents) {
    const path = relativePath(cwd, document.path);
    const counts = countByRule(document);
    const known = suppressions[path] ?? {};
    for (const [rule, count] of counts)
      if (options.add === true || options.add.includes(rule)) {
        changed ||= known[rule]?.count !== count;
        known[rule] = { count };
      }
    for (const [rule, { count }] of Object.entries(known)) {
      const found = counts.get(rule) ?? 0;
      if (found >= count) continue;
      if (options.prune) {
        changed = true;
        if (found === 0) delete known[rule];
        else known[rule] = { count: found };
      } else {
        stale.push(`${path}: ${rule}`);
      }
    }
    if (Object.keys(known).length > 0) suppressions[path] = known;
    else delete suppressions[path];
    // More than there were: all are shown, since nobody can tell which is the new one.
    const kept = document.findings.filter(
      ({ rule, severity }) => severity === 'info' || counts.get(rule)! > (known[rule]?.count ?? 0),
    );
    const gone = document.findings.length - kept.length;
    document.findings = kept;
    if (gone > 0) document.suppressed = (document.suppressed ?? 0) + gone;
  }
  if (options.prune)
    for (const path of Object.keys(suppressions))
      if (!existsSync(resolve(cwd, path))) {
        delete suppressions[path];
        changed = true;
      }
  if (changed) await write(options, suppressions);
  if (stale.length === 0 || options.passOnUnpruned) return undefined;
  return `${options.shown} has entries that are no longer needed (${stale.slice(0, 3).join(', ')}${stale.length > 3 ? ', …' : ''}): run with --prune-suppressions`;
}

/** Notes never fail a run, so they are not suppressed. */
function countByRule({ findings }: DocumentReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) if (severity !== 'info') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

async function read({ file, shown }: SuppressionOptions): Promise<Suppressions> {
  if (!existsSync(file)) return {};
  const { data } = await parseConfig(shown, textOf(file, shown));
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const wrong = () => new UserError(`${shown}: not a suppressions file ({ "file": { "rule": { "count": 1 } } })`);
  if (!isRecord(data)) throw wrong();
  for (const rules of Object.values(data)) {
    if (!isRecord(rules)) throw wrong();
    for (const entry of Object.values(rules))
      if (!isRecord(entry) || !Number.isInteger(entry.count) || (entry.count as number) < 1) throw wrong();
  }
  return data as Suppressions;
}

function textOf(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${shown}: ${causeOf(error)}`);
  }
}

async function write({ file, shown }: SuppressionOptions, suppressions: Suppressions): Promise<void> {
  const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const content = sorted(
    Object.fromEntries(Object.entries(suppressions).map(([path, rules]) => [path, sorted(rules)])),
  );
  try {
    await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  } catch (error) {
    throw new UserError(`cannot write ${shown}: ${causeOf(error)}`);
  }
}
