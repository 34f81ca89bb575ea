import { fileURLToPath } from 'node:url';
import type * as Pool from 'tinypool';
import { importModule } from '../config/import-module.ts';
import type { Locale } from '../rules/engine.ts';
import { comparePair, type Pair, type PairResult } from './compare.ts';
import type { Input } from './inputs.ts';
import { Linter, type LintResult } from './linter.ts';
import type { Settings } from './settings.ts';
import type { Task } from './worker.ts';

/** Files a worker is handed at once: few enough to spread well, enough to make messages cheap. */
const BATCH = 8;
/** Fewer are not worth a second program that warms up: 100 policies took a third more CPU for a tenth less waiting. */
const WORTH_WORKERS = 150;

/** A worker cannot be started from TypeScript: run from the sources, everything is done in one thread. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');

let threaded = false;

/** Whether work was done in other threads than the one that asks. */
export function ranInThreads(): boolean {
  return threaded;
}

type Inputs = Iterable<Input> | AsyncIterable<Input>;

/** Lints inputs of which so many are known to come (Infinity: nobody knows how many). */
export type Lint = (inputs: Inputs, files: number) => Promise<AsyncGenerator<LintResult, void>>;

/** Results in the order of the inputs, whoever made them; at most a window of documents is held at a time. */
export function lintAll(
  inputs: Inputs,
  settings: Settings,
  threads: number,
  linter = new Linter(settings),
): AsyncGenerator<LintResult, void> {
  return inOrder(
    inputs,
    threads,
    (input) => linter.lint(input),
    (batch) => ({ settings, inputs: batch }),
  );
}

/** Likewise for pairs of versions. */
export function compareAll(
  pairs: AsyncIterable<Pair>,
  settings: Settings,
  locale: Locale,
  threads: number,
): AsyncGenerator<PairResult, void> {
  const linter = new Linter(settings);
  return inOrder(
    pairs,
    threads,
    (pair) => comparePair(pair, linter, locale),
    (batch) => ({ settings, pairs: batch, locale }),
  );
}

async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  threads: number,
  one: (item: Item) => Promise<Result>,
  task: (batch: Item[]) => Task,
): AsyncGenerator<Result, void> {
  if (threads <= 1 || FROM_SOURCES) {
    for await (const item of items) yield await one(item);
    return;
  }
  threaded = true;
  const { Tinypool } = (await importModule('./chunks/tinypool.js')) as typeof Pool;
  const pool = new Tinypool({
    filename: workerFile(),
    minThreads: threads,
    maxThreads: threads,
  });
  const waiting: Promise<Result[]>[] = [];
  try {
    for await (const batch of batches(items)) {
      waiting.push(pool.run(task(batch)) as Promise<Result[]>);
      if (waiting.length >= threads * 2) yield* await waiting.shift()!;
    }
    while (waiting.length > 0) yield* await waiting.shift()!;
  } finally {
    for (const batch of waiting) batch.catch(() => undefined);
    await pool.destroy();
  }
}

/** Threads for a run: what was asked for; on `auto` as many as there are processors, once there is enough to do. */
export function threadsFor(asked: number | 'auto', files: number, processors: () => number): number {
  if (asked !== 'auto') return asked;
  // Nobody knows how many: another engine spreads the work, and started this process for its share.
  if (files === Infinity) return 1;
  return files < WORTH_WORKERS ? 1 : Math.min(processors(), Math.ceil(files / BATCH), 8);
}

async function* batches<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item[], void> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** `worker.cjs` stands beside the bundled program. */
function workerFile(): string {
  return fileURLToPath(new URL('worker.cjs', import.meta.url));
}
