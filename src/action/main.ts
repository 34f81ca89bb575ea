import { processIo } from '../cli/process-io.ts';
import { runAction } from './run.ts';

void main();

async function main(): Promise<void> {
  process.exitCode = await runAction(processIo());
}
