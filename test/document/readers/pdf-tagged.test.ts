import { describe, expect, it } from 'vitest';
import { LineWriter } from '../../../src/document/readers/lines.ts';
import { readPdf } from '../../../src/document/readers/pdf.ts';
import { textsById, type MarkedItem } from '../../../src/document/readers/pdf/marked.ts';
import { readTagged, type StructNode, type TaggedPage } from '../../../src/document/readers/pdf/tagged.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

type Content = string | [role: string, ...Content[]];

/** A page whose structure and marked content are those of `content`; `furniture` is marked as no content. */
function page(content: Content[], furniture?: string): TaggedPage {
  const items: MarkedItem[] = [];
  let ids = 0;
  let y = 800;
  const say = (str: string): void => {
    for (const line of str.split('\n'))
      items.push({ str: line, transform: [10, 0, 0, 10, 60, (y -= 12)], width: 10, height: 10 });
  };
  const node = (part: Content): StructNode => {
    if (typeof part !== 'string') return { role: part[0], children: part.slice(1).map((p) => node(p as Content)) };
    const id = `mc${ids++}`;
    items.push({ type: 'beginMarkedContentProps', id, tag: 'Span' });
    say(part);
    items.push({ type: 'endMarkedContent' });
    return { type: 'content', id };
  };
  const children = content.map(node);
  if (furniture) {
    items.push({ type: 'beginMarkedContent', tag: 'Artifact' });
    say(furniture);
    items.push({ type: 'endMarkedContent' });
  }
  return { tree: { children: [{ role: 'Document', children }] }, items };
}

function read(...pages: TaggedPage[]): string | undefined {
  const writer = new LineWriter();
  if (!readTagged(pages, writer)) return undefined;
  const result = writer.result();
  expectSound(result.source, result);
  expectMapped(result.source, result);
  return outline(result);
}

const HEADS: Content[] = [
  ['H1', 'Notice'],
  ['H2', 'Data'],
];

describe('readTagged', () => {
  it('reads headings, paragraphs, lists, tables and quotes by their tags', () => {
    expect(
      read(
        page(
          [
            ...HEADS,
            ['P', 'We keep the name and the addr-\ness of ', ['Link', 'everybody'], ' who\norders tea.'],
            ['TOC', ['TOCI', 'Data 1']],
            [
              'L',
              ['LI', ['Lbl', '1.'], ['LBody', ['P', 'the name,'], ['P', 'in full,']]],
              ['LI', ['Lbl', '2.'], ['LBody', 'the address:', ['L', ['LI', ['LBody', ['P', '• the street']]]]]],
            ],
            ['Sect', 'Loose words.', ['BlockQuote', ['P', 'Nobody reads it.']]],
            [
              'Table',
              ['THead', ['TR', ['TH', 'Data'], ['TH', 'Kept']]],
              ['TBody', ['TR', ['TD', ['P', 'Name']], ['TD', '2\nyears']]],
            ],
            ['Figure', 'A picture'],
          ],
          'Page 1',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "h1 Notice
      h2 Data
      p We keep the name and the address of everybody who orders tea.
      i1 (new) [1.] the name,
      i1 in full,
      i1 [2.] the address:
      i2 (new) [•] the street
      p Loose words.
      q0 Nobody reads it.
      r (header) (new) Data | Kept
      r Name | 2 years"
    `);
  });

  it('goes on over the page with a paragraph, a list and a table, not with a heading', () => {
    const head: Content = ['TR', ['TH', 'Data'], ['TH', 'Kept']];
    const row = (name: string): Content => ['TR', ['TD', name], ['TD', 'a year']];
    expect(
      read(
        page([...HEADS, ['Table', head, row('Name')]]),
        page([
          ['Table', head, row('Age')],
          ['P', 'We keep the data of'],
          ['P', 'those who'],
        ]),
        page([
          ['P', 'ask us.'],
          ['L', ['LI', ['P', 'one']]],
        ]),
        page([
          ['L', ['LI', ['P', '• two']], ['LI', ['P', 'three']]],
          ['H2', 'Rights'],
        ]),
        page([['H2', 'Contact']]),
      ),
    ).toMatchInlineSnapshot(`
      "h1 Notice
      h2 Data
      r (header) (new) Data | Kept
      r Name | a year
      r Age | a year
      p We keep the data of
      p those who ask us.
      i1 (new) one
      i1 [•] two
      i1 three
      h2 Rights
      h2 Contact"
    `);
  });

  it('leaves a document alone whose tags say little', () => {
    expect(
      read(
        page([
          ['P', 'Notice'],
          ['P', 'Data'],
          ['P', 'We keep names.'],
        ]),
      ),
    ).toBeUndefined();
    const untagged = page(HEADS);
    untagged.items = [...untagged.items, { str: 'Most of the text is in no element of the structure.' }];
    expect(read(untagged)).toBeUndefined();
    expect(read({ tree: null, items: [{ str: 'We keep names.' }] })).toBeUndefined();
  });
});

describe('textsById', () => {
  it('puts pieces on a line together by the room between them', () => {
    const at = (x: number, y: number, str: string, width: number): MarkedItem => ({
      str,
      transform: [10, 0, 0, 10, x, y],
      width,
      height: 10,
    });
    const { texts } = textsById([
      { type: 'beginMarkedContentProps', id: 'a' },
      at(10, 50, 'of', 10),
      at(20, 50, 'fi', 8),
      at(28, 50, 'ce', 10),
      at(42, 50, 'hours', 20),
      { ...at(62, 50, '', 0), hasEOL: true },
      at(10, 38, 'daily', 20),
      { type: 'endMarkedContent' },
    ]);
    expect(texts.get('a')).toBe('office hours\ndaily');
  });
});

/** A PDF of one page with two headings and a paragraph in a structure tree, written by hand. */
function taggedPdf(): Uint8Array {
  const parts: [tag: string, text: string][] = [
    ['H1', 'Notice'],
    ['H2', 'Data'],
    ['P', 'We keep names.'],
  ];
  const stream = parts
    .map(([tag, text], n) => `/${tag} <</MCID ${n}>> BDC BT /F1 10 Tf 60 ${700 - 20 * n} Td (${text}) Tj ET EMC`)
    .join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents 0/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    `<</Type/StructTreeRoot/K[${parts.map((_, n) => `${8 + n} 0 R`).join(' ')}]/ParentTree 7 0 R>>`,
    `<</Nums[0[${parts.map((_, n) => `${8 + n} 0 R`).join(' ')}]]>>`,
    ...parts.map(([tag], n) => `<</Type/StructElem/S/${tag}/P 6 0 R/Pg 4 0 R/K ${n}>>`),
  ];
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

it('reads the tags of a file, though all of it is of one size', async () => {
  const result = await readPdf(taggedPdf());
  expect(outline(result)).toBe('h1 Notice\nh2 Data\np We keep names.');
  expect(result.source).toBe('Notice\nData\nWe keep names.');
});
