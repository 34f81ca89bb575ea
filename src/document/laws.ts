import type { Document } from './types.ts';

/** The laws a notice falls under, from its text. Pure. */
export function lawsOf(document: Document): string[] {
  return /KVKK|6698/.test(document.text) ? ['gdpr', 'kvkk'] : ['gdpr'];
}
