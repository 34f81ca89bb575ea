import type { Block, Document } from '../../src/document/types.ts';

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const wordsOf = (document: Document, span: { start: number; end: number }) =>
  flat(document.text.slice(span.start, span.end));

/** The blocks of a document as a web page with a navigation of its own. */
export function asHtml(document: Document): string {
  const body: string[] = [];
  let open = '';
  let group: number | undefined;
  const close = (next = '', of?: number) => {
    if (open !== '' && (open !== next || group !== of)) body.push(`</${open}>`);
    if (next !== '' && (open !== next || group !== of)) body.push(`<${next}>`);
    open = next;
    group = of;
  };
  const cell = (block: Block, span: { start: number; end: number }) => {
    const tag = block.header ? 'th' : 'td';
    return `<${tag}>${escape(wordsOf(document, span))}</${tag}>`;
  };
  for (const block of document.blocks) {
    const text = escape(wordsOf(document, block));
    close(block.kind === 'item' ? 'ul' : block.kind === 'row' ? 'table' : '', block.group);
    if (block.kind === 'heading') body.push(`<h${block.level}>${text}</h${block.level}>`);
    else if (block.kind === 'item') body.push(`<li>${text}</li>`);
    else if (block.kind === 'row') body.push(`<tr>${block.cells!.map((span) => cell(block, span)).join('')}</tr>`);
    else body.push(`<p>${text}</p>`);
  }
  close();
  return `<!doctype html>\n<title>Policy</title>\n<nav><a href="/">Home</a></nav>\n<main>\n${body.join('\n')}\n</main>\n`;
}

/** The blocks of a document as a letter would set them: headings under a line, hyphens for lists, bars between cells. */
export function asText(document: Document): string {
  const lines: string[] = [];
  let last = '';
  for (const block of document.blocks) {
    const text = wordsOf(document, block);
    if (block.kind === 'heading') lines.push('', text, (block.level === 1 ? '=' : '-').repeat(text.length), '');
    else if (block.kind === 'item') lines.push(...(last === 'item' ? [] : ['']), `- ${text}`);
    else if (block.kind === 'row')
      lines.push(
        ...(last === 'row' ? [] : ['']),
        `| ${block.cells!.map((span) => wordsOf(document, span)).join(' | ')} |`,
        ...(block.header ? [`|${block.cells!.map(() => '---').join('|')}|`] : []),
      );
    else lines.push('', text);
    last = block.kind;
  }
  return `${lines.join('\n').trim()}\n`;
}

/** Section headings counted from one. */
export function numbered(markdown: string): string {
  let number = 0;
  return markdown.replace(/^## (?:\d+\. )?/gm, () => `## ${++number}) `);
}
