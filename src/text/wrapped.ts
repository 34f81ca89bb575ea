/** Characters of a line that is wrapped prose; lines of addresses and lists of names are shorter. */
const PROSE_LINE = 50;

/** Whether the line break at `at` only wraps a paragraph: the line in front of it is as long as prose is. */
export function isWrapped(text: string, at: number): boolean {
  return text[at] === '\n' && at >= PROSE_LINE && !text.slice(at - PROSE_LINE, at).includes('\n');
}
