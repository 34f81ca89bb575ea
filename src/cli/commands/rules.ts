import { UserError } from '../../errors.ts';
import { localized } from '../../rules/engine.ts';
import { wordsOf } from '../../report/words.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { styleFor } from '../render.ts';
import { knownRules } from '../rule-list.ts';

/** `policylint rules`: every rule with its severity and title. */
export async function run(args: Args, context: Context): Promise<number> {
  const { io, locale } = context;
  const format = args.list('format').at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UserError(`rules has the formats text and json, not ${format}`);
  const wanted = args.positionals.map((p) => p.replace(/\/?\*?$/, '/'));
  const rules = (await knownRules(args, context)).filter(
    ({ id }) => wanted.length === 0 || wanted.some((family) => id.startsWith(family) || `${id}/` === family),
  );
  if (format === 'json') {
    const shown = rules.map(({ id, severity, title, citations }) => ({
      id,
      severity,
      title: localized(title, locale),
      citations,
    }));
    await io.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
    return 0;
  }
  const style = await styleFor(io.stdout, args.flag('color'), io.env);
  const words = wordsOf(locale);
  const width = Math.max(...rules.map((r) => r.id.length), 0);
  for (const { id, severity, title, citations } of rules) {
    const paint = severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
    const cites = style.dim(citations.map((c) => c.cite).join(', '));
    const line = `${id.padEnd(width)}  ${paint(words.severity[severity].padEnd(7))}  ${localized(title, locale)}  ${cites}`;
    await io.stdout.write(`${line.trimEnd()}\n`);
  }
  return 0;
}
