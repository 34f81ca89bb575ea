import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../../src/document/encoding.ts';
import { readDocx } from '../../../src/document/readers/docx.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A Word document of the given body and parts. */
function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml);
  return zipSync(files);
}

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const list = (id: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

const STYLES = `<w:styles ${W}>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="B1"><w:name w:val="Başlık 1"/></w:style>
<w:style w:styleId="V2"><w:name w:val="Virsraksts 2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="B1"/></w:style>
<w:style w:styleId="Out"><w:name w:val="Numbered"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
</w:styles>`;
const level = (n: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uf0b7')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>`;
const cell = (text: string, properties = ''): string => `<w:tc>${p(run(text, properties))}</w:tc>`;

describe('readDocx', () => {
  it('reads headings, lists, tables, tracked changes, links and notes', async () => {
    const bytes = docx(
      p(run('Privacy Notice'), style('T')) +
        p(run('Who we are'), style('B1') + list(6, 0)) +
        p(
          run('We keep ') +
            `<w:ins>${run('your')}</w:ins><w:del><w:r><w:delText>the old</w:delText></w:r>${run('old')}</w:del>` +
            run('  data.'),
        ) +
        p(run('Scope'), style('V2') + list(6, 1)) +
        p(run('See ') + `<w:hyperlink r:id="rId1">${run('our site')}</w:hyperlink>` + run(' for more.')) +
        p(run('Second'), style('Own') + list(6, 0)) +
        p(run('one'), list(5, 0)) +
        p(run('inner'), list(5, 1)) +
        p(run('inner two'), list(5, 1)) +
        p(run('two'), list(5, 0)) +
        p('') +
        p(run('By level'), style('Out')) +
        p(run('In bold', '<w:b/>')) +
        `<w:tbl><w:tr>${cell('Data', '<w:b/>')}${cell('Kept', '<w:b/>')}</w:tr><w:tr>${cell('Orders &amp; bills')}${cell('10 years')}</w:tr></w:tbl>` +
        p(run('Last', '<w:b w:val="0"/>')),
      {
        'word/styles.xml': STYLES,
        'word/numbering.xml': NUMBERING,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="https://fern.example/" TargetMode="External"/></Relationships>',
        'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:type="separator">${p(run('-'))}</w:footnote><w:footnote w:id="2">${p(run('A note.'))}</w:footnote></w:footnotes>`,
        'docProps/core.xml':
          '<cp:coreProperties><dc:title>Core title</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>',
      },
    );
    const read = await readDocx(bytes);
    expectSound(read.source, read);
    expectMapped(read.source, read);
    expect(outline(read)).toMatchInlineSnapshot(`
      "h1 Privacy Notice
      h1 [1.] 1. Who we are
      p We keep your data.
      h2 [1.1] 1.1 Scope
      p See our site for more.
      h1 [2.] 2. Second
      i1 (new) [•] one
      i2 [a)] inner
      i2 [b)] inner two
      i1 [•] two
      h3 By level
      h7 In bold
      r (header) (new) Data | Kept
      r Orders & bills | 10 years
      p Last
      p A note."
    `);
    expect(read.source.split('\n')).toHaveLength(read.blocks.length);
    expect(read.links.map((l) => [read.source.slice(l.source.start, l.source.end), l.url])).toEqual([
      ['our site', 'https://fern.example/'],
    ]);
    expect([read.title, read.declaredLanguage]).toEqual(['Core title', 'en-GB']);
  });

  const read = async (body: string, parts: Record<string, string> = {}) => {
    const result = await readDocx(docx(body, parts));
    expectSound(result.source, result);
    expectMapped(result.source, result);
    return result;
  };
  const field = (instruction: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('leaves out tables of contents, whichever way Word holds them', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style><w:style w:styleId="TH"><w:name w:val="TOC Heading"/><w:basedOn w:val="H"/></w:style></w:styles>`;
    const controlled = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('Contents'))}${p(run('Data 1'))}</w:sdtContent></w:sdt>`;
    const styled = p(run('Contents'), style('TH')) + p(run('Data 1'), style('T'));
    const fielded =
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('Data ') +
          field('PAGEREF _Toc1', run('1')),
      ) +
      p(run('Rights 2')) +
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
    const kept = `<w:sdt><w:sdtPr/><w:sdtContent>${p(run('Data'), style('H'))}</w:sdtContent></w:sdt>${p(run('We keep names.'))}`;
    for (const contents of [controlled, styled, fielded])
      expect(outline(await read(contents + kept, { 'word/styles.xml': styles }))).toBe('h1 Data\np We keep names.');
  });

  it('reads text boxes once, behind the paragraph they hang on', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(run(text))}${p(run('Riga'))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice>${box('Fern Tea')}</mc:Choice><mc:Fallback>${box('Fern Tea')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(outline(await read(p(run('We ') + both + run('keep names.')) + p(run('No more.'))))).toBe(
      'p We keep names.\np Fern Tea\np Riga\np No more.',
    );
  });

  it('reads links held as fields, and takes links to places in the document for none', async () => {
    const mark = '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:bookmarkEnd w:id="1"/>';
    const { links, source } = await read(
      p(run('Write to ') + field('HYPERLINK "mailto:a@fern.example"', run('a@fern.') + run('example')) + run('.')) +
        p(
          mark +
            run('See ') +
            `<w:hyperlink w:anchor="_Ref1">${run('here')}</w:hyperlink><w:hyperlink w:anchor="gone">${run('there')}</w:hyperlink>`,
        ),
    );
    expect(links.map((l) => [source.slice(l.source.start, l.source.end), l.url])).toEqual([
      ['a@fern.example', 'mailto:a@fern.example'],
      ['there', '#gone'],
    ]);
  });

  it('knows lists and headers that were only typed', async () => {
    const row = (...cells: string[]): string => `<w:tr>${cells.map((c) => cell(c)).join('')}</w:tr>`;
    const result = await read(
      p(run('We keep:')) +
        p('<w:r><w:t>•</w:t><w:tab/><w:t>names,</w:t></w:r>') +
        p(run('- addresses.')) +
        p(run('We give them to')) +
        p('<w:r><w:t>1.</w:t><w:tab/><w:t>the bank,</w:t></w:r>') +
        p(run('2) the post.')) +
        `<w:tbl>${row('Purpose', 'Basis', 'Kept')}${row('To bring the parcel', 'Our contract with you', '3 years')}</w:tbl>`,
    );
    expect(outline(result)).toMatchInlineSnapshot(`
      "p We keep:
      i1 (new) [•] names,
      i1 [-] addresses.
      p We give them to
      i1 (new) [1.] the bank,
      i1 [2)] the post.
      r (header) (new) Purpose | Basis | Kept
      r To bring the parcel | Our contract with you | 3 years"
    `);
    expect(result.source.split('\n').slice(0, 2)).toEqual(['We keep:', '• names,']);
  });

  it('refuses other archives, damaged files and zip bombs', async () => {
    const refused = async (bytes: Uint8Array): Promise<string> => {
      const error: unknown = await readDocx(bytes).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(UnreadableError);
      return (error as Error).message;
    };
    expect(await refused(zipSync({ 'a.txt': strToU8('a') }))).toBe(
      'The zip archive holds no Word document (word/document.xml is missing).',
    );
    expect(await refused(docx(p(run('x'))).slice(0, 60))).toBe('The Word document is damaged: it cannot be unpacked.');
    expect(await refused(zipSync({ 'word/document.xml': new Uint8Array(41_000_000) }))).toBe(
      'The Word document is too large when unpacked.',
    );
  });
});
