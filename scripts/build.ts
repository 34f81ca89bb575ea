import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { compilePacks } from './compile-packs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** For trying things out: code that can be read, and no types. */
const readable = process.argv.includes('--readable');

compilePacks();
await bundle(`${root}/dist`, !readable);
if (!readable) bundleTypes();

/** The types of the library in one file. */
function bundleTypes(): void {
  const arguments_ = ['--project', 'tsconfig.json', '--no-check', '--silent', '-o', 'dist/index.d.ts', 'src/index.ts'];
  execFileSync(`${root}/node_modules/.bin/dts-bundle-generator`, arguments_, { cwd: root, stdio: 'inherit' });
}
