import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diffContexts } from '../../diff/diff.ts';
import type { Level } from '../../diff/types.ts';
import { UserError } from '../../errors.ts';
import { historyMarkdown, type History, type HistoryEntry } from '../../report/diff/history.ts';
import { atLeast } from '../../report/diff/reporter.ts';
import type { Locale } from '../../rules/engine.ts';
import type { CheckContext } from '../../rules/types.ts';
import { VERSION } from '../../version.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { checkRepository, commitsSince, historyOf, readAtRevision, type Version } from '../git/git.ts';
import { Linter } from '../linter.ts';
import { deliver, destinations } from '../outputs.ts';
import { isDay, settingsOf } from '../settings.ts';

type HistoryReporter = (history: History, locale: Locale) => Iterable<string>;

const FORMATS: Readonly<Record<string, () => Promise<HistoryReporter>>> = {
  markdown: async () => historyMarkdown,
  json: async () => (history) => [`${JSON.stringify(history)}\n`],
};

/** `policylint changelog FILE`: what changed in law from version to version, by the file's history in git. */
export async function run(args: Args, context: Context): Promise<number> {
  const [path] = args.positionals;
  if (path === undefined || args.positionals.length !== 1)
    throw new UserError('changelog needs one file: policylint changelog privacy.md');
  const outputs = await destinations(args, 'markdown', FORMATS);
  const locale = (args.text('lang') as Locale | undefined) ?? context.locale;
  await checkRepository(context.io.cwd, `changelog ${path}`);
  const history = await historyFor(path, args, { ...context, locale });
  for (const { reporter, file } of outputs) await deliver(reporter(history, locale), file, context);
  return 0;
}

async function historyFor(path: string, args: Args, context: Context): Promise<History> {
  const { cwd } = context.io;
  const linter = new Linter(await settingsOf(args, context));
  const level = (args.text('level') as Level | undefined) ?? 'substantive';
  const all = await historyOf(cwd, path);
  if (all.length === 0) throw new UserError(`${path}: git knows no version of this file`);
  const wanted = await versionsWanted(all, args, cwd);
  const analyze = async (name: string, bytes: Uint8Array): Promise<CheckContext> => {
    const input = { path: name, file: resolve(cwd, path), bytes };
    return (await linter.analyze(input, await linter.read(input))).context;
  };
  const versions: HistoryEntry[] = [];
  const add = (older: CheckContext, newer: CheckContext, at: Omit<HistoryEntry, 'summary' | 'changes'>) => {
    const { summary, changes } = diffContexts(older, newer, { locale: context.locale });
    versions.push({ ...at, summary, changes: atLeast(changes, level) });
  };
  const bar = progress(context);
  // From old to new, so that every version is read once.
  let previous: { context: CheckContext; text: string } | undefined;
  for (const [i, version] of [...wanted].reverse().entries()) {
    await bar(i + 1, wanted.length);
    const bytes = await readAtRevision(cwd, version.commit, version.path).catch(() => undefined);
    // Deleted in this commit: the next version is compared with the last there was.
    if (!bytes) continue;
    const text = Buffer.from(bytes).toString('latin1');
    const at = { commit: version.commit, date: version.date, subject: version.subject, path: version.path };
    if (previous?.text === text) {
      versions.push({ ...at, summary: { material: 0, substantive: 0, editorial: 0 }, changes: [] });
      continue;
    }
    const now = await analyze(version.path, bytes);
    if (previous) add(previous.context, now, at);
    previous = { context: now, text };
  }
  await bar(0, 0);
  const file = resolve(cwd, path);
  if (previous && existsSync(file)) {
    const bytes = await readFile(file);
    if (bytes.toString('latin1') !== previous.text) add(previous.context, await analyze(path, bytes), { path });
  }
  const oldest = wanted[wanted.length - 1];
  return {
    version: 1,
    tool: { name: 'policylint', version: VERSION },
    path,
    first: oldest ? { commit: oldest.commit, date: oldest.date, subject: oldest.subject } : null,
    versions: versions.reverse(),
  };
}

/** The versions to compare, newest first; the last is only what the others are compared with. */
async function versionsWanted(all: readonly Version[], args: Args, cwd: string): Promise<readonly Version[]> {
  if (args.flag('unreleased') === true) return all.slice(0, 1);
  const since = args.text('since');
  if (since === undefined) return all;
  if (/^\d{4}-\d{2}-\d{2}$/.test(since)) {
    if (!isDay(since)) throw new UserError(`--since: the calendar has no day ${since}`);
    const newer = all.filter((version) => version.date > since).length;
    return all.slice(0, newer + 1);
  }
  const commits = await commitsSince(cwd, since);
  const newer = all.filter((version) => commits.has(version.commit)).length;
  return all.slice(0, newer + 1);
}

/** A line on the terminal for long histories; nothing where nobody looks. */
function progress({ io }: Context): (done: number, total: number) => Promise<void> {
  if (!io.stderr.isTTY) return async () => {};
  return async (done, total) => {
    await io.stderr.write(total === 0 ? '\r\u001b[K' : `\r\u001b[K${done}/${total}`);
  };
}
