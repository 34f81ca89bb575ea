import { packsOf } from '../config/packs.ts';
import { type RuleInfo, ruleInfos } from '../report/rule-info.ts';
import type { Args } from './args.ts';
import { Configs } from './configs.ts';
import type { Context } from './context.ts';
import { configOption } from './settings.ts';

/** Every rule known in the working folder: the built-in ones, and those its configuration brings. */
export async function knownRules(args: Args, { io }: Context): Promise<RuleInfo[]> {
  const configs = new Configs({ cwd: io.cwd, config: configOption(args, io.env) });
  return ruleInfos((await packsOf(await configs.inFolder(io.cwd), [])).rules);
}
