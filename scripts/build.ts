import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { compilePacks } from './compile-packs.ts';

compilePacks();
await bundle(fileURLToPath(new URL('../dist', import.meta.url)), !process.argv.includes('--readable'));
