/**
 * Words put on lines of a width; a word that is too long stands alone. Own code because the library that does it loads
 * and compiles tables of emoji, which costs more than linting a policy; text written in cells of other widths may be
 * wrapped a little early or late.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const cells = cellsOf(word);
    if (line === '') [line, used] = [word, cells];
    else if (used + 1 + cells <= width) [line, used] = [`${line} ${word}`, used + 1 + cells];
    else {
      lines.push(line);
      [line, used] = [word, cells];
    }
  }
  lines.push(line);
  return lines;
}

/** Colours and links of a terminal. */
const ESCAPES = /\u001b(?:\[[\d;]*m|\][^\u0007]*\u0007)/g;

/** Cells a word takes in a terminal: none for marks, two for what East Asia writes in squares. */
function cellsOf(word: string): number {
  let cells = 0;
  for (const char of word.includes('\u001b') ? word.replace(ESCAPES, '') : word) {
    const code = char.codePointAt(0)!;
    if (code < 0x300) cells++;
    else if (!isMark(code)) cells += isWide(code) ? 2 : 1;
  }
  return cells;
}

function isMark(code: number): boolean {
  return code < 0x370 || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f);
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
