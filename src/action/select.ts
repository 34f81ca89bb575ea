import { EXTENSIONS } from '../cli/files.ts';

const NEVER = ['**/node_modules/**', '**/.git/**'];

/** Files of a folder that match, whatever the case, sorted, from the folder with `/`. */
export async function matching(folder: string, globs: readonly string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  // Everything is listed and then matched: a glob's leading folders would be taken by their exact case.
  const all = await glob(['**/*'], {
    cwd: folder,
    ignore: NEVER,
    dot: true,
    onlyFiles: true,
    followSymbolicLinks: false,
  });
  return (await matchingNames(all, globs)).sort((a, b) => (a < b ? -1 : 1));
}

/** The paths of a list that match; a leading `!` leaves out, a folder stands for the policies in it. */
export async function matchingNames(paths: readonly string[], globs: readonly string[]): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const isMatch = picomatch(wanted.flatMap(withFolder), {
    nocase: true,
    dot: true,
    ignore: [...NEVER, ...left.flatMap(withFolder)],
  });
  return paths.filter((path) => isMatch(path));
}

function withFolder(glob: string): string[] {
  const plain = glob.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const inside = `**/*.{${EXTENSIONS.join(',')}}`;
  if (plain === '' || plain === '.') return [inside];
  return /[*?{}[\]!()]/.test(plain) ? [plain] : [plain, `${plain}/${inside}`];
}
