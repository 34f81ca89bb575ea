/** A line of a page, and where on it. */
export interface PageLine {
  text: string;
}

const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(?:(?:page|sayfa|seite|lapa|lpp\.?|strona|str\.?|página|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:\/|of|von|no|de|sur|z|\/ )\s*\d{1,4})?(?:\s*[-–—])?$/iu;
const LONGEST = 120;
const AT_EDGE = 2;

/** Lines of each page that are its number, or stand at the head or foot of most pages. `pages` hold lines from top to bottom. */
export function marginsOf<L extends PageLine>(pages: readonly (readonly L[])[]): Set<L> {
  const key = (line: L): string => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
  const edges = pages.map((lines) => [...new Set([...lines.slice(0, AT_EDGE), ...lines.slice(-AT_EDGE)])]);
  const seen = new Map<string, number>();
  for (const edge of edges) for (const k of new Set(edge.map(key))) seen.set(k, (seen.get(k) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.5);
  return new Set(
    edges.flatMap((edge) =>
      edge.filter((line) => {
        const repeated = pages.length > 1 && line.text.length < LONGEST && seen.get(key(line))! >= often;
        return repeated || PAGE_NUMBER.test(line.text);
      }),
    ),
  );
}
