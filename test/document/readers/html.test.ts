import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuilder } from '../../../src/document/text-builder.ts';
import { readHtml, readHtmlFragment, type HtmlSink } from '../../../src/document/readers/html.ts';
import { decodeCloudflare } from '../../../src/document/readers/html/email.ts';
import { expectMapped, expectSound, fixture, outline } from './outline.ts';

const entity = (slice: string): boolean => slice.startsWith('&') || slice.startsWith('<');

function read(name: string): ReturnType<typeof readHtml> {
  const source = fixture(`html/${name}.html`);
  const result = readHtml(source);
  expectSound(source, result);
  expectMapped(source, result, entity);
  return result;
}

describe('readHtml', () => {
  it('reads the policy of a page, not its furniture', () => {
    expect(outline(read('page'))).toMatchInlineSnapshot(`
      "h1 Privacy & cookies
      p Fern Tea Ltd. sells tea — and keeps very little data. Write to tea@fern.example.
      h2 What we keep
      p We keep:
      i1 (new) your name,
      i1 your address:
      i2 (new) street
      i2 town
      i1 (new) your orders.
      i1 They are kept for ten years.
      i1 (new) [c.] third
      i1 [d.] fourth
      h2 Why
      p Purposes
      r (header) (new) Data | Purpose | Kept
      r Orders | Contract⏎Tax law | 10 years
      r  | Support⏎Complaints | 2 years
      h3 Your rights
      p You may ask for access.
      h4 How to complain
      p Complain to the ICO.
      h4 Children
      p We sell to adults only.
      r (new) Controller | Fern Tea Ltd.
      h7 Officer
      p Ann Lee.
      p Room 5.
      h3 Contact
      p Fern Tea Ltd.⏎1 Fern Road⏎York
      p Mail: tea@fern.example or write."
    `);
  });

  it('tells title, language, comments and links', () => {
    const source = fixture('html/page.html');
    const result = readHtml(source);
    expect([result.title, result.declaredLanguage]).toEqual(['Privacy & cookies – Fern Tea', 'en-GB']);
    expect(result.comments).toEqual([
      { source: { start: source.indexOf('<!-- TODO'), end: source.indexOf('-->') + 3 }, value: 'TODO: ask legal' },
    ]);
    expect(result.links.map((l) => [result.text.slice(l.text.start, l.text.end), l.url])).toEqual([
      ['tea@fern.example', 'mailto:tea@fern.example'],
      ['tea@fern.example', 'mailto:tea@fern.example'],
      ['write', 'mailto:tea@fern.example'],
    ]);
    const link = result.links[1]!.source;
    expect(source.slice(link.start, link.end)).toBe(
      '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="5a2e3f3b1a3c3f2834743f223b372a363f">[email&#160;protected]</a>',
    );
  });

  it('spans blocks with their tags', () => {
    const source = fixture('html/page.html');
    const result = readHtml(source);
    const spanOf = (text: string): string => {
      const block = result.blocks.find((b) => result.text.slice(b.start, b.end) === text)!;
      return source.slice(block.source.start, block.source.end);
    };
    expect(spanOf('Privacy & cookies')).toBe('<h1>Privacy &amp; cookies</h1>');
    expect(spanOf('your name,')).toBe('<li>your name,</li>');
    expect(spanOf('your address:')).toBe('<li>your address:');
    expect(spanOf('street')).toBe('<li>street</li>');
    expect(spanOf('Complain to the ICO.')).toBe('Complain to the ICO.');
  });

  it('reads text without paragraphs, bold headings, typed lists, layout tables and entities', () => {
    expect(outline(read('loose'))).toMatchInlineSnapshot(`
      "h7 Privacy Policy
      p This app was built by Jo.⏎It keeps nothing.
      p It is free. Children⏎The app is for everybody.
      h7 Data we send
      i1 (new) [•] the model of the phone
      i1 [•] the version
      i1 [•] a lone item
      h7 Changes
      q0 Quoted words.
      p First line goes on.
      p Second paragraph <here>.
      h2 In a layout table
      p Text one.
      p Side text.
      p Unclosed bold italic text
      p Last ©right; – 😀 &unknown; a < b &"
    `);
  });

  it('reads pages that are nested too deep as plain text, and says so', () => {
    const source = `<body>${'<div>'.repeat(50_000)}<p>We keep your data.</p>`;
    const result = readHtml(source);
    expect(outline(result)).toBe('p We keep your data.');
    expect(result.problems).toEqual([
      {
        id: 'too-deep',
        source: { start: 6 + 399 * 5, end: 6 + 399 * 5 + 1 },
        detail: 'elements are nested more than 400 deep',
      },
    ]);
    expectSound(source, result);
  });

  it('takes bounded time for hostile pages', () => {
    const started = performance.now();
    for (const piece of [
      '<b>',
      '<p>',
      '<li>',
      '<a href=x>',
      '<table>',
      '<td>',
      '&amp',
      '<!--',
      '<br>',
      '</p>',
      '<x y="',
      '<font a=1><p>',
      '<',
    ])
      readHtml(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('ends with the page where a comment never does', () => {
    expect(readHtml('<p>!<!').blocks.map(({ source }) => source)).toEqual([{ start: 0, end: 6 }]);
  });

  it('holds for any page', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '<th>',
      '</table>',
      '<h2>',
      '</h2>',
      '<b>',
      '</b>',
      '<br>',
      '<a href="#x">',
      '</a>',
      '&amp;',
      '&nbsp;',
      '&copy;',
      '\r\n',
      ' ',
      'word',
      'Two words.',
      '<!-- c -->',
      '<pre>',
      '</pre>',
      '<dl>',
      '<dt>',
      '<dd>',
      '</dl>',
      '<details>',
      '<summary>',
      '</summary>',
      '<nav>',
      '</nav>',
      '• x',
      '<blockquote>',
      '<button class=toggle>',
      '</button>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 15, arbitrary: piece }, fc.string()), { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const result = readHtml(source);
        expectMapped(source, result, entity);
        for (const block of result.blocks) {
          expect(block.source.start).toBeGreaterThanOrEqual(0);
          expect(block.source.end).toBeGreaterThanOrEqual(block.source.start);
          expect(block.source.end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('readHtmlFragment', () => {
  it('writes blocks with offsets of the whole file', () => {
    const before = '# A\n\n';
    const html = '<div>\n<h3>Your &amp; our</h3>\n<p>Text <a href="u">link</a>.</p><!-- note -->\n</div>';
    const source = before + html;
    let groups = 4;
    const sink: HtmlSink = {
      out: new TextBuilder(),
      blocks: [],
      links: [],
      comments: [],
      problems: [],
      nextGroup: () => ++groups,
    };
    readHtmlFragment(html, before.length, sink);
    const text = sink.out.text();
    const slice = (span: { start: number; end: number }): string => source.slice(span.start, span.end);
    expect(sink.blocks.map((b) => [b.kind, text.slice(b.start, b.end), slice(b.source)])).toEqual([
      ['heading', 'Your & our', '<h3>Your &amp; our</h3>'],
      ['paragraph', 'Text link.', '<p>Text <a href="u">link</a>.</p>'],
    ]);
    expect(sink.links.map((l) => [slice(l.source), text.slice(l.text.start, l.text.end), l.url])).toEqual([
      ['<a href="u">link</a>', 'link', 'u'],
    ]);
    expect(sink.comments.map((c) => [slice(c.source), c.value])).toEqual([['<!-- note -->', 'note']]);
  });
});

describe('decodeCloudflare', () => {
  it('undoes what Cloudflare does, for any address', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.]{2,20}@[a-z]{2,10}\.[a-z]{2,5}$/), fc.nat(255), (address, key) => {
        const bytes = [key, ...new TextEncoder().encode(address).map((byte) => byte ^ key)];
        expect(decodeCloudflare(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''))).toBe(address);
      }),
    );
  });

  it('refuses what is no address', () => {
    for (const hex of ['', 'zz', '0000', '5a2e3f3b1a3c3f2834743f223b372a363', '0041424344'])
      expect(decodeCloudflare(hex)).toBeUndefined();
  });
});
