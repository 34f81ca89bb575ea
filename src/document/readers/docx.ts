import { strFromU8, unzip, type UnzipFileInfo } from 'fflate';
import { UnreadableError } from '../encoding.ts';
import { LineWriter } from './lines.ts';
import { readBody } from './docx/body.ts';
import { readNotes, readNumbering, readProperties, readRelations, readStyles } from './docx/parts.ts';
import { markHeaders, markNumberedItems, nestNumberedTitles } from './unmarked.ts';
import type { ReadResult } from '../types.ts';

/** Parts larger than this, unpacked, are no policy but a trap (a zip of a few KB can hold gigabytes). */
const LARGEST_PART = 40_000_000;
const PARTS =
  /^(?:word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/document\.xml\.rels|docProps\/core\.xml)$/;

/**
 * Reads a Word document: headings by outline level or style name, lists, tables, footnotes, links; insertions kept,
 * deletions and the table of contents dropped. `source` is the text with one line a block: the positions of the result
 * point into it, since those of the zipped XML would tell nobody anything. Throws `UnreadableError` for what is no Word
 * document or too large.
 */
export async function readDocx(bytes: Uint8Array): Promise<{ source: string } & ReadResult> {
  const parts = await unpack(bytes);
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const document = part('word/document.xml');
  if (!document) throw new UnreadableError('The zip archive holds no Word document (word/document.xml is missing).');
  const writer = new LineWriter();
  const { title, language } = readProperties(part('docProps/core.xml'));
  readBody(document, writer, {
    styles: readStyles(part('word/styles.xml')),
    numbering: readNumbering(part('word/numbering.xml')),
    links: readRelations(part('word/_rels/document.xml.rels')),
    notes: [...readNotes(part('word/footnotes.xml')), ...readNotes(part('word/endnotes.xml'))],
  });
  const read = writer.result();
  markHeaders(read.text, read.blocks);
  nestNumberedTitles(read.text, read.blocks);
  markNumberedItems(read.text, read.blocks, writer.nextGroup);
  return { ...read, title, declaredLanguage: language };
}

function unpack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    let total = 0;
    const filter = (file: UnzipFileInfo): boolean => {
      if (!PARTS.test(file.name)) return false;
      total += file.originalSize;
      return total <= LARGEST_PART;
    };
    unzip(bytes, { filter }, (error, files) => {
      if (error) reject(new UnreadableError('The Word document is damaged: it cannot be unpacked.'));
      else if (total > LARGEST_PART) reject(new UnreadableError('The Word document is too large when unpacked.'));
      else resolve(files);
    });
  });
}
