import type { ReadResult } from '../types.ts';
import { declared, frontMatterOf } from './markdown/front-matter.ts';
import { Output } from './markdown/output.ts';
import { parse } from './markdown/parser.ts';
import { writeTree } from './markdown/reference.ts';

export interface MarkdownOptions {
  /** `full` reads every block with the reference parser, `fast` only those that need it; both read the same. */
  parser?: 'fast' | 'full';
}

/** Reads Markdown (CommonMark with tables, footnotes, strikethrough and front matter). */
export function readMarkdown(source: string, _options: MarkdownOptions = {}): ReadResult {
  const out = new Output(source);
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = frontMatterOf(source, at);
  if (frontMatter) {
    at = frontMatter.end;
    out.frontMatter = frontMatter;
    const { title, language } = declared(source, frontMatter);
    out.title = title;
    out.language = language;
  }
  writeTree(out, parse(source.slice(at)), at, 0, (id) => `#${id}`);
  return out.result();
}
