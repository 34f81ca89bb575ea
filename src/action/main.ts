import { processIo } from '../cli/process-io.ts';
import { runAction } from './run.ts';

process.exitCode = await runAction(processIo());
