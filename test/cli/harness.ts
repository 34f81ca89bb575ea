import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder with these files in it. */
export function folder(files: Record<string, string | Uint8Array> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'policylint-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Runs the command line in process, in a folder, on a fixed day and in English. */
export async function cli(
  cwd: string,
  argv: string[],
  options: Partial<Io> & { input?: string } = {},
): Promise<Result> {
  let stdout = '';
  let stderr = '';
  const io: Io = {
    stdin: (async function* () {
      yield new TextEncoder().encode(options.input ?? '');
    })(),
    stdinIsTTY: false,
    stdout: { write: (text) => void (stdout += text), isTTY: false },
    stderr: { write: (text) => void (stderr += text), isTTY: false },
    cwd,
    env: { LANG: 'en_US.UTF-8' },
    now: () => new Date(2026, 10, 24),
    ...options,
  };
  const code = await run(argv, io);
  return { code, stdout, stderr };
}
