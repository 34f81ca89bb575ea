/** Cloudflare hides an address by XOR with its first byte; undefined when `hex` is no such address. */
export function decodeCloudflare(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){4,200}$/i.test(hex)) return undefined;
  const bytes = hex.match(/../g)!.map((pair) => parseInt(pair, 16));
  const address = new TextDecoder().decode(Uint8Array.from(bytes.slice(1), (byte) => byte ^ bytes[0]!));
  return /^[^\s@]+@[^\s@]+$/.test(address.replace(/\?.*$/, '')) ? address : undefined;
}

/** The address in a link to Cloudflare's page about hidden addresses. */
export function cloudflareLink(href: string): string | undefined {
  const hex = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)/i.exec(href)?.[1];
  return hex && decodeCloudflare(hex);
}
