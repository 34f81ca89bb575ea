/** Everything the command line and its workers run, in one file of the bundle. */
export { ranInThreads } from './pipeline.ts';
export { isWritten, processIo } from './process-io.ts';
export { run } from './run.ts';
export { default as work } from './worker.ts';
