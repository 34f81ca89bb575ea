import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { VERSION } from '../../version.ts';
import { COMMAND_NAMES, type CommandName } from '../command-names.ts';
import { compileCacheOf } from './compile-cache.ts';
import { Modules } from './modules.ts';
import type * as Program from '../program.ts';

/** The content of `program.cjs` as a hash; the build puts it in. */
declare const BUILD: string;

/** Runs the command line in this process. */
export async function start(argv: readonly string[]): Promise<void> {
  tuneEngine();
  const modules = ownModules(argv.find(isCommand) ?? 'lint');
  const { run, processIo, isWritten, ranInThreads } = programOf(modules);
  process.exitCode = await run(argv, processIo());
  // What help or a mistake ran is too little for the runs to come, and so is what this thread does beside others.
  if (process.exitCode !== 2 && !ranInThreads() && !argv.some((word) => /^(-h|--help|--version)$/.test(word)))
    modules.keep();
  // Otherwise V8 would finish the garbage collection it has begun, which can take a tenth of a short run.
  if (isWritten() && !modules.haveImported) process.exit();
}

/** A thread takes what runs in one thread have kept. */
export function programOfThread(): typeof Program {
  return programOf(ownModules('lint'));
}

function isCommand(word: string): word is CommandName {
  return (COMMAND_NAMES as readonly string[]).includes(word);
}

function ownModules(command: CommandName): Modules {
  return new Modules(compileCacheOf(`${VERSION}-${BUILD}`, process.env, process.platform), command);
}

function programOf(modules: Modules): typeof Program {
  return modules.load(join(__dirname, 'program.cjs')) as typeof Program;
}

/**
 * A run is over before optimised code pays: measured, functions optimised fifteen times later and regular expressions
 * compiled once instead of twice save a third of the processor time on one policy and a quarter on a hundred. Only where
 * these flags are known: others would be complained about on standard error.
 */
function tuneEngine(): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major === 20) setFlagsFromString('--interrupt-budget=1000000');
  if (major === 22 || major === 24) {
    setFlagsFromString('--invocation-count-for-turbofan=20000');
    setFlagsFromString('--invocation-count-for-maglev=6000');
  }
  if (major >= 20 && major <= 24) {
    setFlagsFromString('--no-regexp-tier-up');
    // Functions that a long run has not called for a while would be missing in the compile cache.
    setFlagsFromString('--no-flush-bytecode');
  }
}
