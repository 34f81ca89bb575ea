import { expect, it } from 'vitest';
import { readHtml } from '../../../src/document/readers/html.ts';
import { readMarkdown } from '../../../src/document/readers/markdown.ts';
import type { ReadResult } from '../../../src/document/types.ts';

const markdown = (source: string) => readMarkdown(source);
const full = (source: string) => readMarkdown(source, { parser: 'full' });

/** The words in bold each block opens with. */
function openings({ text, blocks }: ReadResult): string[] {
  return blocks.map(({ start, boldUntil }) => text.slice(start, boldUntil ?? start));
}

it.each([
  ['Markdown', markdown, '**Our title.** The rest is **not** bold.', 'Our title.'],
  ['Markdown', full, '**Our title.** The rest is **not** bold.', 'Our title.'],
  ['Markdown', markdown, '- __Our__ **title** and the rest', 'Our title'],
  ['Markdown', markdown, 'Only **later** in bold', ''],
  ['Markdown', markdown, '*Our title.* The rest', ''],
  ['HTML', readHtml, '<p><b>Our title.</b> The rest is <b>not</b> bold.</p>', 'Our title.'],
  ['HTML', readHtml, '<ul><li><strong>Our</strong> <b>title</b> and the rest</li></ul>', 'Our title'],
  ['HTML', readHtml, '<p>Only <b>later</b> in bold</p>', ''],
])('%s: %s', (_, read, source, opening) => {
  expect(openings(read(source))).toEqual([opening]);
});
