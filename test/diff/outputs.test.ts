import { describe, expect, it } from 'vitest';
import { compareContexts } from '../../src/diff/diff.ts';
import { redline } from '../../src/diff/redline.ts';
import type { Level } from '../../src/diff/types.ts';
import { analyzeText } from '../../src/index.ts';
import { DIFF_REPORTERS } from '../../src/report/diff/index.ts';
import { atLeast } from '../../src/report/diff/reporter.ts';
import { fromTemplate } from '../../src/report/diff/template.ts';
import { PLAIN, type RenderContext, type Style } from '../../src/report/reporter.ts';

const CONTEXT: RenderContext = {
  locale: 'en',
  style: PLAIN,
  width: 80,
  links: false,
  terminal: false,
  rules: () => [],
  relative: (path) => path,
  byteColumn: (_, point) => point.column,
};

async function report(base: string, revision: string, level: Level = 'substantive') {
  const comparison = compareContexts(
    await analyzeText(base, { path: 'old.md' }),
    await analyzeText(revision, { path: 'new.md' }),
    { locale: 'en' },
  );
  const { changelog } = comparison;
  return { changelog, shown: atLeast(changelog.changes, level), level, redline: () => redline(comparison) };
}

const LOGS = '# Policy\n\nWe keep server logs for 30 days.\n';
const LONGER = LOGS.replace('30', '90');

async function render(format: string, ...args: Parameters<typeof report>): Promise<string> {
  return [...(await DIFF_REPORTERS[format]!())(await report(...args), CONTEXT)].join('');
}

describe('formats of the changelog', () => {
  it('text: level, section, article, words', async () => {
    const text = await render('text', LOGS, LONGER);
    expect(text).toContain('Material — people must be told');
    expect(text).toContain('Retention (server logs) lengthened from 30 days to 90 days');
    expect(text).toContain('retention-lengthened · Policy:3 · GDPR Art. 13(2)(a)');
    expect(text).toContain('[-30-] {+90+}');
    expect(text).toContain('1 change: 1 material, 0 substantive, 0 editorial');
  });

  it.each(['markdown', 'github'])('%s: nothing a policy says moves the cursor of a terminal', async (format) => {
    const evil = '# Pol\u0007icy\n\nWe keep \u001b[31mserver logs for 30\u009b days.\n';
    const shown = await render(format, evil, evil.replace('30', '90'));
    expect(shown).toContain('90');
    expect(shown).not.toMatch(/[\u0007\u001b\u009b]/);
  });

  it('text in colours: each line, and each word that changed, is painted for itself', async () => {
    const mark = (name: string) => (words: string) => `<${name}>${words}</${name}>`;
    const style = Object.fromEntries(Object.keys(PLAIN).map((name) => [name, mark(name)])) as unknown as Style;
    const text = [...(await DIFF_REPORTERS.text!())(await report(LOGS, LONGER), { ...CONTEXT, style, width: 40 })];
    expect(text.slice(1).join('')).toBe(
      [
        '  <bold>Retention (server logs) lengthened</bold>',
        '  <bold>from 30 days to 90 days</bold>',
        '    <dim>retention-lengthened · Policy:3 ·</dim>',
        '    <dim>GDPR Art. 13(2)(a)</dim>',
        '    We keep server logs for',
        '    <red>30</red> <green>90</green>',
        '    days.',
        '',
        '1 change: 1 material, 0 substantive, 0 editorial',
        '',
      ].join('\n'),
    );
  });

  it('has three different messages for nothing', async () => {
    expect(await render('text', LOGS, LOGS)).toBe('old.md and new.md are identical.\n');
    expect(await render('text', LOGS, LOGS.replace('# Policy', '# Our policy'))).toContain('1 editorial change only');
    const others = LOGS.replace('30', '7');
    expect(await render('text', LOGS, others, 'material')).toBe(
      'No material changes, but there are others: 1 change: 0 material, 1 substantive, 0 editorial (--level shows them).\n',
    );
    const turkish = [
      ...(await DIFF_REPORTERS.text!())(await report(LOGS, others, 'material'), { ...CONTEXT, locale: 'tr' }),
    ];
    expect(turkish.join('')).toBe(
      '“Önemli” düzeyinde değişiklik yok, ancak başkaları var: 1 değişiklik: 0 önemli, 1 içerik, 0 biçimsel (--level gösterir).\n',
    );
  });

  it('text: nothing of a policy moves the cursor', async () => {
    const escape = String.fromCharCode(27);
    const text = await render(
      'text',
      `We keep ${escape}[2J logs for 30 days.\n`,
      `We keep ${escape}[3J logs for 90 days.\n`,
    );
    expect(text).toContain('90');
    expect(text).not.toContain(escape);
  });

  it('markdown: an address can be copied, nobody is mentioned', async () => {
    const text = await render('markdown', 'Write to a_b@old.example.\n', 'Write to a_b@new.example or @somebody.\n');
    expect(text).toContain('a\\_b@new.example');
    expect(text).toContain('@\u200bsomebody');
  });

  it('markdown: nothing of a policy becomes markup', async () => {
    const text = await render(
      'markdown',
      'Zebras graze.\n',
      'Zebras graze [here](javascript:x) <b>now</b>: \\*soon\\*.\n',
    );
    expect(text).not.toMatch(/(?<!\\)[<*](?:b>|soon)/);
  });

  it('html: escaped, self-contained, with every change linked to its row', async () => {
    const html = await render(
      'html',
      LOGS,
      `${LONGER}\nA \`<script>alert(1)</script>\` & "quoted" giraffe.\n`,
      'editorial',
    );
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/(?:src|href)="http(?!s:\/\/eur-lex)/);
    const targets = [...html.matchAll(/href="#row-(\d+)"/g)].map((m) => m[1]);
    expect(targets.length).toBeGreaterThan(1);
    for (const target of targets) expect(html).toContain(`id="row-${target}"`);
    expect(html).toContain('<del>30 </del><ins>90 </ins>');
  });

  it('github: on the lines of the revision, removals without a line', async () => {
    const text = await render('github', `${LOGS}\nGiraffes graze outside.\n`, LONGER);
    expect(text).toContain('::error file=new.md,line=3,endLine=3,');
    expect(text).toMatch(/^::warning file=new\.md,title=policylint text-removed::/m);
  });

  it('json: the changelog of the contract', async () => {
    const log = JSON.parse(await render('json', LOGS, LONGER)) as Record<string, unknown>;
    expect(log).toMatchObject({
      version: 1,
      base: { path: 'old.md' },
      revision: { path: 'new.md' },
      summary: { material: 1, substantive: 0, editorial: 0 },
      changes: [
        {
          id: 'retention-lengthened',
          topic: 'retention',
          op: 'changed',
          direction: 'longer',
          level: 'material',
          base: { section: ['Policy'], text: 'We keep server logs for 30 days.' },
          revision: { position: { start: { line: 3, column: 1 } } },
        },
      ],
    });
  });

  it('templates: documented data, escaped by the kind of file', async () => {
    const template = '{{#levels}}{{title}}:{{#changes}} {{summary}} ({{citationList}}){{/changes}}{{/levels}}';
    const made = [...fromTemplate(template, 'notice.md.mustache')(await report(LOGS, LONGER), CONTEXT)].join('');
    expect(made).toBe('Material: Retention (server logs) lengthened from 30 days to 90 days (GDPR Art. 13(2)(a))');
  });
});
