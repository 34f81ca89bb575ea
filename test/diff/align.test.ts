import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWordIds } from '../../src/diff/align/words.ts';
import { diff } from '../../src/index.ts';

const ids = async (base: string, revision: string) =>
  (await diff(base, revision, { path: 'p.md' })).changes.map((c) => `${c.id} ${c.level}`);

describe('alignment', () => {
  it.each([
    ['a wrapped paragraph', 'We keep your data\nsafe.\n', 'We keep your data safe.\n'],
    ['quotes, dashes and entities', 'It\'s "yours" - &amp; ours.\n', 'It’s “yours” – & ours.\n'],
    ['a list that became a table', '- name\n- address\n', '| name |\n|---|\n| address |\n'],
    [
      'a list that became a paragraph',
      'We collect:\n\n- your name\n- your address\n',
      'We collect: your name, your address\n',
    ],
    ['emphasis and a link', 'See our terms of use.\n', 'See **our** [terms of use](https://example.com/terms).\n'],
    ['where a link leads', '[here](https://a.example/x)\n', '[here](https://b.example/y)\n'],
    ['hyphens', 'Send an e-mail to us.\n', 'Send an email to us.\n'],

    ['sentences joined', 'We care. You matter.\n', 'We care; you matter.\n'],
  ])('%s says nothing', async (_, base, revision) => {
    expect(await ids(base, revision)).toEqual([]);
  });

  it.each([
    ['a typing error', 'We recieve your letters.\n', 'We receive your letters.\n', 'wording-changed editorial'],
    [
      'a renamed heading',
      '# Scope\n\nText here.\n',
      '# Where this applies\n\nText here.\n',
      'section-renamed editorial',
    ],
    [
      'the number of a heading',
      '# 1. Scope\n\nText here.\n',
      '# 2) SCOPE\n\nText here.\n',
      'section-renumbered editorial',
    ],
    ['a negation', 'This applies to visitors.\n', 'This does not apply to visitors.\n', 'text-reversed material'],
    ['a new sentence', 'Text here.\n', 'Text here. Giraffes graze outside.\n', 'text-added substantive'],
    ['another word', 'Giraffes graze outside.\n', 'Zebras graze outside.\n', 'text-changed substantive'],
  ])('%s is one change', async (_, base, revision, expected) => {
    expect(await ids(base, revision)).toEqual([expected]);
  });

  it('says when a passage is too long to be compared word by word, once', async () => {
    const text = (of: string, mark: string) =>
      Array.from({ length: 320 }, (_, i) => `${of}${i} ${of}too${i} ${of}${mark}${i}`).join(' ');
    const page = (mark: string) =>
      `# Policy\n\n~~~\n${text('a', mark)}\n~~~\n\nGiraffes graze.\n\n~~~\n${text('b', mark)}\n~~~\n`;
    const log = await diff(page('x'), page('y'), { path: 'p.md' });
    expect(log.limits).toEqual(['word-limit']);
    expect(log.changes.map(({ id }) => id)).toEqual(['text-changed', 'text-changed']);
    expect((await diff(page('x'), page('x').replace('ax7 ', 'ay7 '), { path: 'p.md' })).limits).toEqual([]);
  });

  it('tells a contact once, however many passages show it, and a period for each', async () => {
    const page = (mail: string, days: number) =>
      `# Policy\n\nWrite to ${mail} for access.\n\nQuestions go to ${mail} as well.\n\nWe keep logs for ${days} days.\n\nWe keep letters for ${days} days.\n`;
    expect(await ids(page('a@old.example', 30), page('b@new.example', 90))).toEqual([
      'contact-email-changed material',
      'retention-lengthened material',
      'retention-lengthened material',
    ]);
  });

  it('pairs repeated boilerplate by its neighbours', async () => {
    const part = (name: string) => `## ${name}\n\nRead on below.\n\n${name} stands here.\n\nBack to the top.\n`;
    const base = ['Alpha', 'Bravo', 'Charlie', 'Delta'].map(part).join('\n');
    const revision = ['Alpha', 'Echo', 'Bravo', 'Charlie', 'Delta'].map(part).join('\n');
    const log = await diff(base, revision, { path: 'p.md' });
    expect(log.changes.map((c) => c.op)).not.toContain('moved');
  });

  it('knows a section with another heading in another place by its text', async () => {
    const section = (title: string, name: string) => `## ${title}\n\n${name} stands here.\n\n${name} goes on.\n`;
    const base = [section('Alpha', 'Ann'), section('Bravo', 'Bob'), section('Charlie', 'Cid')].join('\n');
    const revision = [section('Zulu', 'Cid'), section('Yankee', 'Ann'), section('Xray', 'Bob')].join('\n');
    const log = await diff(base, revision, { path: 'p.md' });
    expect(log.changes.map((c) => c.summary)).toEqual([
      'A heading changed from Charlie to Zulu',
      'Moved without a change: Cid stands here. Cid goes on.',
      'A heading changed from Alpha to Yankee',
      'A heading changed from Bravo to Xray',
    ]);
  });

  it('says that a section moved, once', async () => {
    const sections = ['Alpha', 'Bravo', 'Charlie', 'Delta'].map(
      (n) => `## ${n}\n\n${n} stands here.\n\n${n} goes on.\n`,
    );
    const moved = [sections[1], sections[2], sections[3], sections[0]].join('\n');
    expect(await ids(sections.join('\n'), moved)).toEqual(['section-moved editorial']);
  });

  it('tells the words so that either text can be read off them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 60 }), fc.array(fc.nat(6), { maxLength: 60 }), (a, b) => {
        const { runs } = diffWordIds(a, b);
        expect(runs.flatMap((run) => a.slice(...run.base))).toEqual(a);
        expect(runs.flatMap((run) => b.slice(...run.revision))).toEqual(b);
        for (const run of runs.filter((r) => r.same)) expect(a.slice(...run.base)).toEqual(b.slice(...run.revision));
      }),
    );
  });

  it('keeps its fingerprints when lines move and the language of the summary changes', async () => {
    const base = '# Policy\n\nWe keep server logs for 30 days.\n';
    const revision = base.replace('30', '90');
    const prints = async (text: string, locale: 'en' | 'tr') =>
      (await diff(base, text, { path: 'p.md', locale })).changes
        .filter((c) => c.level === 'material')
        .map((c) => c.fingerprint);
    const once = await prints(revision, 'en');
    expect(once).toHaveLength(1);
    expect(await prints(revision.replace('# Policy\n', '# Policy\n\n\n\n'), 'tr')).toEqual(once);
  });
});
