import { describe, expect, it } from 'vitest';
import { decodeBytes, UnreadableError } from '../../src/document/encoding.ts';
import { lineStarts, positionOf } from '../../src/document/positions.ts';
import { readBytes } from '../../src/document/read-bytes.ts';

/** Encodes in a single-byte page by looking each character up in what the page decodes to. */
function encode(text: string, page: string): Uint8Array {
  const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
  const decoded = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  const table = page === 'windows-1252' ? decoded.slice(0, 128) + c1 + decoded.slice(160) : decoded;
  return Uint8Array.from(text, (char) => {
    const byte = table.indexOf(char);
    if (byte < 0) throw new Error(`${char} is not in ${page}`);
    return byte;
  });
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
}

const TURKISH =
  'Kişisel verilerinizin işlenmesi hakkında aydınlatma. Verileriniz sözleşmenin ifası için, çağrı merkezi aracılığıyla işlenir ve yurt dışına aktarılmaz. İLETİŞİM: ŞİRKET.';
const LATVIAN =
  'Mēs apstrādājam jūsu personas datus, lai sniegtu pakalpojumu un izpildītu līgumu. Jums ir tiesības piekļūt saviem datiem, tos labot, dzēst vai ierobežot to apstrādi. Šķirklis, ņemt, ģimene.';
const POLISH =
  'Administratorem Państwa danych osobowych jest spółka. Dane są przetwarzane w celu wykonania umowy oraz na podstawie zgody, którą można wycofać. Źródło, żądanie, łączność.';
const GERMAN =
  'Wir verarbeiten Ihre personenbezogenen Daten für die Erfüllung des Vertrages. Die Löschung erfolgt gemäß den gesetzlichen Fristen und Sie können Auskunft verlangen.';
const ENGLISH = 'We keep your data as long as needed – “no longer” – and don’t sell it to any third party.';

describe('decodeBytes', () => {
  it.each([
    ['windows-1254', TURKISH],
    ['windows-1257', LATVIAN],
    ['windows-1250', POLISH],
    ['windows-1252', GERMAN],
    ['windows-1252', ENGLISH],
    ['windows-1251', 'Мы обрабатываем ваши персональные данные, чтобы выполнить договор и ответить на запросы.'],
  ])('detects %s', async (page, text) => {
    expect(await decodeBytes(encode(text, page))).toEqual({ text, encoding: page, bom: false, problems: [] });
  });

  it('prefers UTF-8 to any code page', async () => {
    for (const text of [TURKISH, LATVIAN, 'plain', '']) {
      const decoded = await decodeBytes(new TextEncoder().encode(text));
      expect(decoded).toEqual({ text, encoding: 'utf-8', bom: false, problems: [] });
    }
  });

  it('reads UTF-16 with and without a mark', async () => {
    for (const little of [true, false]) {
      const encoding = little ? 'utf-16le' : 'utf-16be';
      expect(await decodeBytes(utf16(TURKISH, little))).toMatchObject({ text: TURKISH, encoding, bom: false });
      expect(await decodeBytes(utf16(`\ufeff${LATVIAN}`, little))).toMatchObject({
        text: `\ufeff${LATVIAN}`,
        encoding,
        bom: true,
      });
    }
  });

  it('tells where a damaged UTF-8 file is damaged', async () => {
    const bytes = new TextEncoder().encode(LATVIAN + 'ā').slice(0, -1);
    const decoded = await decodeBytes(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toBe(LATVIAN + '\ufffd');
    expect(decoded.problems).toEqual([
      {
        id: 'encoding',
        source: { start: LATVIAN.length, end: LATVIAN.length + 1 },
        detail: 'some bytes are no valid UTF-8',
      },
    ]);
  });

  it.each([
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['a zip archive', [0x50, 0x4b, 3, 4, 0, 0]],
    ['an old Word document', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a binary file', [65, 66, 0, 67, 68]],
    ['a binary file', [1, 2, 3, 4, 5, 65]],
  ])('refuses %s', async (name, bytes) => {
    const error = await decodeBytes(Uint8Array.from(bytes)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnreadableError);
    expect((error as Error).message).toContain(name);
  });
});

describe('a byte order mark', () => {
  it('counts in offsets but not in columns', async () => {
    const document = await readBytes('a.txt', new TextEncoder().encode('\ufeffPrivacy Policy\n\nWe keep data.'));
    const heading = document.blocks[0]!;
    expect(heading.source).toEqual({ start: 1, end: 15 });
    expect(document.position(heading.source)).toEqual({
      start: { line: 1, column: 1, offset: 1 },
      end: { line: 1, column: 15, offset: 15 },
    });
    expect(document.position(document.blocks[1]!.source).start).toEqual({ line: 3, column: 1, offset: 17 });
  });

  it('leaves offset 0 in column 1', () => {
    expect(positionOf(lineStarts('\ufeffa'), { start: 0, end: 1 })).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 1 },
    });
  });

  it('is not part of Markdown front matter', async () => {
    const source = '\ufeff---\ntitle: x\n---\n\n# Privacy\n\nText.\n';
    const document = await readBytes('a.md', new TextEncoder().encode(source));
    expect(source.slice(document.frontMatter!.start, document.frontMatter!.end)).toBe('---\ntitle: x\n---');
    expect(document.blocks.map((b) => source.slice(b.source.start, b.source.end))).toEqual(['# Privacy', 'Text.']);
  });
});
