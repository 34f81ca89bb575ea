import { referenceAt } from './references.ts';

/** `address "title")`; undefined for anything out of the ordinary, which the parser reads. */
export function resourceAt(source: string, at: number, end: number): { url: string; end: number } | undefined {
  let depth = 0;
  const start = at;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 40) {
      if (++depth > 8) return undefined;
    } else if (code === 41) {
      if (depth-- === 0) break;
    } else if (code === 32) break;
    else if (code < 32 || code === 127 || code === 92 || (code === 60 && at === start)) return undefined;
    else if (code === 38 && referenceAt(source, at)) return undefined;
  }
  if (at >= end || at === start || depth > 0) return undefined;
  const url = source.slice(start, at);
  while (at < end && source.charCodeAt(at) === 32) at++;
  if (source.charCodeAt(at) === 34) {
    const from = at++;
    for (; at < end; at++) {
      const code = source.charCodeAt(at);
      if (code === 34) break;
      if (code === 92 || code === 10 || code === 13) return undefined;
    }
    if (at >= end || source.charCodeAt(from - 1) !== 32) return undefined;
    at++;
    while (at < end && source.charCodeAt(at) === 32) at++;
  }
  return at < end && source.charCodeAt(at) === 41 ? { url, end: at + 1 } : undefined;
}
