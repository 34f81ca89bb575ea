/**
 * Liquid tags and comments; kramdown attribute lists, extensions and comments. `{{ variables }}` stay: they are read as
 * words.
 */
const TEMPLATE = /\{%(?:[^%\n]|%(?!\})){0,300}%\}|\{#[^#\n]{0,300}#\}|\{:{1,2}[^{}\n]{0,500}\}/g;
/** `## Title {#id}` */
const HEADING_ID = /\{#[^{}\s]{1,200}[^{}\n]{0,200}\}[ \t#]*$/;

/** More than a block of any real page holds: placing links costs links × removed. */
const MAX_REMOVED = 200;

/** Spans of a block's text that are markup of a site generator, as flat `[start, end, …]` in order. */
export function notProse(text: string, heading: boolean): number[] {
  const removed: number[] = [];
  const limit = MAX_REMOVED * 2;
  for (const match of text.matchAll(TEMPLATE)) {
    if (removed.length >= limit) break;
    removed.push(match.index, match.index + match[0].length);
  }
  const id = heading ? HEADING_ID.exec(text) : null;
  if (id && (removed.length === 0 || removed[removed.length - 1]! <= id.index)) removed.push(id.index, text.length);
  return removed;
}
