import { describe, expect, it } from 'vitest';
import { Hyphens } from '../../../src/document/readers/hyphens.ts';
import { readText } from '../../../src/document/readers/text.ts';
import { expectMapped, expectSound, outline } from './outline.ts';

function read(source: string): string {
  const result = readText(source);
  expectSound(source, result);
  expectMapped(source, result);
  return outline(result);
}

describe('text that was something else', () => {
  const policy = `Privacy Notice

1. What we keep

We keep the name and the address of every person who orders tea from us.
The data are:

- the name,
- the address.

2. Rights

You may ask us what we keep about you.
`;

  it('reads an e-mail that quotes a policy as the policy', () => {
    const plain = read(policy);
    expect(plain).toContain('h1 Privacy Notice');
    expect(read(policy.replace(/^/gm, '> '))).toBe(plain);
    expect(read(`Ada wrote this to us.\n\n${policy.replace(/^/gm, '>> ')}`)).toBe(`p Ada wrote this to us.\n${plain}`);
    expect(read(`${policy}\n> a single quotation`)).toContain('> a single quotation');
  });

  it('leaves out heads, feet and numbers of pages, and reads on over the page', () => {
    const page = (n: number, text: string): string => `Fern Tea – notice\n\n${text}\n\nSeite ${n} von 3\n`;
    const text =
      page(1, 'Privacy Notice\n\nWe keep the name of every person who orders tea from us and of those who') +
      '\f' +
      page(
        2,
        'only ask for it, and we keep no other data of them at all, not even for a day.\n\nRights\n\nYou may ask.',
      ) +
      '\f' +
      page(3, 'You may object.');
    expect(read(text)).toMatchInlineSnapshot(`
      "h1 Privacy Notice
      p We keep the name of every person who orders tea from us and of those who only ask for it, and we keep no other data of them at all, not even for a day.
      h2 Rights
      p You may ask.
      p You may object."
    `);
  });

  it('reads what a browser copies: lists without bullets, no empty line behind them', () => {
    const long =
      'We keep the name and the address of every person who orders tea from us or asks us for a list of our teas, and we keep them for ten years, as the law wants it.';
    const text = [
      `Privacy Notice\n\n${long}\n\nThese are the data that we keep of an order:\n`,
      'Names: the first and the last one.\nOrders:\nwhat you ordered,\nwhat you paid.\nAddresses: those of your house.\nWho receives them\n',
      `${long}\n\nThese are the firms that receive data of yours:\n`,
      'the bank that keeps our account and to which you pay the price of an order,\nour carrier.\nData\tReceiver\tKept\nname\tthe carrier\ta year\nprice\tthe bank\tten years\nRights\n',
      `${long}\n`,
    ].join('\n');
    expect(read(text)).toMatchInlineSnapshot(`
      "h1 Privacy Notice
      p We keep the name and the address of every person who orders tea from us or asks us for a list of our teas, and we keep them for ten years, as the law wants it.
      p These are the data that we keep of an order:
      i1 (new) Names: the first and the last one.
      i1 Orders:
      i1 what you ordered,
      i1 what you paid.
      i1 Addresses: those of your house.
      h2 Who receives them
      p We keep the name and the address of every person who orders tea from us or asks us for a list of our teas, and we keep them for ten years, as the law wants it.
      p These are the firms that receive data of yours:
      i1 (new) the bank that keeps our account and to which you pay the price of an order,
      i1 our carrier.
      r (header) (new) Data | Receiver | Kept
      r name | the carrier | a year
      r price | the bank | ten years
      h2 Rights
      p We keep the name and the address of every person who orders tea from us or asks us for a list of our teas, and we keep them for ten years, as the law wants it."
    `);
  });

  it('reads tables set in columns with spaces', () => {
    const ruled = [
      '  Purpose              Basis                 Kept',
      '  -------------------- --------------------- -----------',
      '  To bring the tea     Our contract          Ten years',
      '  To send a letter     Your consent          A year',
    ];
    const wrapped = [
      '    Cookie          Provider                What for',
      'basket          Fern Tea Ltd.           Keeps what you put',
      '                                        into it',
      'session         Long Name of a          Tells us who you',
      '                Company Ltd.            are',
      'To keep a very  Fern Tea Ltd.           x',
      'long story',
    ];
    expect(
      read(
        [
          'Notice',
          '',
          ...ruled,
          '',
          'We keep nothing else than these data of yours.',
          '',
          ...wrapped,
          '',
          'Rights',
          '',
          'You may ask.',
        ].join('\n'),
      ),
    ).toMatchInlineSnapshot(`
      "h1 Notice
      r (header) (new) Purpose | Basis | Kept
      r To bring the tea | Our contract | Ten years
      r To send a letter | Your consent | A year
      p We keep nothing else than these data of yours.
      r (header) (new) Cookie | Provider | What for
      r basket | Fern Tea Ltd. | Keeps what you put⏎into it
      r session | Long Name of a⏎Company Ltd. | Tells us who you⏎are
      r To keep a very⏎long story | Fern Tea Ltd. | x
      h2 Rights
      p You may ask."
    `);
  });

  it('makes no table of lists, of sentences and of one row', () => {
    for (const text of [
      '-   Orders:\n    -   what you ordered\n    -   what you paid\n-   Names',
      'We keep names.  They are yours.\nWe keep them.  You may ask.\nWe do so.  It is right.',
      'Controller      Fern Tea Ltd.\n\nWe keep names.',
    ])
      expect(read(text)).not.toMatch(/^r/m);
  });

  it('reads very many lines with room in them, each a row', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `${'a'.repeat(1 + (n % 7))}   ${'b'.repeat(1 + (n % 5))}.`);
    const { blocks } = readText(lines.join('\n'));
    expect(blocks.filter(({ kind, cells }) => kind === 'row' && cells?.length === 2).length).toBe(20_000);
  });

  it('takes nothing in brackets for a heading', () => {
    expect(read('Notice\n\nRights\n\n[Insert the rights]\n\nChanges\n\nWe may change it at any time.')).toContain(
      'p [Insert the rights]',
    );
  });

  it('joins the short lines of a column of print', () => {
    const words =
      'we keep the name and the address of every person who orders tea from us in our shop or by mail and we give them to nobody but the carrier who brings the tea to the house of that person and to the bank that is told what the person owes for the tea so that we are paid and can go on to sell tea to people who like it and we keep the price of it as long as a law tells us to do so which is ten years in this country and less in some of the others that we sell tea to';
    const lines = words.match(/.{1,34}(?: |$)/g)!.map((line) => line.trim());
    expect(lines.length).toBeGreaterThan(12);
    expect(read(`Privacy Notice\n\n${lines.join('\n').replace('we keep', 'We keep')}.\n\nRights\n\nYou may ask.`)).toBe(
      `h1 Privacy Notice\np ${words.replace('we keep', 'We keep')}.\nh2 Rights\np You may ask.`,
    );
  });

  it('cuts out hyphens that divide words, and no others', () => {
    const lines = (...text: string[]): string => read(`Title\n\n${text.join('\n')}`).split('\n')[1]!;
    const long = 'We keep the data of everybody who orders from our shop and ';
    expect(lines(`${long}infor\u00ad`, 'mation on what they do.')).toBe(`p ${long}information on what they do.`);
    expect(lines(`${long}infor\u2010`, 'mation on what they do.')).toBe(`p ${long}information on what they do.`);
    expect(lines(`${long}third-`, 'party data that we are given.')).toBe(
      `p ${long}third-party data that we are given.`,
    );
    expect(lines(`${long}infor-`, 'mation, or other information of theirs.')).toBe(
      `p ${long}information, or other information of theirs.`,
    );
    expect(lines(`${long}Kunden-`, 'und Lieferantendaten von ihnen.')).toBe(
      `p ${long}Kunden- und Lieferantendaten von ihnen.`,
    );
  });
});

describe('Hyphens', () => {
  it('judges by the rest of the document', () => {
    const rare = new Hyphens([
      'we inform-',
      'ation of the long-term plan for long-',
      'term data',
      ...Array<string>(400).fill('line'),
    ]);
    expect(rare.joint('we inform-', 'ation of')).toBe('close');
    expect(rare.joint('plan for long-', 'term data')).toBe('close');
    const often = new Hyphens(['we pro-', 'cess and trans-', 'mit the infor-', 'mation; long-term, long-', 'term']);
    expect(often.joint('we pro-', 'cess')).toBe('cut');
    expect(often.joint('long-term, long-', 'term')).toBe('close');
    expect(often.joint('an e-', 'mail')).toBe('close');
    expect(often.joint('in Alt-', 'Moabit')).toBe('close');
    expect(often.joint('Bank-', 'und Kundendaten')).toBe('space');
    expect(often.joint('2 -', 'three')).toBe('space');
    expect(often.joint('no hyphen', 'here')).toBe('space');
  });
});
