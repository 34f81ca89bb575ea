import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** One program with its arguments. `rounds`: at most so often (slow ones). */
export interface Contender {
  name: string;
  command: readonly string[];
  rounds?: number;
  limitSeconds?: number;
  /** Variables beside those of this process. */
  env?: Readonly<Record<string, string>>;
  /** Called before every run. */
  before?(): void;
}

/** What runs of a contender took, one entry a round: seconds, seconds of both processors, bytes. */
export interface Measured {
  name: string;
  wall: number[];
  cpu: number[];
  peak: number[];
  /** Killed after so many seconds. */
  over?: number;
  /** Ended by a signal or with a code above 2, which no linter means as "findings". */
  failed?: string;
}

interface Usage {
  wall: number;
  cpu: number;
  peak: number;
  code: number | null;
  timedOut: boolean;
  stderr: string;
}

const TIME = '/usr/bin/time';

/** Every contender in turn, round after round (A B A B), so that a busy moment of the machine meets all. */
export async function sideBySide(
  contenders: readonly Contender[],
  rounds: number,
  cwd: string,
  log: (line: string) => void,
): Promise<Measured[]> {
  const all = contenders.map(({ name }): Measured => ({ name, wall: [], cpu: [], peak: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const measured = all[i]!;
      if (measured.over !== undefined || measured.failed !== undefined || round >= (contender.rounds ?? rounds))
        continue;
      const limit = contender.limitSeconds ?? 120;
      contender.before?.();
      const usage = await runOnce(contender.command, cwd, limit, contender.env);
      log(`${contender.name}: ${usage.timedOut ? `> ${limit} s` : `${usage.wall.toFixed(2)} s`}`);
      if (usage.timedOut) measured.over = limit;
      else if (usage.code === null || usage.code > 2) measured.failed = usage.stderr.trim().slice(-300);
      else {
        measured.wall.push(usage.wall);
        measured.cpu.push(usage.cpu);
        measured.peak.push(usage.peak);
      }
    }
  }
  return all;
}

/** Runs a program, its output thrown away, and says what it took of time and memory (the largest of its processes). */
async function runOnce(
  command: readonly string[],
  cwd: string,
  limitSeconds: number,
  more: Contender['env'] = {},
): Promise<Usage> {
  const report = join(cwd, 'usage.txt');
  const [program, args, env] = measured(command, cwd, report);
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...env, ...more },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString('utf8')).slice(-2_000)));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    process.kill(-child.pid!, 'SIGKILL');
  }, limitSeconds * 1_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  const wall = (performance.now() - start) / 1_000;
  return { ...usageIn(report, wall), code, timedOut, stderr };
}

/** bash counts time in milliseconds, GNU time memory. Without them a Node process tells what it used when it ends. */
function measured(command: readonly string[], cwd: string, report: string): [string, string[], NodeJS.ProcessEnv] {
  if (existsSync(TIME) && existsSync('/bin/bash')) {
    const script = `TIMEFORMAT='%3R %3U %3S'; { time ${TIME} -q -f %M -o "$0.peak" "$@" 2>&3; } 3>&2 2>"$0"`;
    return ['/bin/bash', ['-c', script, report, ...command], process.env];
  }
  const hook = join(cwd, 'usage.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => { const u = process.resourceUsage(); require('fs').writeFileSync(${JSON.stringify(report)},
     [0, u.userCPUTime / 1e6, u.systemCPUTime / 1e6, u.maxRSS].join(' ')) })`,
  );
  return [command[0]!, command.slice(1), { ...process.env, NODE_OPTIONS: `--require ${hook}` }];
}

function usageIn(report: string, wall: number): { wall: number; cpu: number; peak: number } {
  if (!existsSync(report)) return { wall, cpu: NaN, peak: NaN };
  const [timed, user, system, peak] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  const kilobytes = existsSync(`${report}.peak`) ? Number(readFileSync(`${report}.peak`, 'utf8').trim()) : peak!;
  rmSync(report, { force: true });
  rmSync(`${report}.peak`, { force: true });
  return { wall: timed || wall, cpu: user! + system!, peak: kilobytes * 1024 };
}
