import { toDocument } from './document.ts';
import { decodeBytes, UnreadableError } from './encoding.ts';
import { setLanguages } from './language.ts';
import type { Document, Format, Language, ReadResult, Span } from './types.ts';

export { UnreadableError } from './encoding.ts';

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
async function inItsLanguage(
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

/**
 * Reads a file's bytes into a document: the format is told by `format`, else by the name, else by the content; the
 * encoding by the content. Positions of Word and PDF files point into the text they hold, one line a block
 * (`Document.source`). Throws `UnreadableError` for a file that holds no text.
 */
export async function readBytes(
  path: string,
  bytes: Uint8Array,
  format?: Format,
  language?: Language,
  options?: ReadOptions,
): Promise<Document> {
  const container = containerOf(bytes);
  if (container === 'pdf' || (container === 'zip' && (format ?? formatOf(path) ?? 'docx') === 'docx')) {
    const kind = container === 'pdf' ? 'pdf' : 'docx';
    const read =
      kind === 'pdf'
        ? await (await import('./readers/pdf.ts')).readPdf(bytes)
        : await (await import('./readers/docx.ts')).readDocx(bytes);
    return inItsLanguage(path, kind, read.source, read, language);
  }
  const wanted = format ?? formatOf(path);
  if (wanted === 'docx') throw new UnreadableError('The file is not a Word document (.docx).');
  if (wanted === 'pdf') throw new UnreadableError('The file is not a PDF document.');
  const decoded = await decodeBytes(bytes);
  const document = await readDocument(path, wanted ?? sniffFormat(decoded.text), decoded.text, language, options);
  return { ...document, problems: [...decoded.problems, ...document.problems] };
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

/** Formats that are told by their first bytes. */
function containerOf(bytes: Uint8Array): 'pdf' | 'zip' | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return head.startsWith('PK\u0003\u0004') ? 'zip' : undefined;
}

const SNIFFED = 20_000;

/** The format of a text without a telling name: HTML by its first tag, Markdown by its marks, else plain text. */
export function sniffFormat(text: string): Format {
  const head = text.slice(0, SNIFFED).replace(/^\ufeff/, '');
  if (/^\s*(?:<\?xml[^>]{0,200}>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'html';
  if (/^---\r?\n[\s\S]{0,4000}?\r?\n---\r?\n/.test(head) || /^#{1,6} \S/m.test(head)) return 'markdown';
  if (
    /\*\*[^\s*][^*\n]{0,200}\*\*/.test(head) ||
    /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|[#/.])[^)\s]{0,500}\)/.test(head)
  )
    return 'markdown';
  const tags = head.match(/<\/?(?:p|div|h[1-6]|ul|ol|li|table|section|main|br)\b[^<>]{0,300}>/gi);
  return tags && tags.length >= 3 ? 'html' : 'text';
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
