import { relative, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { checkRepository, git, readAtRevision } from './git.ts';
import type { Input } from '../inputs.ts';
import { parseNameStatus } from './name-status.ts';

/** What is committed and what is staged of each file. Files that are new or staged unchanged are left out. */
export async function stagedPairs(paths: readonly string[], { io }: Context): Promise<[Input, Input][]> {
  const { cwd } = io;
  if (paths.length === 0) throw new UserError('diff --staged needs files: policylint diff --staged privacy.md');
  await checkRepository(cwd, 'diff --staged');
  // Before the first commit everything is new.
  const born = await git(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']).then(
    () => true,
    () => false,
  );
  const { changed } = parseNameStatus(
    born
      ? await git(cwd, ['diff', '--cached', '--name-status', '-z', '--no-ext-diff', '--find-renames', '--relative'])
      : '',
  );
  const before = new Map(changed.map((file) => [resolve(cwd, file.path), file.before]));
  const at = async (revision: string, path: string, name: string, file: string): Promise<Input> => ({
    path: name,
    file,
    bytes: await readAtRevision(cwd, revision, `./${path.split('\\').join('/')}`),
  });
  const pairs: [Input, Input][] = [];
  for (const path of paths) {
    const file = resolve(cwd, path);
    // Hooks hand over absolute paths as well; git wants those of the working folder.
    const inside = relative(cwd, file);
    const old = born && !before.has(file) ? inside : before.get(file);
    if (!born || old === undefined) {
      await io.stderr.write(`policylint: ${path}: new, there is no committed version to compare with\n`);
      continue;
    }
    if (!before.has(file) && paths.length > 1) continue;
    pairs.push([await at('HEAD', old, `HEAD:${old}`, file), await at('', inside, path, file)]);
  }
  return pairs;
}
