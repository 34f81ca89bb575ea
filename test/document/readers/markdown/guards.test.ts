import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/document/readers/markdown.ts';
import { pathological } from '../../../helpers/pathological.ts';
import { outline } from './view.ts';

const LIMIT_SECONDS = 3;

describe('inputs made to be slow', () => {
  const inputs = pathological();
  // The parser itself takes longer than this on 1.5 MB of short headings, and is linear in them.
  const forFull = Object.keys(inputs).filter((name) => name !== 'headings50k' && name !== 'footnotes');
  for (const [parser, names] of [
    ['fast', Object.keys(inputs)],
    ['full', forFull],
  ] as const)
    it.each(names)(`${parser}: %s`, (name) => {
      const source = inputs[name]!;
      const before = process.cpuUsage();
      const read = readMarkdown(source, { parser });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(LIMIT_SECONDS);
      expect(read.problems.length).toBeLessThanOrEqual(2);
      for (const { source: span } of read.problems) expect(span.end).toBeLessThanOrEqual(source.length);
    });
});

describe('what a guard stopped', () => {
  const quotes = `${'> '.repeat(200)}deep\n> # Title\n> - item\n> more\n> text\n`;

  it('is read as plain lines and told once', () => {
    const source = `# Before\n\n${quotes}\n${quotes}\nAfter\n`;
    expect(outline(source)).toEqual([
      'heading 1: Before',
      ...['paragraph: deep', 'heading 1: Title', 'item 1 -: item', 'paragraph: more⏎text'],
      ...['paragraph: deep', 'heading 1: Title', 'item 1 -: item', 'paragraph: more⏎text'],
      'paragraph: After',
    ]);
    const { problems } = readMarkdown(source);
    expect(problems.map((problem) => problem.id)).toEqual(['too-deep']);
    expect(source.slice(problems[0]!.source.start).startsWith('> > ')).toBe(true);
  });

  it('does not take its neighbours with it', () => {
    const source = `**Bold** text\n\n${'[a]('.repeat(2000)}\n\nMore *text*\n`;
    expect(outline(source)[0]).toBe('paragraph: Bold text');
    expect(outline(source)[2]).toBe('paragraph: More text');
  });
});
