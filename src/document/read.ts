import { toDocument } from './document.ts';
import type { Document, Format, Reader } from './types.ts';

const READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  markdown: async () => (await import('./readers/markdown.ts')).readMarkdown,
};

/** Reads a text of a format into a document. Readers load when their format is first met. */
export async function readDocument(path: string, format: Format, source: string): Promise<Document> {
  const load = READERS[format] ?? READERS.markdown!;
  return toDocument(path, format, source, (await load())(source));
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
