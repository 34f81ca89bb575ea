import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../../src/document/encoding.ts';
import { readPdf } from '../../../src/document/readers/pdf.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

type Line = [x: number, y: number, size: number, text: string];

/** A PDF of pages of lines in Helvetica, written by hand. */
function pdf(...pages: Line[][]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  const kids: string[] = [];
  for (const lines of pages) {
    const stream = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    const page = objects.length + 1;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${page + 1} 0 R>>`,
      `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    );
    kids.push(`${page} 0 R`);
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return Uint8Array.from(file, (char) => char.charCodeAt(0));
}

describe('readPdf', () => {
  it('reads headings, paragraphs across lines and pages, lists; drops heads, feet and page numbers', async () => {
    const bytes = pdf(
      [
        [60, 810, 8, 'Fern Tea Ltd. - internal'],
        [60, 770, 20, 'Privacy Notice'],
        [60, 735, 14, 'What we keep'],
        [60, 712, 10, 'We keep the name and the address of every person who orders tea from us, and we'],
        [60, 700, 10, 'keep them for ten years, because the tax law of the country asks us to do so.'],
        [60, 676, 10, 'We keep nothing else. These are the data of an order:'],
        [70, 664, 10, '\u0095 the name,'],
        [70, 652, 10, '\u0095 the address.'],
        [60, 620, 14, 'Who receives it'],
        [60, 597, 10, 'The carrier receives the address of the person, and the carrier may not use it for any'],
        [300, 30, 8, 'Page 1 of 2'],
      ],
      [
        [60, 810, 8, 'Fern Tea Ltd. - internal'],
        [60, 770, 10, 'other purpose than to bring the parcel.'],
        [60, 740, 14, 'Contact'],
        [60, 717, 10, 'Write to '],
        [105, 717, 10, 'tea@fern.example.'],
        [300, 30, 8, 'Page 2 of 2'],
      ],
    );
    const read = await readPdf(bytes);
    expectSound(read.source, read);
    expectMapped(read.source, read);
    expect(outline(read)).toMatchInlineSnapshot(`
      "h1 Privacy Notice
      h2 What we keep
      p We keep the name and the address of every person who orders tea from us, and we keep them for ten years, because the tax law of the country asks us to do so.
      p We keep nothing else. These are the data of an order:
      i1 (new) [•] the name,
      i1 [•] the address.
      h2 Who receives it
      p The carrier receives the address of the person, and the carrier may not use it for any other purpose than to bring the parcel.
      h2 Contact
      p Write to tea@fern.example."
    `);
  });

  it('reads the Buffer a file is read into, and leaves it whole', async () => {
    const bytes = Buffer.from(pdf([[60, 770, 10, 'We keep nothing.']]));
    const length = bytes.length;
    expect((await readPdf(bytes)).text).toBe('We keep nothing.');
    expect(bytes.length).toBe(length);
  });

  it('refuses damaged files and pages without text', async () => {
    for (const [bytes, message] of [
      [Uint8Array.from('%PDF-1.4 nothing', (c) => c.charCodeAt(0)), 'The PDF is damaged: it cannot be read.'],
      [pdf([]), 'The PDF holds no text: its pages are pictures.'],
    ] as const) {
      const error: unknown = await readPdf(bytes).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(UnreadableError);
      expect((error as Error).message).toBe(message);
    }
  });
});
