import { decodeBytes, UnreadableError } from './encoding.ts';
import { formatOf, inItsLanguage, readDocument, type ReadOptions } from './read.ts';
import type { Document, Format, Language } from './types.ts';

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

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Formats that are told by their first bytes; a PDF may begin within the first thousand. */
function containerOf(bytes: Uint8Array): 'pdf' | 'zip' | undefined {
  const head = bytes.subarray(0, 1024);
  const isAt = (at: number, magic: readonly number[]) => magic.every((byte, i) => head[at + i] === byte);
  if (isAt(0, ZIP)) return 'zip';
  for (let at = head.indexOf(PDF[0]!); at >= 0; at = head.indexOf(PDF[0]!, at + 1)) if (isAt(at, PDF)) return 'pdf';
  return undefined;
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
