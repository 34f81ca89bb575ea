import module from 'node:module';
import { VERSION } from '../version.ts';

// The version is answered before anything else is loaded. Nothing calls process.exit: that would cut piped output.
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  process.stdout.write(`${VERSION}\n`);
} else {
  // Where Node can (22.1 and later), compiled code is kept between runs: half of a short run is compiling.
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  const [{ run }, { processIo }] = await Promise.all([import('./run.ts'), import('./process-io.ts')]);
  process.exitCode = await run(argv, processIo());
}
