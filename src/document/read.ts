import { toDocument } from './document.ts';
import { setLanguages } from './language.ts';
import type { Document, Format, Language, ReadResult, Span } from './types.ts';

export interface ReadOptions {
  /** How Markdown is read: both read the same, `full` with the reference parser throughout. */
  parser?: 'fast' | 'full';
}

type TextFormat = 'markdown' | 'html' | 'text';
type TextReader = (source: string, options?: ReadOptions) => ReadResult;

const READERS: Record<TextFormat, () => Promise<TextReader>> = {
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
  html: async () => (await import('./readers/html.ts')).readHtml,
  text: async () => (await import('./readers/text.ts')).readText,
};

/**
 * Reads a text of a format into a document. Readers load when their format is first met.
 * @param language what the text is in, where the caller knows better than the words.
 */
export async function readDocument(
  path: string,
  format: Format,
  source: string,
  language?: Language,
  options?: ReadOptions,
): Promise<Document> {
  const reader = await READERS[format === 'docx' || format === 'pdf' ? 'text' : format]();
  return inItsLanguage(path, format, source, readBehindMark(reader, source, options), language);
}

/** Few texts leave their language open to function words; only for them the detector with its data is loaded. */
export async function inItsLanguage(
  path: string,
  format: Format,
  source: string,
  read: ReadResult,
  language?: Language,
): Promise<Document> {
  const document = toDocument(path, format, source, read, language);
  if (document.languageSure) return document;
  const { detectLanguage } = await import('./detector.ts');
  const { text, blocks, tokens } = document;
  const told = setLanguages(text, blocks, tokens, { declared: read.declaredLanguage, detect: detectLanguage });
  return Object.assign(document, { language: told.language, languageSure: told.sure });
}

const BYTE_ORDER_MARK = '\ufeff';

/** A byte order mark is the file's first character, so offsets count it; readers see the text behind it. */
function readBehindMark(reader: TextReader, source: string, options?: ReadOptions): ReadResult {
  return source.startsWith(BYTE_ORDER_MARK) ? shifted(reader(source.slice(1), options), 1) : reader(source, options);
}

function shifted(read: ReadResult, by: number): ReadResult {
  const move = <T extends { source: Span }>(item: T): T => ({
    ...item,
    source: { start: item.source.start + by, end: item.source.end + by },
  });
  return {
    ...read,
    map: { start: (at) => read.map.start(at) + by, end: (at) => read.map.end(at) + by },
    blocks: read.blocks.map(move),
    links: read.links.map(move),
    comments: read.comments.map(move),
    problems: read.problems.map(move),
    frontMatter: read.frontMatter && { start: read.frontMatter.start + by, end: read.frontMatter.end + by },
  };
}

/** The format a file name says; undefined when it says none. */
export function formatOf(path: string): Format | undefined {
  const extension = /\.([^.\\/]+)$/.exec(path.toLowerCase())?.[1];
  switch (extension) {
    case 'md':
    case 'markdown':
    case 'mdx':
    case 'mdown':
      return 'markdown';
    case 'html':
    case 'htm':
    case 'xhtml':
      return 'html';
    case 'txt':
    case 'text':
      return 'text';
    case 'docx':
      return 'docx';
    case 'pdf':
      return 'pdf';
    default:
      return undefined;
  }
}
