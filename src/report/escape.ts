// What XML 1.0 has no place for, or advises against: control characters, lone surrogates, U+FFFE and U+FFFF.
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML and XML, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

/** Text for an XML attribute: line breaks are kept as references, or a parser would make them blanks. */
function escapeXml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}

/** An XML tag's attributes; undefined ones are left out. */
export function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** Text inside Markdown prose or a table cell, so that nothing of it is taken for markup. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(NOT_XML, '')
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
      // A mention of somebody; an e-mail address is none and must stay one that can be copied.
      .replace(/(?<![\p{L}\p{N}._+-])@/gu, '@\u200b')
  );
}

/** A link only where the address is one a browser may be sent to. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\/[^\s<>"'()]+$/i.test(url) ? url : undefined;
}

/** Text for a terminal or a log: a policy must not be able to move the cursor or change colours. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
}
