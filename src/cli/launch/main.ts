import { VERSION } from '../../version.ts';

// The version is answered before anything else is loaded.
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) process.stdout.write(`${VERSION}\n`);
else void import('./start.ts').then(({ start }) => start(argv));
