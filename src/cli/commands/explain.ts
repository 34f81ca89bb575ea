import { nearest } from '../../text/nearest.ts';
import { CHANGES } from '../../diff/registry.ts';
import type { ChangeRule } from '../../diff/types.ts';
import { UserError } from '../../errors.ts';
import type { RuleInfo } from '../../report/rule-info.ts';
import { wordsOf } from '../../report/words.ts';
import { localized, type Locale } from '../../rules/engine.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { styleFor } from '../render.ts';
import { knownRules } from '../rule-list.ts';

const LABELS = {
  en: {
    severity: 'Severity',
    level: 'Level',
    says: 'Says',
    why: 'Why',
    help: 'What to do',
    law: 'Law',
    bad: 'Reported',
    good: 'Not reported',
    suppress: 'To set one finding aside, write before it',
    reason: 'the reason',
    config: 'To change it everywhere, in the configuration',
  },
  tr: {
    severity: 'Önem',
    level: 'Düzey',
    says: 'İleti',
    why: 'Neden',
    help: 'Ne yapmalı',
    law: 'Dayanak',
    bad: 'Bildirilir',
    good: 'Bildirilmez',
    suppress: 'Tek bir bulguyu bir kenara bırakmak için önüne yazın',
    reason: 'gerekçe',
    config: 'Her yerde değiştirmek için yapılandırmada',
  },
} satisfies Record<Locale, Record<string, string>>;

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
    throw new UserError(`no rule or change ${id}${near ? `; did you mean ${near}?` : ''}`);
  }
  if (format === 'json') {
    await io.stdout.write(`${JSON.stringify(rule ?? change, undefined, 2)}\n`);
    return 0;
  }
  const style = await styleFor(io.stdout, args.flag('color'), io.env);
  const { default: wrapAnsi } = await import('wrap-ansi');
  const width = Math.min(io.stdout.columns ?? 80, 100) - 2;
  const parts = rule ? aboutRule(rule, locale) : aboutChange(change!, locale);
  let text = `${style.bold(id)}  ${parts.title}\n`;
  for (const [label, content] of parts.sections) {
    const body = Array.isArray(content) ? content.join('\n') : wrapAnsi(content, width);
    if (body.trim() !== '') text += `\n${style.underline(label)}\n${body.trimEnd().replace(/^(?=.)/gm, '  ')}\n`;
  }
  await io.stdout.write(text);
  return 0;
}

interface Parts {
  title: string;
  /** Label and text; a list is printed line by line as it is. */
  sections: [string, string | string[]][];
}

function aboutRule(rule: RuleInfo, locale: Locale): Parts {
  const labels = LABELS[locale];
  const examples = (list: readonly string[]) =>
    list.slice(0, 2).flatMap((e, i) => [...(i > 0 ? ['', '―'] : []), e.trimEnd()]);
  return {
    title: localized(rule.title, locale),
    sections: [
      [labels.severity, wordsOf(locale).severity[rule.severity]],
      [labels.says, localized(rule.message, locale)],
      [labels.why, localized(rule.why, locale)],
      [labels.help, localized(rule.help, locale)],
      [labels.law, rule.citations.map((c) => (c.url ? `${c.cite}  ${c.url}` : c.cite))],
      [labels.bad, examples(rule.bad)],
      [labels.good, examples(rule.good)],
      [labels.suppress, [`<!-- policylint-disable-next-line ${rule.id} -- ${labels.reason} -->`]],
      [labels.config, [`rules: { ${rule.id}: off }`]],
    ],
  };
}

function aboutChange(change: ChangeRule, locale: Locale): Parts {
  const labels = LABELS[locale];
  return {
    title: '',
    sections: [
      [labels.level, change.level],
      [labels.says, localized(change.summary, locale)],
      [labels.why, typeof change.why === 'string' ? change.why : localized(change.why, locale)],
      [labels.law, [...change.law]],
    ],
  };
}
