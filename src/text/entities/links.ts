import { find } from 'linkifyjs';
import type { Span } from '../../document/types.ts';
import type { Entity } from './types.ts';

const CANDIDATE = /@|:\/\/|www\.|\p{L}\.\p{L}{2}/u;

/** E-mail addresses and web addresses in one block. */
export function findAddresses(text: string, block: Span, out: Entity[]): void {
  const slice = text.slice(block.start, block.end);
  if (!CANDIDATE.test(slice)) return;
  for (const link of find(slice)) {
    if (link.type !== 'email' && link.type !== 'url') continue;
    out.push({
      name: link.type,
      start: block.start + link.start,
      end: block.start + link.end,
      value: link.type === 'email' ? link.value.toLowerCase().replace(/^mailto:/, '') : link.value,
    });
  }
}
