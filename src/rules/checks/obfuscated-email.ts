import type { Check } from '../types.ts';
import { textOf } from './support.ts';

/** What Cloudflare prints in place of an address when a page is copied without its script. */
const SCRAMBLED =
  /\[\s?(?:e-?mail[\s\u00a0]protected|e-?mail geschützt|e-?posta korumalı|e-?pasts aizsargāts|e-?mail protégé|correo (?:electrónico )?protegido|e-?mail chroniony)\s?\]/giu;
const SPELLED =
  /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}\s?[[({]\s?(?:at|ät|et)\s?[\])}]\s?[\p{L}\p{N}][\p{L}\p{N}-]{1,63}(?:\.|\s?[[({]\s?(?:dot|nokta|punkt|point|kropka)\s?[\])}]\s?)[\p{L}.]{2,20}/giu;
const SPOKEN = /[a-z0-9][a-z0-9._+-]{0,63} (?:at|AT) [a-z0-9-]{1,63} (?:dot|DOT) [a-z]{2,10}(?![\p{L}\p{N}])/giu;

/** What each of them needs at the least: a plain look at a block spares it the three searches. */
const BRACKET_AT = /[[({]\s?(?:at|[äÄ]t|et)\s?[\])}]/i;
const DOT_WORD = / (?:dot|DOT) /;

/** Addresses nobody can write to: scrambled for robots and never unscrambled, or spelled out. */
export const obfuscatedEmail: Check = {
  rules: ['contact/obfuscated-email'],
  *run({ document }) {
    const told: [number, number][] = [];
    const isPossible = document.text.includes('[') || BRACKET_AT.test(document.text) || DOT_WORD.test(document.text);
    for (const block of isPossible ? document.blocks : []) {
      const text = textOf(document, block);
      for (const [pattern, message, possible] of [
        [SCRAMBLED, 'default', text.includes('[')],
        [SPELLED, 'spelled', BRACKET_AT.test(text)],
        [SPOKEN, 'spelled', DOT_WORD.test(text)],
      ] as const) {
        if (!possible) continue;
        for (const match of text.matchAll(pattern)) {
          const start = block.start + match.index;
          const source = document.sourceSpan({ start, end: start + match[0].length });
          told.push([source.start, source.end]);
          yield {
            rule: 'contact/obfuscated-email',
            message,
            args: { text: match[0] },
            source,
          };
        }
      }
    }
    for (const link of document.links) {
      if (!link.url.includes('/cdn-cgi/l/email-protection')) continue;
      if (told.some(([start, end]) => start < link.source.end && end > link.source.start)) continue;
      if (textOf(document, link.text).includes('@')) continue;
      yield { rule: 'contact/obfuscated-email', args: { text: textOf(document, link.text) }, source: link.source };
    }
  },
};
