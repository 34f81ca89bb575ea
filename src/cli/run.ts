import { UserError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { checkArgs, parseArgs } from './args.ts';
import { commandNamed, COMMANDS } from './commands.ts';
import { localeOf } from './context.ts';
import type { Io } from './io.ts';

/**
 * The command line. Never ends the process, but answers the exit code: 0 clean, 1 errors, too many warnings or changes to
 * fail on, 2 could not run.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parseArgs(argv);
  try {
    const named = commandNamed(args.positionals[0] ?? '');
    const command = named ?? COMMANDS[0]!;
    if (named) args.positionals.shift();
    if (args.flag('version')) {
      await io.stdout.write(`${VERSION}\n`);
      return 0;
    }
    const locale = localeOf(args.text('locale'), io.env);
    if (args.flag('help')) {
      const { help } = await import('./help.ts');
      await io.stdout.write(await help(named, locale, io.stdout.columns));
      return 0;
    }
    await checkArgs(args, command.name);
    const { run: runCommand } = await command.load();
    return await runCommand(args, { io, locale, debug: args.flag('debug') === true });
  } catch (error) {
    await io.stderr.write(describe(error, args.flag('debug') === true));
    return 2;
  }
}

function describe(error: unknown, debug: boolean): string {
  if (error instanceof UserError) return `policylint: ${error.message}\n`;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return `policylint: internal error: ${message}${debug ? `\n${stack}` : ' (--debug shows where)'}\n`;
}
