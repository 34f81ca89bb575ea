import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/document/readers/markdown.ts';
import { outline, sourceOf } from './view.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../fixtures/reading/markdown/${name}`, import.meta.url), 'utf8');

describe('blocks', () => {
  it('reads headings, nested lists, quotes, tables, code and footnotes', () => {
    expect(outline(fixture('structures.md'))).toEqual([
      'heading 1: Privacy Policy',
      'heading 2: Scope',
      'item 1 1.: Collection',
      'item 1: We collect names.⏎And e-mail addresses.',
      'item 2 -: from you⏎directly',
      'item 2 -: from others',
      'item 3 *: brokers',
      'item 3 *: public records',
      'item 1 2.: Use',
      'quote: We never sell data.⏎Not to anyone.',
      'row header: Purpose ¦ Basis ¦ Kept',
      'row: Orders | returns ¦ Art. 6(1)(b) ¦ 7 years',
      'row: Ads ¦ consent, withdraw ¦ 30 days',
      'row: Logs',
      'heading 4: Cookies',
      'paragraph: Except as section 4 says.',
      'paragraph: See the list and [nothing].',
      'code: indented code',
      'code: fenced⏎  code',
      'paragraph: Contact⏎Northwind Kitchens⏎1 Example Street',
    ]);
  });

  it('leads references to where their definitions point', () => {
    const read = readMarkdown(fixture('structures.md'));
    expect(read.links.map((link) => [read.text.slice(link.text.start, link.text.end), link.url])).toEqual([
      ['withdraw', '/w'],
      ['the list', 'https://shop.example/vendors'],
    ]);
  });

  it('leaves the markup of site generators out, and variables in', () => {
    const source = fixture('site-generator.md');
    const read = readMarkdown(source);
    expect(outline(source)).toEqual([
      'item 1 *: TOC',
      'heading 1: Privacy Notice',
      'paragraph: Last updated: {{ page.updated }}',
      'heading 7: Who we are',
      'paragraph: Northwind Kitchens Ltd & partners (“we”) run our shop.',
      'heading 3: Data we keep',
      'item 1 -: Orders,⏎for seven years',
      'item 1 -: Addresses',
      'paragraph: Write to {{company}} at privacy@shop.example.',
    ]);
    expect(read.title).toBe('Privacy Notice');
    expect(read.declaredLanguage).toBe('en');
    expect(source.slice(read.frontMatter!.start, read.frontMatter!.end)).toMatch(/^---\ntitle[^]*legal\n---$/);
    expect(read.comments.map((comment) => comment.value)).toEqual(['policylint-disable-next-line contact/none']);
  });

  it('reads raw HTML without its tags', () => {
    const source = fixture('raw-html.md');
    const read = readMarkdown(source);
    expect(outline(source)).toEqual([
      'heading 2: Your\u00a0rights',
      'paragraph: You may object at any time.⏎Ask us – it is free.',
      'item 1: Access',
      'item 1: Erasure, see the form',
      'heading 7: Retention',
      'paragraph: Logs: 30 days. No more.',
      'row header: Data ¦ Kept',
      'row: Invoices ¦ 10 years by law',
      'paragraph: Line one⏎line two, mail us.',
    ]);
    expect(read.links.map((link) => link.url)).toEqual(['/erase?x=1&y=2', 'mailto:dpo@shop.example']);
    expect(read.comments.map((comment) => comment.value)).toEqual(['reviewed by counsel', 'todo?']);
    expect(sourceOf(source, 'Ask us – it')).toBe('Ask us &ndash; it');
  });
});

describe('a paragraph in bold', () => {
  it.each([
    ['**Contact us**', 'heading 7: Contact us'],
    ['__Contact us__', 'heading 7: Contact us'],
    ['***Contact us*** ', 'heading 7: Contact us'],
    ['**1.** **Contact us:**', 'heading 7: 1. Contact us:'],
    ['**We never sell your data.**', 'paragraph: We never sell your data.'],
    ['**Contact us** by mail', 'paragraph: Contact us by mail'],
    ['**[Contact us](/c)**', 'paragraph: Contact us'],
    [`**${'long '.repeat(21)}title**`, `paragraph: ${'long '.repeat(21)}title`],
    ['- **Contact us**', 'item 1 -: Contact us'],
  ])('%s', (source, expected) => {
    expect(outline(source)).toEqual([expected]);
    expect(outline(source, { parser: 'full' })).toEqual([expected]);
  });
});

describe('positions inside text', () => {
  it.each([
    ['a &amp; b \\* c &#169; d', 'b * c © d', 'b \\* c &#169; d'],
    ['> one\n> > two\n> three **four\n> five** six', 'five six', 'five** six'],
    ['- one\n  two &lt;three', 'two <three', 'two &lt;three'],
    ['one\r\ntwo &amp; three', 'two & three', 'two &amp; three'],
    ['\ufeff# Title\n\nText', 'Text', 'Text'],
    ['a\u00a0b\u200bc d', 'b\u200bc d', 'b\u200bc d'],
    ['| a | b \\| c |\n|---|---|', 'b | c', 'b \\| c'],
    ['x `co  de` y', 'co  de', 'co  de'],
    ['x `` ` `` y', '`', '`'],
    ['a  \nb', 'a\nb', 'a  \nb'],
    ['kişisel veri **İşleme** ılık', 'İşleme ılık', 'İşleme** ılık'],
    ['nul \0 byte', 'byte', 'byte'],
  ])('%j', (source, needle, expected) => {
    expect(sourceOf(source, needle)).toBe(expected);
  });

  it('keeps the source of every block inside the file and trimmed', () => {
    for (const name of ['structures.md', 'site-generator.md', 'raw-html.md']) {
      const source = fixture(name);
      for (const block of readMarkdown(source).blocks) {
        const own = source.slice(block.source.start, block.source.end);
        expect(own).toBe(own.trimEnd());
        expect(block.source.end).toBeLessThanOrEqual(source.length);
      }
    }
  });
});
