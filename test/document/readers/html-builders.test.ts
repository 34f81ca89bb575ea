import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/document/readers/html.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

const PROSE = '<p>We keep the name and the address of everybody who orders tea from us, for ten years.</p>'.repeat(6);

/** The outline of a page's body, without the prose that makes its other parts a small share of it. */
function read(body: string, head = ''): string[] {
  const source = `<!doctype html><html><head>${head}</head><body><h1>Privacy</h1>${PROSE}${body}</body></html>`;
  const result = readHtml(source);
  expectSound(source, result);
  expectMapped(source, result, (slice) => slice.startsWith('&'));
  return outline(result).split('\n').slice(7);
}

describe('pages as builders write them', () => {
  it('drops menus and reads panels that are called menus', () => {
    const menu = '<li><a href="/">Home</a></li><li><a href="/shop">Shop</a></li><li>New</li>';
    expect(read(`<nav><ul>${menu}</ul></nav><div class="menu">${menu}</div>`)).toEqual([]);
    expect(read('<nav class="w-dropdown-list"><p>We sell nothing. See <a href="#a">there</a>.</p></nav>')).toEqual([
      'p We sell nothing. See there.',
    ]);
    expect(
      read('<nav><table><tr><th>Data</th><th>Kept</th></tr><tr><td>Name</td><td>A year</td></tr></table></nav>'),
    ).toEqual(['r (header) (new) Data | Kept', 'r Name | A year']);
  });

  it('drops a side note outside the policy and reads one inside', () => {
    const note = '<aside><p>You may object at any time.</p></aside>';
    expect(read(note)).toEqual([]);
    expect(read(`<article>${note}</article>`)).toEqual(['p You may object at any time.']);
  });

  it('drops lists of other pages of the site, and no others', () => {
    const list = (base: string): string =>
      `<div><h3>Related</h3>${['one', 'two', 'three'].map((n) => `<div><a href="${base}${n}">Tea ${n}</a></div>`).join('')}</div>`;
    expect(read(list('/blog/'))).toEqual([]);
    expect(read(list('blog/'))).toEqual([]);
    expect(read(list('https://fern.example/'), '<link rel="canonical" href="https://fern.example/privacy">')).toEqual(
      [],
    );
    const kept = ['h3 Related', 'p Tea one', 'p Tea two', 'p Tea three'];
    expect(read(list('https://fern.example/'))).toEqual(kept);
    expect(read(list('#'))).toEqual(kept);
    expect(read(list('mailto:a@fern.example?'))).toEqual(kept);
    expect(read(list('/blog/').replace('</h3>', '</h3><p>These firms receive your data.</p>'))).toHaveLength(5);
    expect(read('<a class="skip-link" href="#main">Skip to content</a>')).toEqual([]);
  });

  it('takes elements for what their roles say', () => {
    expect(
      read(
        '<div role="list"><div role="listitem">Name</div><div role="listitem">Age</div></div>' +
          '<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">Data</span><span role="columnheader">Kept</span></div></div>' +
          '<div role="rowgroup"><div role="row"><span role="cell">Name</span><span role="cell">A year</span></div></div></div>',
      ),
    ).toEqual(['i1 (new) Name', 'i1 Age', 'r (header) (new) Data | Kept', 'r Name | A year']);
  });

  it('puts what opens a panel one below the heading above, wherever the panel has headings of its own', () => {
    const inner = '<h4>Detail</h4><p>We ask you.</p>';
    const toggle = (n: number): string =>
      `<div><div role="button" aria-controls="p${n}"><i></i><a>Question ${n} here</a></div><div id="p${n}">${inner}</div></div>`;
    const details = (n: number): string => `<details><summary>Question ${n} here</summary>${inner}</details>`;
    const expected = [
      'h2 Questions',
      'h3 Question 1 here',
      'h4 Detail',
      'p We ask you.',
      'h3 Question 2 here',
      'h4 Detail',
    ];
    expect(read(`<h2>Questions</h2>${toggle(1)}${toggle(2)}`).slice(0, 6)).toEqual(expected);
    expect(read(`<h2>Questions</h2>${details(1)}${details(2)}`).slice(0, 6)).toEqual(expected);
    expect(
      read('<details><summary>All of it</summary><details><summary>A part</summary>x</details></details>'),
    ).toEqual(['h2 All of it', 'h3 A part', 'p x']);
    expect(read('<div role="button" onclick="x()">Buy our tea now</div>')).toEqual(['p Buy our tea now']);
  });

  it('leaves out numbers of notes and the way back from them', () => {
    expect(
      read(
        '<p>We ask the bank.<sup><a href="#fn1">1</a></sup> It answers.<a href="#_ftn2"><span>[2]</span></a></p>' +
          '<p><a href="#r1">[1]</a> A bank. <a href="#r1">↩︎</a></p><p>See Art. <a href="#a6">6</a> and <a href="https://a.example"><sup>1</sup></a>.</p>',
      ),
    ).toEqual(['p We ask the bank. It answers.', 'p A bank.', 'p See Art. 6 and 1.']);
  });

  it('has no paragraph for joiners that show nothing', () => {
    expect(read('<p>\u200d</p><p>\u200b\u00ad</p><p>&zwj;&nbsp;</p><p>a\u200db</p>')).toEqual(['p a\u200db']);
  });

  it('knows a header that is only the first row, and none where the first row could be a value', () => {
    const table = (...rows: string[][]): string =>
      `<table>${rows.map((r) => `<tr>${r.map((c) => `<td><p>${c}</p></td>`).join('')}</tr>`).join('')}</table>`;
    const header = (...rows: string[][]): boolean => read(table(...rows))[0]!.includes('(header)');
    const row = ['To bring the parcel to you', 'Our contract with you', 'Three years'];
    expect(header(['Purpose', 'Legal basis', 'Kept'], row)).toBe(true);
    expect(header(['Purpose', 'Legal basis', 'Legal basis'], row)).toBe(false);
    expect(header(['Fern Ltd.', 'Hosting', 'Ireland'], row)).toBe(false);
    expect(header(['_ga', 'Google', '2 years'], row)).toBe(false);
    expect(header(['Purpose', 'Kept'], ['To bring the parcel to you', 'Three years'])).toBe(false);
    expect(header(['Ada', 'Bea', 'Cem'], ['Dan', 'Eve', 'Fay'])).toBe(false);
    expect(read(table(row.slice(0, 2), row.slice(0, 2)))[0]).not.toContain('(header)');
  });

  it('puts titles in bold below one another by their numbers', () => {
    const titles = ['1. Data', '1.1 Names', '1.1.1 First names', '2. Rights', '3.1 Alone', '2.1 Access'];
    expect(
      read(titles.map((title) => `<p><b>${title}</b></p><p>We say so.</p>`).join('')).filter(
        (line) => !line.startsWith('p'),
      ),
    ).toEqual(['h7 1. Data', 'h8 1.1 Names', 'h9 1.1.1 First names', 'h7 2. Rights', 'h7 3.1 Alone', 'h8 2.1 Access']);
  });

  it('makes a list of paragraphs that were numbered by hand', () => {
    expect(
      read(
        '<p>We share data with</p><p>1.<span>&nbsp; &nbsp;</span>the bank,</p><p>2.&nbsp;the post.</p><p>3 years later we stop.</p>',
      ),
    ).toEqual(['p We share data with', 'i1 (new) [1.] the bank,', 'i1 [2.] the post.', 'p 3 years later we stop.']);
    expect(read('<p>2. the bank,</p><p>3. the post.</p><p>1. alone</p>')).toEqual([
      'p 2. the bank,',
      'p 3. the post.',
      'p 1. alone',
    ]);
  });
});
