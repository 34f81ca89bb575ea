import type { Inputs } from './inputs.ts';
import { type Contender, type Measured, sideBySide } from './measure.ts';
import type { Programs } from './peers.ts';
import type { Edit } from './policies.ts';
import { comparison, megabytes, number, seconds, section } from './report.ts';
import { growthExponent, median } from './statistics.ts';

export interface Bench {
  programs: Programs;
  inputs: Inputs;
  quick: boolean;
  scratch: string;
  log(line: string): void;
}

/** A group of measurements: a title and tables, as Markdown. */
export interface Group {
  name: string;
  run(bench: Bench): Promise<string>;
}

export const GROUPS: readonly Group[] = [
  { name: 'start', run: start },
  { name: 'many', run: many },
  { name: 'growth', run: growth },
  { name: 'slow', run: slow },
  { name: 'diff', run: diff },
  { name: 'corpus', run: corpus },
];

const LINES = ['-f', 'json-lines'];
const YARD = 'remark-parse alone';
const BOTH = 'remark-parse of both alone';

function side(bench: Bench, contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  return sideBySide(contenders, rounds, bench.scratch, bench.log);
}

/** What a hook feels: one file, from the start of the process to its end. */
async function start(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const tables = [];
  for (const [title, file] of [
    ['One small file', inputs.small()],
    ['One policy of 17 KB', inputs.size(17_000)],
  ] as const) {
    const contenders = [
      programs.bareNode,
      programs.us('policylint --version', '--version'),
      programs.us('policylint', file),
      programs.usFirst('policylint, first run (nothing compiled before)', file),
      programs.remarkAlone(file),
      ...programs.peers(file).map((peer) => ({ ...peer, rounds: quick ? 1 : 5 })),
    ];
    tables.push(comparison(title, await side(bench, contenders, quick ? 3 : 15), 'node -e 0'));
  }
  return tables.join('\n');
}

async function many(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const tables = [];
  for (const count of quick ? [100] : [100, 1_000]) {
    const folder = inputs.corpus(count);
    const peerRounds = quick || count > 100 ? 1 : 3;
    const contenders = [
      programs.remarkAlone(folder),
      programs.us('policylint, one thread', folder, '--threads', 'off'),
      programs.us('policylint', folder),
      programs.us('policylint, json-lines', folder, ...LINES),
      {
        ...programs.us('policylint --parser full', folder, '--threads', 'off', '--parser', 'full'),
        rounds: peerRounds,
      },
      { ...programs.parserAlone(folder), rounds: peerRounds },
      ...programs.peers(folder).map((peer) => ({ ...peer, rounds: peerRounds })),
    ];
    tables.push(
      comparison(
        `${count.toLocaleString('en')} policies`,
        await side(bench, contenders, quick ? 1 : count > 100 ? 2 : 3),
        YARD,
      ),
    );
  }
  return tables.join('\n');
}

async function growth(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const sizes = quick ? [10_000, 100_000, 1_000_000] : [10_000, 100_000, 1_000_000, 10_000_000];
  const lints = new Map<number, Measured>();
  const tables = [];
  for (const size of sizes) {
    const file = inputs.size(size);
    const contenders = [
      { ...programs.remarkAlone(file), rounds: size > 1_000_000 ? 1 : 3 },
      programs.us('policylint', file),
      programs.us('policylint --version', '--version'),
    ];
    if (size === 1_000_000)
      contenders.push(...programs.peers(file).map((peer) => ({ ...peer, rounds: 1, limitSeconds: quick ? 5 : 20 })));
    const measured = await side(bench, contenders, quick ? 1 : 3);
    lints.set(size, measured[1]!);
    if (size >= 1_000_000) tables.push(comparison(`One policy of ${size / 1e6} MB`, measured, YARD));
  }
  const idle = median((await side(bench, [programs.us('policylint', inputs.small())], 3))[0]!.cpu);
  return [...tables, exponents('Growth of lint', lints, idle)].join('\n');
}

/** Growth with and without the cost of starting, which makes small inputs look dear and growth flat. */
function exponents(title: string, bySize: ReadonlyMap<number, Measured>, idle: number): string {
  const points = [...bySize].filter(([, m]) => m.cpu.length > 0).map(([size, m]) => ({ size, time: median(m.cpu) }));
  const net = points.map(({ size, time }) => ({ size, time: Math.max(time - idle, 0.001) }));
  const rows = points.map(({ size, time }, i) => [
    `${size / 1_000} KB`,
    seconds(time),
    seconds(net[i]!.time),
    i === 0 ? '' : number(growthExponent(net.slice(i - 1, i + 1))),
  ]);
  rows.push(['exponent over all', number(growthExponent(points)), number(growthExponent(net)), '']);
  return section(title, ['', 'CPU s', 'CPU s less a small file’s', 'exponent of this step'], rows);
}

async function slow(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const all = inputs.pathological();
  const contenders = (quick ? all.filter((_, i) => i % 4 === 0) : all).map(({ name, file }) => ({
    ...programs.us(name, file),
    limitSeconds: 20,
  }));
  const measured = await side(bench, contenders, 1);
  const rows = measured.map((m) =>
    m.wall.length === 0
      ? [m.name, m.over === undefined ? 'failed' : `> ${m.over}`, '', '']
      : [m.name, seconds(m.wall[0]!), seconds(m.cpu[0]!), megabytes(m.peak[0]!)],
  );
  return section('Inputs that make parsers slow', ['', 'wall s', 'CPU s', 'peak MB'], rows);
}

async function diff(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const sizes = quick ? [20_000, 200_000] : [20_000, 200_000, 1_000_000, 5_000_000];
  const idle = median((await side(bench, [programs.us('policylint', inputs.small())], 3))[0]!.cpu);
  const texts = [];
  for (const edit of ['light', 'heavy', 'rewrite'] satisfies Edit[]) {
    const rows = [];
    const bySize = new Map<number, Measured>();
    for (const size of sizes) {
      const [before, after] = inputs.pair(size, edit);
      const contenders = [
        programs.us('policylint diff', 'diff', before, after),
        { ...programs.remarkBoth(before, after), rounds: size > 1_000_000 ? 1 : 3 },
        ...programs.comparisons(before, after, quick ? 5 : 10),
      ];
      const measured = await side(bench, contenders, quick || size > 1_000_000 ? 1 : 3);
      bySize.set(size, measured[0]!);
      rows.push(comparison(`Diff, ${edit} edits, ${size / 1_000} KB`, measured, BOTH));
    }
    texts.push(...rows, exponents(`Growth of diff, ${edit} edits`, bySize, idle));
  }
  return texts.join('\n');
}

/** Memory that does not grow, and what a cache and a second thread bring. */
async function corpus(bench: Bench): Promise<string> {
  const { programs, inputs, quick } = bench;
  const [few, lots] = (quick ? [100, 300] : [1_000, 10_000]).map((count) => [count, inputs.corpus(count)] as const);
  const cache = ['--cache', '--cache-location', 'in/cache'];
  const run = (count: number, folder: string, threads: number, ...more: string[]) =>
    programs.us(
      [`${count} policies`, `${threads} thread(s)`, ...more.slice(0, 1)].join(', '),
      folder,
      ...LINES,
      '--threads',
      String(threads),
      ...more.slice(1),
    );
  const contenders = [
    run(...few!, 1),
    run(...few!, 2),
    { ...run(...lots!, 2), limitSeconds: 400 },
    run(...few!, 1, 'cache empty', ...cache),
    run(...few!, 1, 'all cached', ...cache),
  ];
  return comparison('Corpora as json-lines', await side(bench, contenders, 1), contenders[0]!.name);
}
