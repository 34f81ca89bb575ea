import { follows } from './markers.ts';
import { isProse, mayBeHeading } from './shape.ts';
import type { Unit } from './units.ts';

/** Numbers of one look that go up: the sections of a document, or the items of a list. */
export interface Series {
  style: string;
  members: number[];
  values: number[];
}

/** Groups numbered units into series; a number that continues no open series begins one. */
export function findSeries(units: readonly Unit[], skip: ReadonlySet<number>): Series[] {
  const all: Series[] = [];
  const open = new Map<string, Series[]>();
  units.forEach((unit, i) => {
    const marker = unit.marker;
    if (!marker || marker.kind === 'bullet' || marker.kind === 'multi' || skip.has(i)) return;
    for (const { style, value } of marker.values) {
      const candidates = open.get(style) ?? [];
      const at = bestSeries(candidates, style, value, unit, units);
      if (at < 0) continue;
      candidates[at]!.members.push(i);
      candidates[at]!.values.push(value);
      candidates.length = at + 1;
      return;
    }
    const reading = marker.values.find((r) => r.value === 1) ?? marker.values[0]!;
    const series = { style: reading.style, members: [i], values: [reading.value] };
    all.push(series);
    const same = open.get(reading.style) ?? [];
    if (same.length > 8) same.shift();
    open.set(reading.style, [...same, series]);
  });
  return all;
}

/** Of the open series a number continues, the one whose members look most like it; the innermost when in doubt. */
function bestSeries(open: readonly Series[], style: string, value: number, unit: Unit, units: readonly Unit[]): number {
  let best = -1;
  let top = -1;
  open.forEach((series, s) => {
    const last = series.values.at(-1)!;
    if (!follows(style, last, value)) return;
    const model = units[series.members.at(-1)!]!;
    const score =
      (value === last + 1 ? 4 : 0) +
      (mayBeHeading(titleOf(model), true) === mayBeHeading(titleOf(unit), true) ? 2 : 0) +
      (model.gap === unit.gap && model.indent === unit.indent ? 1 : 0);
    if (score < top) return;
    top = score;
    best = s;
  });
  return best;
}

/** Which members of a series are headings: short ones with something under them, in a series where that is the rule. */
export function headingsOf(series: Series, units: readonly Unit[]): number[] {
  const { members } = series;
  const may = members.map((i) => mayBeHeading(titleOf(units[i]!), true));
  const holds = members.map((i, m) => i + 1 < units.length && i + 1 !== members[m + 1]);
  const keyword = units[members[0]!]!.marker!.kind === 'keyword';
  const candidates = members.filter((_, m) => may[m]);
  if (candidates.length === 0) return [];
  if (members.length === 1) {
    const i = members[0]!;
    const unit = units[i]!;
    const before = units[i - 1];
    const next = units[i + 1];
    const stands = unit.gap > 0 || !before || isProse(before);
    return next && (isProse(next) || keyword) && stands && !before?.text.endsWith(':') ? [i] : [];
  }
  let filled = 0;
  let inner = 0;
  for (let m = 0; m + 1 < members.length; m++) {
    if (!may[m]) continue;
    inner++;
    if (holds[m]) filled++;
  }
  const first = members[0]!;
  const leadIn = units[first - 1]?.text.endsWith(':') ?? false;
  if (inner > 0 && filled * 2 >= inner && (filled > 0 || keyword)) return leadIn && filled < inner ? [] : candidates;
  // "1. Scope" and "2. Data" with nothing between, then prose: two headings if an empty line sets them apart.
  const [one, two] = members;
  const next = units[two! + 1];
  if (members.length === 2 && !leadIn && units[two!]!.gap > 0 && may[0] && may[1] && next && isProse(next))
    return [one!, two!];
  return [];
}

/** The text behind the number. */
export function titleOf(unit: Unit): string {
  return unit.marker ? unit.text.slice(unit.marker.length).trim() : unit.text;
}
