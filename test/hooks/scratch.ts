import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Ran {
  code: number | null;
  output: string;
}

/** A repository of someone who uses the hooks. Nothing of the user's own git settings holds in it. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'policylint-user-'));
  readonly env: Record<string, string | undefined>;

  constructor(env: Record<string, string> = {}) {
    this.env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LANG: 'C.UTF-8', ...env };
    // A run inside another hook would otherwise write to the repository of that one.
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_WORK_TREE']) delete this.env[name];
    this.run('git', 'init', '--quiet', '--initial-branch=main');
    this.run('git', 'config', 'user.name', 'Test');
    this.run('git', 'config', 'user.email', 'test@example.com');
  }

  write(path: string, content: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content, { mode });
  }

  run(command: string, ...args: string[]): Ran {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env: this.env as NodeJS.ProcessEnv,
      encoding: 'utf8',
    });
    return { code: status, output: `${stdout ?? ''}${stderr ?? ''}` };
  }

  /** Commits everything, hooks and all. */
  commit(message: string): Ran {
    this.run('git', 'add', '--all');
    return this.run('git', 'commit', '-m', message);
  }

  get commits(): string[] {
    return this.run('git', 'log', '--format=%s').output.trim().split('\n');
  }
}

/** True when a program can be started. */
export function installed(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}
