import { atxLevel, type Lines, listMarkerAt, skipBlanks, trimBlanks } from './lines.ts';
import type { Output } from './output.ts';

/** Reads lines as plain text: what a guard kept from the parser. Headings and items by their marks, the rest as paragraphs. */
export function readPlain(out: Output, lines: Lines, from: number, to: number): void {
  const { source } = lines;
  let blockStart = -1;
  let blockEnd = -1;
  const endParagraph = () => {
    if (blockStart >= 0) out.close({ kind: 'paragraph', level: 0, source: { start: blockStart, end: blockEnd } });
    blockStart = -1;
  };
  for (let line = from; line < to; line++) {
    const end = trimBlanks(source, lines.start(line), lines.end(line));
    let at = skipBlanks(source, lines.start(line), end);
    while (at < end && source.charCodeAt(at) === 62) at = skipBlanks(source, at + 1, end);
    if (at >= end) {
      endParagraph();
      continue;
    }
    const level = atxLevel(source, at, end);
    const marker = level ? undefined : listMarkerAt(source, at, end);
    if (level || marker) {
      endParagraph();
      const text = skipBlanks(source, at + (level || marker!.width), end);
      out.text(source.slice(text, end), text, end);
      const span = { start: at, end };
      if (level) out.close({ kind: 'heading', level, source: span });
      else out.close({ kind: 'item', level: 1, source: span, marker: source.slice(at, at + marker!.width) });
      continue;
    }
    if (blockStart < 0) blockStart = at;
    else out.text('\n', blockEnd, at);
    out.text(source.slice(at, end), at, end);
    blockEnd = end;
  }
  endParagraph();
}
