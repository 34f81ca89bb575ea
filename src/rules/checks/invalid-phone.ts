import { isPossiblePhone, mayHavePhones, phoneCandidates } from '../../text/entities/phones.ts';
import { fold } from '../../text/fold.ts';
import type { Check } from '../types.ts';
import { textOf } from './support.ts';

/** Directly behind one of these words a number is meant to be dialled. */
const LABEL =
  /(?<![\p{L}])(?:tel|telefon|telephone|phone|phone number|mobile|mob|gsm|talrunis|talr|mob\.? talrunis|telefona numurs|telefono|telefonnummer|tel nr|numer telefonu|pod numer|pod numerem|call us at|call us on|call|telephone us on|(?:rufen|erreichen) sie uns (?:unter|an)|telefonisch unter|appelez le|telephonez au|par telephone au|llame al|llamando al|en el telefono|zvaniet|zvaniet pa talruni|pa talruni)(?:\s?(?:no|nr|number|numarasi|numarasi)?)\.?\s?[:.]?\s*\(?$/u;
/** Turkish says it behind the number. */
const LABEL_BEHIND = /^\s{1,2}(?:numarali|nolu|no lu|no'lu) (?:telefon|hat|cagri|cep)/u;
/** Countries of the language: elsewhere a number without its country cannot be judged. */
const OWN_COUNTRY = new Set(['tr', 'lv', 'pl', 'fr', 'es']);

/** Telephone numbers that cannot be dialled: too long or too short for their country. */
export const invalidPhone: Check = {
  rules: ['contact/invalid-phone'],
  *run({ document }) {
    if (!mayHavePhones(document.text)) return;
    for (const block of document.blocks) {
      const text = textOf(document, block);
      for (const { start, written, international, before } of phoneCandidates(text)) {
        const labelled =
          LABEL.test(before) ||
          LABEL_BEHIND.test(fold(text.slice(start + written.length, start + written.length + 24)));
        if (!labelled && !/^\+|^\(\+/.test(written)) continue;
        if (!international && !OWN_COUNTRY.has(block.language)) continue;
        if (isPossiblePhone(written, block.language) !== false) continue;
        // The country's code may stand there without its "+".
        if (!international && isPossiblePhone(`+${written}`, block.language)) continue;
        if (/[/–]|\s-\s/.test(written)) continue;
        const span = { start: block.start + start, end: block.start + start + written.length };
        yield { rule: 'contact/invalid-phone', args: { text: written }, source: document.sourceSpan(span) };
      }
    }
  },
};
