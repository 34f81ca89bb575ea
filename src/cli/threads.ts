import { UserError } from '../errors.ts';
import type { Args } from './args.ts';
import { threadsFor } from './pipeline.ts';

/** Threads for so many files (Infinity: nobody knows how many), by `--threads`. */
export function threadsOf(args: Args, files: number): number {
  const asked = args.text('threads') ?? 'auto';
  if (asked === 'off') return 1;
  if (asked !== 'auto' && !/^[1-9]\d{0,2}$/.test(asked))
    throw new UserError(`--threads is auto, off or a number, not ${JSON.stringify(asked)}`);
  return asked === 'auto' ? threadsFor('auto', files, processors) : Number(asked);
}

/** Asked of Node only here: few runs come to threads, and every module of Node costs its loading. */
function processors(): number {
  return process.getBuiltinModule('node:os').availableParallelism();
}
