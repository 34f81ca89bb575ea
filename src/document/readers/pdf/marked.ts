/** What pdf.js gives of a page with marked content: pieces of text, and where stretches with an id begin and end. */
export interface MarkedItem {
  type?: string;
  id?: string | null;
  tag?: string;
  str?: string;
  transform?: readonly number[];
  width?: number;
  height?: number;
  fontName?: string;
  hasEOL?: boolean;
}

export interface MarkedText {
  /** Text by id, a line end where the page has one. */
  texts: Map<string, string>;
  /** Characters under an id, and under none; what the file says is no content counts nowhere. */
  marked: number;
  unmarked: number;
}

/** The text of a page by the ids that its structure refers to. */
export function textsById(items: readonly MarkedItem[]): MarkedText {
  const texts = new Map<string, string>();
  const open: { id: string | undefined; artifact: boolean }[] = [];
  let last: { right: number; y: number; height: number; id: string | undefined } | undefined;
  let marked = 0;
  let unmarked = 0;
  for (const item of items) {
    if (item.type?.startsWith('begin')) {
      const outer = open.at(-1);
      open.push({ id: item.id ?? outer?.id, artifact: item.tag === 'Artifact' || (outer?.artifact ?? false) });
    } else if (item.type === 'endMarkedContent') open.pop();
    if (item.str === undefined) continue;
    const { id, artifact } = open.at(-1) ?? { id: undefined, artifact: false };
    if (artifact) continue;
    const length = item.str.trim().length;
    if (id === undefined) {
      unmarked += length;
      continue;
    }
    marked += length;
    const x = Number(item.transform?.[4] ?? 0);
    const y = Number(item.transform?.[5] ?? 0);
    const before = texts.get(id) ?? '';
    const glue = last && item.str.trim() !== '' ? glueOf(last, x, y) : '';
    const text = `${/\s$/.test(before) || /^\s/.test(item.str) ? '' : glue}${item.str}${item.hasEOL ? '\n' : ''}`;
    texts.set(id, before + text);
    if (length > 0) last = { right: x + (item.width ?? 0), y, height: item.height || 10, id };
    else if (item.hasEOL) last = undefined;
  }
  return { texts, marked, unmarked };
}

/** What stands between a piece of text and the one before it on the page. */
function glueOf(last: { right: number; y: number; height: number }, x: number, y: number): string {
  if (Math.abs(last.y - y) > last.height * 0.6) return '\n';
  return x - last.right > last.height * 0.15 ? ' ' : '';
}
