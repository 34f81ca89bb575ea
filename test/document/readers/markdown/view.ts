import { readMarkdown, type MarkdownOptions } from '../../../../src/document/readers/markdown.ts';

/** Everything a reader says, in a form two readings can be compared in: groups by order, positions of every character. */
export function view(source: string, options: MarkdownOptions): unknown {
  const read = readMarkdown(source, options);
  const groups = new Map<number, number>();
  const groupOf = (group: number | undefined) => {
    if (group === undefined) return undefined;
    if (!groups.has(group)) groups.set(group, groups.size);
    return groups.get(group);
  };
  const places = Array.from(read.text, () => 0).map((_, i) => [read.map.start(i), read.map.end(i + 1)]);
  return {
    ...read,
    map: places,
    blocks: read.blocks.map((block) => ({ ...block, group: groupOf(block.group) })),
    comments: [...read.comments].sort((a, b) => a.source.start - b.source.start),
  };
}

/** One line per block: kind, level, text, and the source it maps to where that is not the same. */
export function outline(source: string, options: MarkdownOptions = {}): string[] {
  const read = readMarkdown(source, options);
  return read.blocks.map((block) => {
    const text = read.text.slice(block.start, block.end);
    const level = block.level ? ` ${block.level}` : '';
    const marker = block.marker ? ` ${block.marker}` : '';
    const cells = block.cells?.map((cell) => read.text.slice(cell.start, cell.end)).join(' ¦ ');
    return `${block.kind}${level}${marker}${block.header ? ' header' : ''}: ${cells ?? text.replaceAll('\n', '⏎')}`;
  });
}

/** The source each stretch of the plain text stands for, where it differs from the text itself. */
export function sourceOf(source: string, needle: string): string {
  const read = readMarkdown(source);
  const at = read.text.indexOf(needle);
  if (at < 0) throw new Error(`no “${needle}” in “${read.text}”`);
  return source.slice(read.map.start(at), read.map.end(at + needle.length));
}
