import { nearest } from '../../text/nearest.ts';
import { CHANGES } from '../../diff/registry.ts';
import { UserError } from '../../errors.ts';
import { builtinPacks } from '../../packs/builtin.ts';
import type { Locale } from '../../rules/engine.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { type ConceptExamples, explainChange, explainRule, type Explanation, type Part } from '../explanation.ts';
import { styleFor } from '../render.ts';
import { knownRules } from '../rule-list.ts';

/** `policylint explain RULE`: what a rule or a change means, why, by which article, with examples from its own file. */
export async function run(args: Args, context: Context): Promise<number> {
  const { io, locale } = context;
  const [id] = args.positionals;
  if (id === undefined || args.positionals.length > 1)
    throw new UserError('explain needs one rule or change id (policylint rules lists the rules)');
  const format = args.list('format').at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw new UserError(`explain has the formats text and json, not ${format}`);
  const rules = await knownRules(args, context);
  const rule = rules.find((r) => r.id === id);
  const change = CHANGES.get(id);
  if (!rule && !change) {
    const near = nearest(id, [...rules.map((r) => r.id), ...CHANGES.keys()]);
    throw new UserError(
      `no rule or change ${id}${near ? `; did you mean ${near}?` : ' (policylint rules lists the rules)'}`,
    );
  }
  if (format === 'json') {
    await io.stdout.write(`${JSON.stringify(rule ?? change, undefined, 2)}\n`);
    return 0;
  }
  const explanation = rule
    ? explainRule(rule, locale, await examplesIn(locale))
    : explainChange(change!, locale, (await builtinPacks([])).rules.sources ?? {});
  await io.stdout.write(await printed(explanation, args, context));
  return 0;
}

async function examplesIn(locale: Locale): Promise<ConceptExamples> {
  const { default: english } = await import('../../packs/generated/examples-en.ts');
  if (locale === 'en') return english;
  return { ...english, ...(await import('../../packs/generated/examples-tr.ts')).default };
}

async function printed({ id, title, parts }: Explanation, args: Args, { io }: Context): Promise<string> {
  const style = await styleFor(io.stdout, args.flag('color'), io.env);
  const { default: wrapAnsi } = await import('wrap-ansi');
  const width = Math.min(io.stdout.columns ?? 80, 100) - 2;
  let text = `${style.bold(id)}  ${title}`.trimEnd() + '\n';
  for (const part of parts) {
    const lines = linesOf(part, (long) => wrapAnsi(long, width));
    text += `\n${style.underline(part.label)}\n${lines.replace(/^(?=.)/gm, '  ')}\n`;
  }
  return text;
}

function linesOf(part: Part, wrap: (text: string) => string): string {
  if (part.kind === 'text') return wrap(part.text);
  if (part.kind === 'code') return part.code;
  if (part.kind === 'links') return part.links.map(({ cite, url }) => (url ? `${cite}  ${url}` : cite)).join('\n');
  if (part.language === 'text') return part.examples.map((sentence) => `- ${sentence}`).join('\n');
  return part.examples.slice(0, 2).join('\n\n―\n');
}
