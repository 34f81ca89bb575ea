import { resolve } from 'node:path';
import { EXTENSIONS } from '../cli/files.ts';

// Words that names of policies hold, in the languages of the rules and around them.
const NAMES = [
  ...['privacy', 'gdpr', 'cookie', 'data-protection', 'data_protection', 'dataprotection', 'retention-policy'],
  ...['gizlilik', 'kvkk', 'aydinlatma', 'aydınlatma', 'cerez', 'çerez', 'kisisel-veri', 'kişisel-veri'],
  ...['datenschutz', 'dsgvo', 'confidentialite', 'confidentialité', 'rgpd', 'privacidad', 'privacidade'],
  ...['privatum', 'sikdat', 'sīkdat', 'prywatnosci', 'prywatności', 'riservatezza', 'integritetspolicy'],
];

/** Policies as they are usually called: by their own name, or in a folder called so. */
export const DEFAULT_FILES: readonly string[] = [
  `**/*{${NAMES.join(',')}}*.{${EXTENSIONS.join(',')}}`,
  `**/{privacy,gizlilik,kvkk,datenschutz,privacidad,confidentialite}{,-policy,-notice,_policy,_notice}/**/*.{${EXTENSIONS.join(',')}}`,
];

/** Names a policy shares with what is none. */
const NEVER = ['**/node_modules/**', '**/.git/**', '**/*.d.ts'];

/** Files of a folder that match, whatever the case, sorted, from the folder with `/`. A leading `!` leaves out. */
export async function matching(folder: string, globs: readonly string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob([...globs], {
    cwd: folder,
    ignore: NEVER,
    onlyFiles: true,
    expandDirectories: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
  });
  const inside = found.filter((path) => !path.startsWith('..') && resolve(folder, path) !== folder);
  return inside.sort((a, b) => (a < b ? -1 : 1));
}

/** The paths of a list that match; for files that are not there any more. */
export async function matchingNames(paths: readonly string[], globs: readonly string[]): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const isMatch = picomatch(
    globs.filter((glob) => !glob.startsWith('!')),
    { nocase: true, ignore: [...NEVER, ...globs.filter((g) => g.startsWith('!')).map((g) => g.slice(1))] },
  );
  return paths.filter((path) => isMatch(path));
}
