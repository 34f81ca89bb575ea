import { languageOf } from './language.ts';
import type { ReadProblem } from './types.ts';

/** A file that cannot be read as text; `message` is one sentence for the user. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

export interface Decoded {
  /** With a byte order mark as first character, where the file has one: offsets count it, columns do not. */
  text: string;
  /** WHATWG name: `utf-8`, `utf-16le`, `windows-1254`. */
  encoding: string;
  bom: boolean;
  problems: ReadProblem[];
}

const MAGIC: [name: string, bytes: number[]][] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an old Word document (.doc): save it as .docx', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a rich text document (.rtf): save it as .docx', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];
const SAMPLE = 64 * 1024;
/** So many bytes tell whether a file without zero bytes is full of control characters. */
const SHORT_SAMPLE = 4096;

/** What a file is that holds no text; undefined for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  for (const [name, magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return name;
  if (markOf(bytes) || utf16Without(bytes)) return undefined;
  if (bytes.subarray(0, SAMPLE).includes(0)) return 'a binary file';
  const sample = bytes.subarray(0, SHORT_SAMPLE);
  let control = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control * 20 > sample.length ? 'a binary file' : undefined;
}

/**
 * Decodes a file's bytes: a byte order mark decides, then UTF-16 by its zero bytes, then strict UTF-8, then the code page
 * that fits the letters. Throws `UnreadableError` for a binary file.
 */
export async function decodeBytes(bytes: Uint8Array): Promise<Decoded> {
  const kind = binaryKind(bytes);
  if (kind) throw new UnreadableError(`The file is ${kind.includes(':') ? kind : `${kind}, not text`}.`);
  const mark = markOf(bytes);
  if (mark) return decoded(bytes, mark, true);
  const wide = utf16Without(bytes);
  if (wide) return decoded(bytes, wide, false);
  try {
    return { text: decode(bytes, 'utf-8', true), encoding: 'utf-8', bom: false, problems: [] };
  } catch {
    if (isDamagedUtf8(bytes)) return decoded(bytes, 'utf-8', false);
  }
  return decoded(bytes, await codePageOf(bytes), false);
}

const C1_IN_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decode(bytes: Uint8Array, encoding: string, fatal = false): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true, fatal }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  // Node 20 decodes windows-1252 as if it were ISO 8859-1, leaving control characters for quotes and dashes.
  return text.replace(/[\x80-\x9f]/g, (c) => C1_IN_1252[c.charCodeAt(0) - 0x80]!);
}

function decoded(bytes: Uint8Array, encoding: string, bom: boolean): Decoded {
  const text = decode(bytes, encoding);
  const at = text.indexOf('\ufffd');
  const problems: ReadProblem[] =
    at < 0
      ? []
      : [
          {
            id: 'encoding',
            source: { start: at, end: at + 1 },
            detail: `some bytes are no valid ${encoding.toUpperCase()}`,
          },
        ];
  return { text, encoding, bom, problems };
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: text has zero bytes at every other place (letters of our languages are below U+0180). */
function utf16Without(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const end = Math.min(bytes.length, SAMPLE);
  if (!bytes.subarray(0, end).includes(0)) return undefined;
  let low = 0;
  let high = 0;
  for (let i = 0; i + 1 < end; i += 2) {
    if (bytes[i] === 0) low++;
    if (bytes[i + 1] === 0) high++;
  }
  const pairs = end >> 1;
  if (high > pairs * 0.6 && low < pairs * 0.02) return 'utf-16le';
  if (low > pairs * 0.6 && high < pairs * 0.02) return 'utf-16be';
  return undefined;
}

/** Mostly UTF-8 with a few broken bytes: a file cut off, or pasted together. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let n = 0;
    while (n < more && (bytes[i + 1 + n]! & 0xc0) === 0x80) n++;
    if (more > 0 && n === more) good++;
    else bad++;
    i += n;
  }
  return good > bad * 2;
}

/** Letters beyond ASCII of the languages written in each Latin code page. */
const ALPHABETS: [page: string, language: string, letters: string][] = [
  ['windows-1252', 'en', 'éèïöüñç'],
  ['windows-1252', 'de', 'äöüß'],
  ['windows-1252', 'fr', 'àâæçéèêëîïôœùûüÿ'],
  ['windows-1252', 'es', 'áéíóúüñ'],
  ['windows-1252', 'pt', 'áâãàçéêíóôõú'],
  ['windows-1252', 'it', 'àèéìíòóùú'],
  ['windows-1252', 'nordic', 'åäöæøéáíóúýþðü'],
  ['windows-1254', 'tr', 'çğıöşüâîû'],
  ['windows-1257', 'lv', 'āčēģīķļņšūžō'],
  ['windows-1257', 'lt', 'ąčęėįšųūž'],
  ['windows-1257', 'et', 'äöõüšž'],
  ['windows-1250', 'pl', 'ąćęłńóśźż'],
  ['windows-1250', 'cs', 'áčďéěíňóřšťúůýž'],
  ['windows-1250', 'sk', 'áäčďéíĺľňóôŕšťúýž'],
  ['windows-1250', 'hu', 'áéíóöőúüű'],
  ['windows-1250', 'ro', 'ăâîşţșț'],
  ['windows-1250', 'hr', 'čćđšž'],
];
const LATIN = /^(?:ISO-8859-(?:1|2|9)|windows-125[0247]|ASCII|UTF-8|UTF-16\w*|UTF-32\w*|ISO-2022-\w+)$/i;

/** The single-byte page whose letters fit: chardet for other scripts, for Latin ones (it knows no Baltic page) by alphabet. */
async function codePageOf(bytes: Uint8Array): Promise<string> {
  const sample = bytes.subarray(0, SAMPLE);
  const { analyse } = await import('chardet');
  if (!looksLatin(sample)) {
    const best = analyse(sample).find((match) => !LATIN.test(match.name) && isKnown(match.name));
    if (best && best.confidence >= 20) return best.name.toLowerCase();
  }
  let page = 'windows-1252';
  let top = -1;
  const pages = new Map<string, { text: string; language: string }>();
  for (const [name, language, letters] of ALPHABETS) {
    if (!pages.has(name)) {
      const text = decode(sample, name);
      pages.set(name, { text, language: languageOf(text) });
    }
    const { text, language: spoken } = pages.get(name)!;
    const score = fit(text, letters) + (spoken === language ? 0.3 : 0);
    if (score > top + 1e-9) {
      top = score;
      page = name;
    }
  }
  return page;
}

/** Share of the letters beyond ASCII that belong to an alphabet; a sign inside a word counts against it. */
function fit(text: string, letters: string): number {
  const alphabet = new Set([...letters, ...letters.toLocaleUpperCase('tr'), ...letters.toUpperCase()]);
  let inside = 0;
  let all = 0;
  for (const char of text.match(/[^\x00-\x7f]/g) ?? []) {
    if (/\p{L}/u.test(char)) {
      all++;
      if (alphabet.has(char)) inside++;
    }
  }
  const broken = text.match(/\p{L}[^\x00-\x7f\p{L}\p{M}\p{Pd}’‘“”»«\u00a0\u00ad]\p{L}/gu)?.length ?? 0;
  return all + broken === 0 ? 0 : inside / (all + broken);
}

/** Three in four letters are ASCII: no Cyrillic, Greek or Asian text. */
function looksLatin(sample: Uint8Array): boolean {
  let ascii = 0;
  let high = 0;
  for (const byte of sample) {
    if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) ascii++;
    else if (byte >= 0x80) high++;
  }
  return ascii > high * 3;
}

function isKnown(name: string): boolean {
  try {
    return new TextDecoder(name) instanceof TextDecoder;
  } catch {
    return false;
  }
}
