import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../src/document/encoding.ts';
import { readBytes, sniffFormat } from '../../src/document/read-bytes.ts';

describe('sniffFormat', () => {
  it.each([
    ['html', '<!DOCTYPE html><p>x'],
    ['html', '\ufeff  <!-- saved -->\n<html lang="tr">'],
    ['html', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
    ['html', '<h1>Privacy</h1><p>We keep data.</p>'],
    ['markdown', '---\ntitle: Privacy\n---\nText'],
    ['markdown', 'Intro\n\n## Data we keep\n'],
    ['markdown', 'We keep **nothing** at all.'],
    ['markdown', 'See [our site](https://fern.example/).'],
    ['text', 'Privacy Policy\n\nWe keep data. #1 of all (see [1]) costs 3 < 4.'],
    ['text', ''],
  ])('tells %s', (format, text) => {
    expect(sniffFormat(text)).toBe(format);
  });
});

describe('readBytes', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const word = zipSync({
    'word/document.xml': strToU8(
      '<w:document><w:body><w:p><w:r><w:t>We keep data.</w:t></w:r></w:p></w:body></w:document>',
    ),
  });

  it.each([
    ['a.md', 'markdown'],
    ['a.html', 'html'],
    ['a.txt', 'text'],
    ['noname', 'text'],
    ['noname.policy', 'text'],
  ])('reads %s as %s', async (path, format) => {
    const document = await readBytes(path, bytes('We keep data.'));
    expect([document.path, document.format, document.text]).toEqual([path, format, 'We keep data.']);
  });

  it('trusts a given format over the name, and the name over the content', async () => {
    expect((await readBytes('a.md', bytes('# A'), 'text')).format).toBe('text');
    expect((await readBytes('a.txt', bytes('# A\n\n**b**'))).format).toBe('text');
    expect((await readBytes('a', bytes('# A\n\n**b**'))).format).toBe('markdown');
  });

  it('knows a Word document by its content, whatever its name', async () => {
    for (const path of ['a.docx', 'upload', '-']) {
      const document = await readBytes(path, word);
      expect([document.format, document.source, document.blocks.length]).toEqual(['docx', 'We keep data.', 1]);
    }
  });

  it('refuses what holds no text with one sentence', async () => {
    for (const [path, content, message] of [
      ['a.docx', bytes('plain'), 'The file is not a Word document (.docx).'],
      ['a.pdf', bytes('plain'), 'The file is not a PDF document.'],
      ['a.md', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'The file is a PNG image, not text.'],
      ['a.txt', word, 'The file is a zip archive, not text.'],
    ] as const) {
      const error: unknown = await readBytes(path, content).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(UnreadableError);
      expect((error as Error).message).toBe(message);
    }
  });

  it('reports damaged bytes with their place', async () => {
    const document = await readBytes('a.txt', Uint8Array.from([...bytes('Veri işleme ğüş '), 0xff, 0x41]));
    expect(document.problems.map((p) => [p.id, p.source])).toEqual([['encoding', { start: 16, end: 17 }]]);
  });
});
