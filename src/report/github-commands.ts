import { printable } from './escape.ts';

/** GitHub's workflow commands escape the message and, further, the properties (actions/toolkit, command.ts). */
function escapeMessage(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** `::error file=…::message`; properties that are undefined are left out. */
export function command(
  name: string,
  properties: Record<string, string | number | undefined>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeMessage(message)}\n`;
}
