import { eld } from 'eld/extrasmall';
import type { Language } from './types.ts';

/** The language of a text by its n-grams, as an ISO 639-1 code; `und` when they do not decide. */
export function detectLanguage(text: string): Language {
  const result = eld.detect(text);
  return result.language && result.isReliable() ? result.language : 'und';
}
