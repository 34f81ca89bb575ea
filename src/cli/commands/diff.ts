import { UserError } from '../../errors.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';

/** Filled in by the diff engine. */
export async function run(_args: Args, _context: Context): Promise<number> {
  throw new UserError('diff is not built yet');
}
