import { find } from 'linkifyjs';
import type { Span } from '../types.ts';
import type { Entity } from './types.ts';

/** Most texts are turned down, or taken, by a plain look. */
const ROUGH = /@|:\/\/|www\.|\S\.\S/i;
const SURE = /@|:\/\/|www\./i;
const HOST = /\p{L}\.\p{L}{2}/u;
/** The same for what is ASCII: classes of all scripts cost several times those of one. */
const HOST_ASCII = /[a-z]\.[a-z]{2}/i;
const ASCII = /^[\0-\x7f]*$/;
/**
 * What is an address whatever library is asked, and with or without a list of top-level domains: the library's tables,
 * which take a twentieth of a short run to make, are left to what is harder.
 */
const PLAIN_EMAIL = /^([a-z0-9]+@[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z]{2,24})[.,;:!?)]*$/i;
const WORD = /\S+/g;
/** Longest run without a blank that is looked at: a data URL or a long run of letters is no address to contact. */
const MAX_WORD = 2000;
/** RFC 5321: an address has at most 254 characters. */
const MAX_ADDRESS = 320;
const ADDRESS =
  /[\p{L}\p{N}._%+~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/u;
/** Endings that are top-level domains and file names or ordinary words as well. */
const DOUBTFUL_ENDING = new Set(
  (
    'md sh py rs pl zip mov ps ai it in is to us we me so no my be at as do am by an go pm la un ' +
    'ir par ve da mi ben sen bu name id'
  ).split(' '),
);

/** E-mail addresses and web addresses in one block. */
export function findAddresses(text: string, block: Span, out: Entity[]): void {
  const slice = text.slice(block.start, block.end);
  if (!isCandidate(slice)) return;
  for (const word of slice.matchAll(WORD)) {
    if (word[0].length > MAX_WORD || !isCandidate(word[0])) continue;
    const plain = /localhost/i.test(word[0]) ? null : PLAIN_EMAIL.exec(word[0]);
    if (plain) {
      const email = plain[1]!;
      const start = block.start + word.index;
      out.push({ name: 'email', start, end: start + email.length, value: email.toLowerCase() });
      continue;
    }
    const before = out.length;
    for (const link of find(word[0])) {
      if (link.type !== 'email' && link.type !== 'url') continue;
      if (link.type === 'url' && !isAddress(link.value)) continue;
      const start = block.start + word.index + link.start;
      out.push({
        name: link.type,
        start,
        end: block.start + word.index + link.end,
        value: link.type === 'email' ? link.value.toLowerCase().replace(/^mailto:/, '') : link.value,
      });
    }
    // "first.care@firm.example": the library takes `first.care` for a host.
    const hasOnlyHosts = !word[0].includes('/') && !out.slice(before).some(({ name }) => name === 'email');
    if (word[0].includes('@') && (out.length === before || hasOnlyHosts))
      if (addUnlisted(word[0], block.start + word.index, out)) out.splice(before, out.length - before - 1);
  }
}

/** Whether an address may be in a text. */
function isCandidate(text: string): boolean {
  return ROUGH.test(text) && (SURE.test(text) || (ASCII.test(text) ? HOST_ASCII : HOST).test(text));
}

/** Addresses under top-level domains that the link library does not list (`.example`, `.local`, new ones). */
function addUnlisted(word: string, at: number, out: Entity[]): boolean {
  const match = word.length <= MAX_ADDRESS ? ADDRESS.exec(word) : null;
  if (!match) return false;
  const start = at + match.index;
  out.push({ name: 'email', start, end: start + match[0].length, value: match[0].toLowerCase() });
  return true;
}

/** "etc.We", "README.md" and "data.it" look like hosts; only a scheme, `www.`, a path or a sure ending tells. */
function isAddress(value: string): boolean {
  if (/^[a-z][a-z+.-]*:\/\//i.test(value) || /^www\./i.test(value)) return true;
  const host = /^[^/?#:]+/.exec(value)?.[0] ?? value;
  const labels = host.split('.');
  const ending = labels[labels.length - 1]!;
  if (/^\p{Lu}/u.test(ending) && !/^[\p{Lu}\p{N}.-]+$/u.test(host)) return false;
  if (labels.length > 2 || value.length > host.length) return true;
  return !DOUBTFUL_ENDING.has(ending.toLowerCase()) || /[\d-]/.test(labels[0]!);
}
