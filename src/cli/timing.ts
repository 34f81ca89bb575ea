/** Time by name, for `TIMING=1`: the slowest checks first. */
export class Timing {
  readonly #spent = new Map<string, number>();
  readonly #start = performance.now();

  /** Runs a step and counts its time. */
  readonly timed = <T>(name: string, step: () => T): T => {
    const from = performance.now();
    try {
      return step();
    } finally {
      this.#spent.set(name, (this.#spent.get(name) ?? 0) + performance.now() - from);
    }
  };

  /** A table of the ten slowest, or of all. */
  table(all: boolean): string {
    const total = performance.now() - this.#start;
    const rows = [...this.#spent].sort((a, b) => b[1] - a[1]).slice(0, all ? undefined : 10);
    const line = (ms: number, name: string) =>
      `${ms.toFixed(1).padStart(9)} ms  ${((ms / total) * 100).toFixed(1).padStart(5)} %  ${name}\n`;
    return rows.map(([name, ms]) => line(ms, name)).join('') + line(total, 'total');
  }
}
