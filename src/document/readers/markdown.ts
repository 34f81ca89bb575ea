import { lineStarts } from '../positions.ts';
import type { ReadResult } from '../types.ts';
import { declared, frontMatterOf } from './markdown/front-matter.ts';
import { readFully } from './markdown/full.ts';
import { Lines } from './markdown/lines.ts';
import { Output } from './markdown/output.ts';
import { readFast } from './markdown/scanner.ts';
import { Session } from './markdown/session.ts';

export interface MarkdownOptions {
  /** `full` reads every block with the reference parser, `fast` (default) only those that need it; both read the same. */
  parser?: 'fast' | 'full';
  /** Characters the reference parser is given at a time in `full` mode. */
  piece?: number;
}

/**
 * Reads Markdown (CommonMark with tables, footnotes, strikethrough and front matter). Never throws; what a guard keeps
 * from the parser is read line by line and told in `problems`.
 */
export function readMarkdown(source: string, options: MarkdownOptions = {}): ReadResult {
  const clean = source.includes('\0') ? source.replaceAll('\0', '\ufffd') : source;
  const out = new Output(clean);
  let start = clean.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = frontMatterOf(clean, start);
  if (frontMatter) {
    start = frontMatter.end;
    out.frontMatter = frontMatter;
    const { title, language } = declared(clean, frontMatter);
    out.title = title;
    out.language = language;
  }
  const session = new Session(out, new Lines(clean, linesFrom(clean, start)));
  session.collectLabels(0);
  if (options.parser === 'full') readFully(session, options.piece);
  else readFast(session);
  return out.result();
}

/** Starts of the lines from an offset on, which itself begins one. */
function linesFrom(source: string, from: number): Int32Array {
  const starts = lineStarts(source);
  if (from === 0) return starts;
  let first = 0;
  while (first < starts.length && starts[first]! < from) first++;
  const rest = starts.subarray(first);
  return Int32Array.from(rest[0] === from ? rest : [from, ...rest]);
}
