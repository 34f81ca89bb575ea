import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Measured } from './measure.ts';
import { median, ratio } from './statistics.ts';

/** Rows of measured programs beside a yardstick: medians, and ratios round by round. */
export function comparison(title: string, all: readonly Measured[], yardstick: string): string {
  const yard = all.find(({ name }) => name === yardstick);
  const rows = all.map((m) => {
    if (m.wall.length === 0)
      return [
        m.name,
        m.over === undefined ? `failed: ${oneLine(m.failed ?? '')}` : `> ${m.over} s`,
        '',
        '',
        '',
        '',
        '',
      ];
    const beside = (key: 'wall' | 'cpu') => (yard ? number(ratio(m[key], yard[key])) : '');
    return [
      m.name,
      seconds(median(m.wall)),
      seconds(median(m.cpu)),
      megabytes(median(m.peak)),
      beside('wall'),
      beside('cpu'),
      String(m.wall.length),
    ];
  });
  return section(
    title,
    ['', 'wall s', 'CPU s', 'peak MB', `wall × ${yardstick}`, `CPU × ${yardstick}`, 'rounds'],
    rows,
  );
}

export function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(line),
    '',
  ].join('\n');
}

export function heading(date: string, about: readonly string[]): string {
  const { model } = cpus()[0] ?? { model: 'unknown processor' };
  return [
    '# Results of `npm run bench`',
    '',
    `${date}. ${availableParallelism()} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()} ${arch()}, Node ${process.version}.`,
    `Load of the machine when the run began: ${loadavg()[0]!.toFixed(1)}.`,
    '',
    'Whole processes, medians of the rounds; the programs take turns (A B A B), and a ratio is the median of the ratios',
    'round by round. CPU is user and system time; peak is the largest single process.',
    '',
    ...about.flatMap((line) => [line, '']),
  ].join('\n');
}

export const seconds = (value: number) => value.toFixed(value < 10 ? 3 : 1);
export const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
export const number = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(2));

function oneLine(text: string): string {
  return text.replace(/[\s|]+/g, ' ').slice(0, 100);
}
