export { work as default } from './program.ts';
