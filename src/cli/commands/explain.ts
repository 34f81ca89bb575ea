import { nearest } from '../../text/nearest.ts';
import { CHANGES } from '../../diff/registry.ts';
import type { ChangeRule } from '../../diff/types.ts';
import { UserError } from '../../errors.ts';
import { builtinPacks } from '../../packs/builtin.ts';
import type { Style } from '../../report/reporter.ts';
import type { RuleInfo } from '../../report/rule-info.ts';
import { wrap } from '../../report/wrap.ts';
import type { Locale } from '../../rules/engine.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { type ConceptExamples, explainChange, explainRule, type Explanation, type Part } from '../explanation.ts';
import { destinations, writeTexts } from '../outputs.ts';
import { knownRules } from '../rule-list.ts';

type ExplainReporter = (
  about: RuleInfo | ChangeRule,
  locale: Locale,
  style: Style,
  width: number,
) => string | Promise<string>;

const FORMATS: Readonly<Record<string, () => Promise<ExplainReporter>>> = {
  text: async () => text,
  json: async () => (about) => `${JSON.stringify(about, undefined, 2)}\n`,
};

/** `policylint explain RULE`: what a rule or a change means, why, by which article, with examples from its own file. */
export async function run(args: Args, context: Context): Promise<number> {
  const [id] = args.positionals;
  if (id === undefined || args.positionals.length > 1)
    throw new UserError('explain needs one rule or change id (policylint rules lists the rules)');
  const outputs = await destinations(args, 'text', FORMATS);
  const rules = await knownRules(args, context);
  const rule = rules.find((r) => r.id === id);
  const change = CHANGES.get(id);
  if (!rule && !change) {
    const near = nearest(id, [...rules.map((r) => r.id), ...CHANGES.keys()]);
    throw new UserError(
      `no rule or change ${id}${near ? `; did you mean ${near}?` : ' (policylint rules lists the rules)'}`,
    );
  }
  const width = Math.min(context.io.stdout.columns ?? 80, 100) - 2;
  await writeTexts(
    outputs,
    (reporter, style) => reporter(rule ?? change!, context.locale, style, width),
    args,
    context,
  );
  return 0;
}

async function text(about: RuleInfo | ChangeRule, locale: Locale, style: Style, width: number): Promise<string> {
  const explanation =
    'mirror' in about
      ? explainChange(about, locale, (await builtinPacks([])).rules.sources ?? {})
      : explainRule(about, locale, await examplesIn(locale));
  return printed(explanation, style, width);
}

async function examplesIn(locale: Locale): Promise<ConceptExamples> {
  const { default: english } = await import('../../packs/generated/examples-en.ts');
  if (locale === 'en') return english;
  return { ...english, ...(await import('../../packs/generated/examples-tr.ts')).default };
}

function printed({ id, title, parts }: Explanation, style: Style, width: number): string {
  let text = `${style.bold(id)}  ${title}`.trimEnd() + '\n';
  for (const part of parts) {
    const lines = linesOf(part, (long) => wrap(long, width).join('\n'));
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
