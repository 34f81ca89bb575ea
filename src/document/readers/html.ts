import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'hast';
import { TextBuilder } from '../text-builder.ts';
import type { ReadProblem, ReadResult, Span } from '../types.ts';
import { Chrome, mainContent, outerTitle } from './html/chrome.ts';
import { withRoles } from './html/roles.ts';
import { maskTags, nestingOf } from './html/scan.ts';
import { attribute, find, textOf, walk } from './html/tags.ts';
import { HtmlWalker } from './html/walker.ts';
import type { HtmlSink } from './html/writer.ts';
import { readText } from './text.ts';
import { markHeaders, markNumberedItems, nestNumberedTitles } from './unmarked.ts';

export type { HtmlSink } from './html/writer.ts';

/** Deeper nesting than any real page has; the parser's tree is walked by recursion. */
const DEEPEST = 400;
const LARGEST = 8_000_000;

/**
 * Reads an HTML page with the standard's own parsing algorithm: the main content without menus, banners and footers, with
 * exact positions in the markup. Pure. What is too deep or too large to parse is read as plain text and reported.
 */
export function readHtml(source: string): ReadResult {
  const guarded = guard(source);
  if (guarded) return { ...readText(maskTags(source)), problems: [guarded] };
  const root = withRoles(fromHtml(source, { fragment: false }));
  let groups = 0;
  const sink: HtmlSink = {
    out: new TextBuilder(),
    blocks: [],
    links: [],
    comments: [],
    problems: [],
    nextGroup: () => ++groups,
  };
  const chrome = new Chrome(root);
  const main = mainContent(root, chrome);
  const title = outerTitle(root, main);
  if (title) new HtmlWalker(source, 0, sink).read(title);
  new HtmlWalker(source, 0, sink, chrome).read(main);
  const text = sink.out.text();
  markHeaders(text, sink.blocks);
  nestNumberedTitles(text, sink.blocks);
  markNumberedItems(text, sink.blocks, sink.nextGroup);
  const html = find(root, (e) => e.tagName === 'html');
  const page = find(root, (e) => e.tagName === 'title');
  return {
    text,
    map: sink.out.map(),
    blocks: sink.blocks,
    links: sink.links,
    comments: source.includes('<!--') ? allComments(root) : [],
    title: page ? textOf(page).replace(/\s+/g, ' ').trim() || undefined : undefined,
    declaredLanguage: (html && attribute(html, 'lang')) || undefined,
    problems: sink.problems,
  };
}

/**
 * Reads HTML that stands inside another text, such as a block of HTML in Markdown, into the blocks of that text. `html` is
 * the markup, `offset` the place of its first character in the file; all spans written to `sink` are of the file. Opens
 * and closes its own blocks. Nothing counts as page furniture.
 */
export function readHtmlFragment(html: string, offset: number, sink: HtmlSink): void {
  const guarded = guard(html);
  if (guarded) {
    sink.problems.push({ ...guarded, source: shifted(guarded.source, offset) });
    return;
  }
  new HtmlWalker(html, offset, sink).read(withRoles(fromHtml(html, { fragment: true })));
}

function guard(source: string): ReadProblem | undefined {
  if (source.length > LARGEST)
    return {
      id: 'too-large',
      source: { start: 0, end: 0 },
      detail: `the page is larger than ${LARGEST / 1_000_000} MB`,
    };
  const { depth, at } = nestingOf(source, DEEPEST);
  return depth > DEEPEST
    ? { id: 'too-deep', source: { start: at, end: at + 1 }, detail: `elements are nested more than ${DEEPEST} deep` }
    : undefined;
}

function allComments(root: Nodes): ReadResult['comments'] {
  const comments: ReadResult['comments'] = [];
  walk(root, (node) => {
    const { start, end } = node.position ?? {};
    if (node.type === 'comment' && start?.offset !== undefined && end?.offset !== undefined)
      comments.push({ source: { start: start.offset, end: end.offset }, value: node.value.trim() });
  });
  return comments;
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
