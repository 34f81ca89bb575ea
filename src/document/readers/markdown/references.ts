import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const REFERENCE = /^&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/;

/** The character reference (`&amp;`, `&#252;`) at an offset, as CommonMark reads it. */
export function referenceAt(source: string, at: number): { text: string; length: number } | undefined {
  const match = REFERENCE.exec(source.slice(at, at + 40));
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name) {
    const text = decodeNamedCharacterReference(name);
    return text ? { text, length: whole.length } : undefined;
  }
  return { text: numericReference(hex ? parseInt(hex, 16) : Number(decimal)), length: whole.length };
}

function numericReference(code: number): string {
  const isControl = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160);
  const isNoncharacter =
    (code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0) || (code & 0xffff) >= 0xfffe;
  return isControl || isNoncharacter || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
