import { BLOCKS } from './tags.ts';

/** Elements without an end tag, or whose end tag may be left out: they do not nest in themselves. */
const FLAT = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup param frame'.split(
    ' ',
  ),
);

interface Tag {
  start: number;
  end: number;
  name: string;
  close: boolean;
}

/** The tags of a page in order, found in one pass; comments and the insides of scripts and styles are passed over. */
function* tagsOf(source: string): Generator<Tag> {
  let i = source.indexOf('<');
  while (i >= 0) {
    if (source.startsWith('<!--', i)) {
      const end = source.indexOf('-->', i + 4);
      const stop = end < 0 ? source.length : end + 3;
      yield { start: i, end: stop, name: '!', close: false };
      i = source.indexOf('<', stop);
      continue;
    }
    const match = /^<(\/?)([a-zA-Z][^\s/>]{0,40})/.exec(source.slice(i, i + 48));
    if (!match) {
      const other = source[i + 1] === '!' || source[i + 1] === '?';
      const close = other ? source.indexOf('>', i) : -1;
      const stop = close < 0 ? i + 1 : close + 1;
      if (other && close >= 0) yield { start: i, end: stop, name: '!', close: false };
      i = source.indexOf('<', stop);
      continue;
    }
    const name = match[2]!.toLowerCase();
    let end = tagEnd(source, i + match[0].length);
    if (match[1] === '' && (name === 'script' || name === 'style' || name === 'title' || name === 'textarea')) {
      const stop = closing(source, end, name);
      end = stop;
      yield { start: i, end, name: '!', close: false };
    } else yield { start: i, end, name, close: match[1] === '/' };
    i = source.indexOf('<', end);
  }
}

/** Behind the `>` that ends a tag; one inside a quoted attribute does not. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  for (let i = from; i < source.length; i++) {
    const char = source[i]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '>') return i + 1;
    else if ((char === '"' || char === "'") && source[i - 1] === '=') quote = char;
  }
  return source.length;
}

function closing(source: string, from: number, name: string): number {
  const pattern = new RegExp(`</${name}[\\s/>]`, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  if (!match) return source.length;
  const end = source.indexOf('>', match.index);
  return end < 0 ? source.length : end + 1;
}

/** How many names up an end tag looks for its start: keeps the scan linear. */
const REACH = 32;

/** How deep a page's elements are nested, up to just over `limit`, and where that depth is reached. */
export function nestingOf(source: string, limit: number): { depth: number; at: number } {
  const open: string[] = [];
  let depth = 0;
  let at = 0;
  for (const tag of tagsOf(source)) {
    if (tag.name === '!' || FLAT.has(tag.name)) continue;
    if (!tag.close) {
      open.push(tag.name);
      if (open.length > depth) {
        depth = open.length;
        at = tag.start;
        if (depth > limit) break;
      }
      continue;
    }
    const low = Math.max(0, open.length - REACH);
    for (let i = open.length - 1; i >= low; i--)
      if (open[i] === tag.name) {
        open.length = i;
        break;
      }
  }
  return { depth, at };
}

/** The page with its tags blanked, as long as before: block tags become line ends, so that offsets stay. */
export function maskTags(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const tag of tagsOf(source)) {
    parts.push(source.slice(from, tag.start));
    const length = tag.end - tag.start;
    const line = BLOCKS.has(tag.name) || tag.name === 'br';
    parts.push(line && length > 0 ? '\n\n'.slice(0, length) + ' '.repeat(Math.max(0, length - 2)) : ' '.repeat(length));
    from = tag.end;
  }
  parts.push(source.slice(from));
  return parts.join('');
}
