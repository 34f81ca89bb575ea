import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../../src/document/encoding.ts';
import { readPdf } from '../../../src/document/readers/pdf.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

type Line = [x: number, y: number, size: number, text: string, font?: 'F1' | 'F2'];

/** A PDF of pages of lines in Helvetica (`F2`: bold), written by hand. */
function pdf(...pages: Line[][]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
  ];
  const kids: string[] = [];
  for (const lines of pages) {
    const stream = lines
      .map(
        ([x, y, size, text, font = 'F1']) =>
          `BT /${font} ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    const page = objects.length + 1;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${page + 1} 0 R>>`,
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

  const FULL = 'We keep the name and the address of every person who orders tea from us, and';
  const body = (y: number): Line[] => [
    [60, y, 10, `${FULL} we`],
    [60, y - 12, 10, 'keep them for ten years.'],
  ];
  const read = async (...pages: Line[][]): Promise<string[]> => {
    const result = await readPdf(pdf(...pages));
    expectSound(result.source, result);
    expectMapped(result.source, result);
    return outline(result).split('\n');
  };

  it('reads tables by where their cells begin, over pages, with cells of several lines', async () => {
    const head = (y: number): Line[] => [
      [60, y, 10, 'Purpose', 'F2'],
      [160, y, 10, 'Basis', 'F2'],
      [400, y + 6, 10, 'Kept', 'F2'],
      [400, y - 6, 10, 'for', 'F2'],
    ];
    expect(
      await read(
        [
          ...body(700),
          ...head(660),
          [60, 630, 10, 'To bring what'],
          [60, 618, 10, 'you ordered'],
          [160, 630, 10, 'Our contract with you (Art. 6 of the'],
          [160, 618, 10, 'regulation)'],
          [400, 630, 10, 'Ten years'],
          [60, 600, 10, 'To send our letter of'],
          [160, 600, 10, 'Your consent'],
          [400, 600, 10, 'A year'],
        ],
        [
          ...head(760),
          [60, 740, 10, 'To answer'],
          [160, 740, 10, 'Our interest'],
          [400, 740, 10, 'A month'],
          [60, 700, 10, 'We keep nothing else.'],
        ],
      ),
    ).toEqual([
      `p ${FULL} we keep them for ten years.`,
      'r (header) (new) Purpose | Basis | Kept for',
      'r To bring what you ordered | Our contract with you (Art. 6 of the regulation) | Ten years',
      'r To send our letter of | Your consent | A year',
      'r To answer | Our interest | A month',
      'p We keep nothing else.',
    ]);
  });

  it('makes no table of what stands beside something once', async () => {
    expect(
      await read([...body(700), [60, 660, 10, 'Controller'], [300, 660, 10, 'Fern Tea Ltd.'], ...body(630)]),
    ).toEqual([
      `p ${FULL} we keep them for ten years.`,
      'p Controller Fern Tea Ltd.',
      `p ${FULL} we keep them for ten years.`,
    ]);
  });

  it('reads one column after the other, and on from one to the next', async () => {
    const column = (x: number, ...lines: string[]): Line[] => lines.map((line, i) => [x, 760 - 12 * i, 10, line]);
    expect(
      await read([
        [60, 800, 20, 'Privacy Notice of Fern Tea and of its shops'],
        ...column(
          60,
          'We keep the name of every person who',
          'orders tea from us, and we keep the',
          'address as long as we need it for the',
          'orders of that person. We give all of',
          'these data to the carrier who brings it',
          'to the house of the person, and to no',
        ),
        ...column(320, 'other firm in the whole of the world.', 'We do not sell data.'),
      ]),
    ).toEqual([
      'h1 Privacy Notice of Fern Tea and of its shops',
      'p We keep the name of every person who orders tea from us, and we keep the address as long as we need it for the orders of that person. We give all of these data to the carrier who brings it to the house of the person, and to no other firm in the whole of the world. We do not sell data.',
    ]);
  });

  it('puts bullets drawn apart in front of their lines, and leaves out the raised numbers of notes', async () => {
    expect(
      await read([
        [60, 760, 10, 'We ask the bank for a score.'],
        [200, 764, 6, '1'],
        [60, 736, 10, 'We keep these data:'],
        [80, 724, 10, 'the name,'],
        [80, 712, 10, 'the address.'],
        [66, 724, 10, '\u0095'],
        [66, 712.5, 10, '\u0095'],
      ]),
    ).toEqual([
      'p We ask the bank for a score.',
      'p We keep these data:',
      'i1 (new) [•] the name,',
      'i1 [•] the address.',
    ]);
  });

  it('takes nothing in the font of the body for a heading where headings have another', async () => {
    const section = (y: number, title: string, text: string): Line[] => [
      [60, y, 10, title, 'F2'],
      [60, y - 24, 10, text],
    ];
    expect(
      await read([
        ...section(780, 'Data', 'Only names'),
        ...section(730, 'Rights', 'You may ask.'),
        ...section(680, 'Children', 'No children here'),
        ...section(630, 'Contact', `${FULL} more.`),
      ]),
    ).toEqual([
      'h1 Data',
      'p Only names',
      'h2 Rights',
      'p You may ask.',
      'h2 Children',
      'p No children here',
      'h2 Contact',
      `p ${FULL} more.`,
    ]);
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
