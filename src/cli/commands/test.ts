import { relative, resolve } from 'node:path';
import { loadPackFolder, packsWithFolders } from '../../config/user-packs.ts';
import { UserError } from '../../errors.ts';
import type { Args } from '../args.ts';
import type { Context } from '../context.ts';
import { PackTester } from '../pack-tests.ts';
import { dayOf } from '../settings.ts';

const SUMMARY = {
  en: (tests: number, failed: number) => `${tests} tests, ${failed === 0 ? 'all pass' : `${failed} failed`}`,
  tr: (tests: number, failed: number) => `${tests} test, ${failed === 0 ? 'hepsi geçti' : `${failed} başarısız`}`,
};

/**
 * `policylint test PACK…`: runs the examples in a pack's files, and the policies in its folder that say with
 * `<!-- expect: rule -->` what is to be found in the next line. Exit code 1 when one is not as its author says.
 */
export async function run(args: Args, { io, locale }: Context): Promise<number> {
  if (args.positionals.length === 0) throw new UserError('test needs the folder of a pack: policylint test FOLDER');
  const folders = args.positionals.map((path) => ({ shown: path.replace(/\/+$/, ''), folder: resolve(io.cwd, path) }));
  const packs = [];
  for (const { folder, shown } of folders) packs.push(await loadPackFolder(folder, shown));
  const layered = await packsWithFolders(packs);
  const tester = new PackTester((languages) => layered.load(languages), dayOf(args.text('now'), io.now()));
  for (const pack of packs)
    for await (const failure of tester.run(pack, relative(io.cwd, pack.read.folder) || '.'))
      await io.stdout.write(`${failure}\n`);
  await io.stdout.write(`${SUMMARY[locale](tester.tests, tester.failed)}\n`);
  return tester.failed > 0 ? 1 : 0;
}
