export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Slope of log(time) over log(size) by least squares: 1 is linear, 2 quadratic. NaN below two points. */
export function growthExponent(points: readonly { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** Median of the ratios round by round, of the rounds both have: a machine that was slow for a while was so for both. */
export function ratio(values: readonly number[], yardstick: readonly number[]): number {
  const rounds = Math.min(values.length, yardstick.length);
  return rounds === 0 ? NaN : median(Array.from({ length: rounds }, (_, i) => values[i]! / yardstick[i]!));
}
