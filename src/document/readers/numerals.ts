const ROMAN = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
/** Larger ones number nothing, and would make long texts. */
const LARGEST_ROMAN = 399;

/** The number of a list's item in small Roman numerals. */
export function romanOf(number: number): string {
  let rest = Math.min(number, LARGEST_ROMAN);
  let text = '';
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}

/** The number of a list's item as a small letter; behind the last one it begins again. */
export function letterOf(number: number): string {
  return String.fromCharCode(97 + ((((number - 1) % 26) + 26) % 26));
}
