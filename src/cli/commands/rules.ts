import { UserError } from '../../errors.ts';
import { citedIn } from '../../packs/cited.ts';
import type { Style } from '../../report/reporter.ts';
import type { RuleInfo } from '../../report/rule-info.ts';
import { wordsOf } from '../../report/words.ts';
import { type Locale, localized } from '../../rules/engine.ts';
import { didYouMean } from '../../text/nearest.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { destinations, writeTexts } from '../outputs.ts';
import { knownRules } from '../rule-list.ts';

type RulesReporter = (rules: readonly RuleInfo[], locale: Locale, style: Style) => string;

const FORMATS: Readonly<Record<string, () => Promise<RulesReporter>>> = {
  text: async () => text,
  json: async () => json,
};

/** `policylint rules [FAMILY]`: every rule with its severity and title. */
export async function run(args: Args, context: Context): Promise<number> {
  const outputs = await destinations(args, 'text', FORMATS);
  const all = await knownRules(args, context);
  const wanted = args.positionals.map((family) => family.replace(/\/?\*?$/, '/'));
  const isOf = ({ id }: RuleInfo, family: string) => id.startsWith(family) || `${id}/` === family;
  const unknown = wanted.findIndex((family) => !all.some((rule) => isOf(rule, family)));
  if (unknown >= 0) throw noFamily(args.positionals[unknown]!, all);
  const rules = wanted.length === 0 ? all : all.filter((rule) => wanted.some((family) => isOf(rule, family)));
  await writeTexts(outputs, (reporter, style) => reporter(rules, context.locale, style), args, context);
  return 0;
}

function noFamily(name: string, rules: readonly RuleInfo[]): UserError {
  const families = new Set(rules.map(({ id }) => id.split('/')[0]!));
  const hint = didYouMean(name, [...families, ...rules.map(({ id }) => id)]) || ' (policylint rules lists all)';
  return new UserError(`no family of rules ${name}${hint}`);
}

function json(rules: readonly RuleInfo[], locale: Locale): string {
  const shown = rules.map(({ id, severity, title, citations }) => ({
    id,
    severity,
    title: localized(title, locale),
    citations: citations.map((c) => citedIn(c, locale)),
  }));
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

function text(rules: readonly RuleInfo[], locale: Locale, style: Style): string {
  const words = wordsOf(locale);
  const width = Math.max(...rules.map((r) => r.id.length), 0);
  return rules
    .map(({ id, severity, title, citations }) => {
      const paint = severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
      const cites = style.dim(citations.map((c) => citedIn(c, locale).cite).join(', '));
      const line = `${id.padEnd(width)}  ${paint(words.severity[severity].padEnd(7))}  ${localized(title, locale)}  ${cites}`;
      return `${line.trimEnd()}\n`;
    })
    .join('');
}
