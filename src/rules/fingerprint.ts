/** A 128-bit hash of a text, 32 hex digits: stable across machines, no cryptography needed, none loaded. */
export function fingerprint(text: string): string {
  let out = '';
  for (let seed = 0; seed < 2; seed++) {
    const [high, low] = cyrb64(text, seed * 0x9e3779b1);
    out += high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }
  return out;
}

/** cyrb53's 64-bit form (public domain, bryc). */
function cyrb64(text: string, seed: number): [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [b >>> 0, a >>> 0];
}
