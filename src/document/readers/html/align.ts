import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Span } from '../../types.ts';

/** A stretch of a text node and where it stands in the markup; as long as its source, unless it was an entity. */
export interface Run {
  text: string;
  source: Span;
}

const REFERENCE = /^&(?:#[xX]([0-9a-fA-F]{1,8});?|#(\d{1,9});?|([A-Za-z][A-Za-z0-9]{1,31});?)/;

/** Which stretch of the markup each stretch of a text node stands for: entities and CRLF change lengths. */
export function alignHtml(value: string, markup: string, offset: number): Run[] {
  if (value === markup) return value ? [{ text: value, source: { start: offset, end: offset + value.length } }] : [];
  const runs: Run[] = [];
  let v = 0;
  let s = 0;
  const push = (text: string, from: number, to: number): void => {
    runs.push({ text, source: { start: offset + from, end: offset + to } });
  };
  while (v < value.length && s < markup.length) {
    const from = s;
    const fromValue = v;
    while (s < markup.length && v < value.length && markup[s] === value[v] && markup[s] !== '&') {
      s++;
      v++;
    }
    if (s > from) {
      push(value.slice(fromValue, v), from, s);
      continue;
    }
    if (markup[s] === '&') {
      const reference = referenceAt(markup, s, value, v);
      push(value.slice(v, v + reference.text), s, s + reference.length);
      v += reference.text;
      s += reference.length;
    } else if (markup[s] === '\r' && value[v] === '\n') {
      const length = markup[s + 1] === '\n' ? 2 : 1;
      push('\n', s, s + length);
      v++;
      s += length;
    } else if (markup[s] === '\0') s++;
    else {
      // The parser changed what we do not know of: the rest as a whole, never a wrong offset.
      push(value.slice(v), s, markup.length);
      return runs;
    }
  }
  return runs;
}

/** Lengths, in the value and in the markup, of the reference at `s`. */
function referenceAt(markup: string, s: number, value: string, v: number): { text: number; length: number } {
  const match = REFERENCE.exec(markup.slice(s, s + 40));
  if (!match) return { text: 1, length: 1 };
  const [whole, hex, decimal, name] = match;
  if (name === undefined) {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return { text: code > 0xffff && value.codePointAt(v)! > 0xffff ? 2 : 1, length: whole.length };
  }
  const full = decodeNamedCharacterReference(name);
  if (whole.endsWith(';') && full && value.startsWith(full, v)) return { text: full.length, length: whole.length };
  // Without a semicolon only old names count, and the longest one wins: `&copyright` is © and "right".
  for (let length = name.length; length >= 2; length--) {
    const text = decodeNamedCharacterReference(name.slice(0, length));
    if (text && text !== '&' && value.startsWith(text, v)) return { text: text.length, length: length + 1 };
    if (
      text === '&' &&
      value[v] === '&' &&
      markup[s + 1 + length] !== undefined &&
      value[v + 1] === markup[s + 1 + length]
    )
      return { text: 1, length: length + 1 };
  }
  return { text: 1, length: 1 };
}
