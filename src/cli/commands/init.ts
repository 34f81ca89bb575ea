import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inFolder } from '../../config/discover.ts';
import { causeOf, UserError } from '../../errors.ts';
import type { Locale } from '../../rules/engine.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { readLines } from '../io.ts';
import { USUAL_FILES } from '../policy-names.ts';
import { statOf } from '../files.ts';
import { starter, starterName } from '../starter-policy.ts';
import { hook, questions, workflow } from '../starters.ts';

type Ask = (question: string, fallback: string) => Promise<string>;

/**
 * `policylint init`: writes a configuration, and, if wanted, a pre-commit hook, a GitHub workflow and a first policy to
 * fill in. Asks only at a terminal; `--yes` takes every default. Never overwrites a file.
 */
export async function run(args: Args, context: Context): Promise<number> {
  const { io } = context;
  const existing = inFolder(io.cwd);
  if (existing) throw new UserError(`${relative(io.cwd, existing)} is already here: nothing was changed`);
  const texts = questions(context.locale);
  const interactive = io.stdinIsTTY && io.stdout.isTTY && !args.flag('yes');
  const lines = interactive ? readLines(io.stdin) : undefined;
  const ask: Ask = async (question, fallback) => {
    if (!lines) return fallback;
    await io.stdout.write(`${question} [${fallback}] `);
    const { value, done } = await lines.next();
    return (done ? '' : String(value).trim()) || fallback;
  };
  try {
    const files = await ask(texts.files, await guessFiles(io.cwd, context.locale));
    const laws = await ask(texts.laws, 'auto');
    const hasHook = yes(await ask(texts.hook, texts.no));
    const hasWorkflow = yes(await ask(texts.workflow, texts.no));
    const list = files.split(/[\s,]+/).filter(Boolean);
    const config = {
      extends: 'policylint:recommended',
      files: list,
      laws: laws === 'auto' ? 'auto' : laws.split(/[\s,]+/),
      rules: {},
    };
    const wanted: [string, string][] = [['policylint.config.json', `${JSON.stringify(config, undefined, 2)}\n`]];
    if (hasHook) wanted.push(['.pre-commit-config.yaml', hook()]);
    if (hasWorkflow) wanted.push(['.github/workflows/policylint.yml', workflow()]);
    if (list.length === 1 && /^[\w./-]+\.md$/.test(list[0]!)) wanted.push([list[0]!, starter(context.locale)]);
    for (const [name, content] of wanted) await create(name, content, context);
    await io.stdout.write(`\n${texts.next}\n`);
    return 0;
  } finally {
    await lines?.return();
  }
}

async function create(name: string, content: string, { io, locale }: Context): Promise<void> {
  const path = join(io.cwd, name);
  const texts = questions(locale);
  try {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content, { flag: 'wx' });
    await io.stdout.write(`${texts.wrote} ${name}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new UserError(`cannot write ${name}: ${causeOf(error)}`);
    await io.stdout.write(`${texts.kept} ${name}\n`);
  }
}

/** Policies that are already here, else the name of one to start. */
async function guessFiles(cwd: string, locale: Locale): Promise<string> {
  const { glob } = await import('tinyglobby');
  const found = await glob([...USUAL_FILES], {
    cwd,
    ignore: ['**/node_modules/**', '**/.git/**', '**/dist/**'],
    caseSensitiveMatch: false,
    deep: 5,
  });
  if (found.length > 0 && found.length <= 10) return found.sort().join(' ');
  return statOf(join(cwd, 'legal'))?.isDirectory() ? 'legal' : starterName(locale);
}

function yes(answer: string): boolean {
  return /^(y|e)/i.test(answer);
}
