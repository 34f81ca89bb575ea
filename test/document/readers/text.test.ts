import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/document/readers/text.ts';
import { expectMapped, expectSound, fixture, outline } from './outline.ts';

function read(name: string): string {
  const source = fixture(`text/${name}.txt`);
  const result = readText(source);
  expectSound(source, result);
  expectMapped(source, result);
  return outline(result);
}

describe('readText', () => {
  it('joins hard-wrapped lines, nests upper and mixed case headings, keeps empty sections', () => {
    expect(read('hard-wrapped')).toMatchInlineSnapshot(`
      "h1 PRIVACY POLICY
      p Effective date: 1 March 2025
      h2 INTRODUCTION
      p This policy explains how Larkfield Books Ltd. ("Larkfield", "we") handles the personal data of its customers. It applies to our shop and to our web site, and replaces all earlier versions. Questions are welcome at any time.
      h2 INFORMATION WE COLLECT
      h3 What you give us
      p When you place an order we ask for your name, your delivery address and your e-mail address. We do not ask for your date of birth or your sex. We use the following means:
      i1 (new) [*] the order form on our web site, which you fill in yourself and which is sent over an encrypted connection;
      i1 [*] the telephone;
      i2 [-] on weekdays only
      i2 [-] between 9 and 17
      i1 [*] letters.
      h3 What we find out ourselves
      p Our servers write a log with the address of your computer. The log is kept for 14 days.
      h2 SHARING
      p We share data with:
      i1 (new) [1.] the carrier that delivers your parcel, which needs your name and your address,
      i1 [2.] our bank,
      i1 [3.] nobody else.
      h2 CHILDREN
      h2 CONTACT
      p Larkfield Books Ltd.
      p 12 Mill Lane
      p Norwich NR1 4QX"
    `);
  });
  it('tells numbered headings from clauses and lists', () => {
    expect(read('numbered-turkish')).toMatchInlineSnapshot(`
      "h1 KİŞİSEL VERİLERİN KORUNMASI VE İŞLENMESİ AYDINLATMA METNİ
      p Çınaraltı Yazılım A.Ş.
      h2 [1.] 1. VERİ SORUMLUSU
      p Kişisel verileriniz, veri sorumlusu sıfatıyla Çınaraltı Yazılım A.Ş. tarafından aşağıda açıklanan kapsamda işlenebilecektir.
      h2 [2.] 2. KİŞİSEL VERİLERİN İŞLENME AMAÇLARI
      p Kişisel verileriniz aşağıdaki amaçlarla işlenir:
      i1 (new) [a)] Üyelik sözleşmesinin kurulması,
      i1 [b)] Faturaların düzenlenmesi,
      i1 [c)] Taleplerin yanıtlanması.
      h2 [3.] 3. VERİLERİN AKTARILMASI
      h2 [4.] 4. TOPLAMA YÖNTEMİ VE HUKUKİ SEBEP
      h3 [4.1.] 4.1. Toplama Yöntemi
      p Verileriniz internet sitemizdeki formlar aracılığıyla elektronik ortamda toplanır.
      h3 [4.2.] 4.2. Hukuki Sebep
      p 4.2.1. Verileriniz Kanun'un 5. maddesinin 2. fıkrasının (c) bendine dayanılarak işlenir.
      p 4.2.2. Açık rızanız gereken hâllerde rızanız ayrıca alınır.
      h2 [5.] 5. HAKLARINIZ
      p Kanun'un 11. maddesi uyarınca;
      i1 (new) [-] Kişisel verilerinizin işlenip işlenmediğini öğrenme,
      i1 [-] İşlenmişse bilgi talep etme,
      i1 [-] Düzeltilmesini isteme
      p haklarına sahipsiniz.
      h2 [6.] 6. İLETİŞİM
      p Adres: Gül Sokak No: 5 Kadıköy/İstanbul
      p E-posta: kvkk@cinaralti.example"
    `);
  });
  it('puts articles under their chapter', () => {
    expect(read('articles')).toMatchInlineSnapshot(`
      "h1 Veri Saklama ve İmha Politikası
      h2 BİRİNCİ BÖLÜM
      h3 [Madde 1 –] Madde 1 – Amaç
      i1 (new) [(1)] Bu politikanın amacı, saklama ve imha süreçlerini belirlemektir.
      i1 [(2)] Politika tüm çalışanlara uygulanır.
      h3 [Madde 2 –] Madde 2 – Kapsam
      p (1) Politika müşteri ve çalışan verilerini kapsar.
      p Madde 3 - Bu politika yayımı tarihinde yürürlüğe girer."
    `);
  });
  it('reads short lines below a colon as a list', () => {
    expect(read('unmarked-list')).toMatchInlineSnapshot(`
      "h1 Privacy Notice
      h2 What we collect
      p We collect the following information when you register:
      i1 (new) Name
      i1 Surname
      i1 E-mail address
      i1 Date of birth
      p We use this information to create your account and to answer your questions.
      h2 Who receives it
      p Our hosting company receives the data. Nobody else does."
    `);
  });
  it('ends a spaced list where a wider gap sets a heading apart', () => {
    expect(read('spaced-list')).toMatchInlineSnapshot(`
      "h1 Cookie Notice
      p We use cookies for these purposes:
      i1 (new) Keeping you signed in
      i1 Remembering the language
      i1 Counting visits
      h2 How To Refuse Cookies
      p Open the settings of your browser and choose which cookies it may keep."
    `);
  });
  it('reads tables divided by tabs and tables of one cell a line', () => {
    expect(read('tables')).toMatchInlineSnapshot(`
      "h1 Retention schedule
      r (header) (new) Data | Purpose | Kept for
      r Orders | Contract | 10 years
      r Tickets | Support | 2 years
      h2 Cookies in use
      r (header) (new) Cookie | Purpose | Duration
      r sid | Keeps you signed in. | Session
      r lang | Remembers the language. | 1 year
      p After that time the data are deleted."
    `);
  });
  it('tells titles with a colon from lead-ins', () => {
    expect(read('lead-in-titles')).toMatchInlineSnapshot(`
      "h1 App Privacy
      h2 Information Collection:
      p The app collects the model of your phone and the version of its system.
      h2 Your Rights:
      p You can ask for a copy of your data at any time and free of charge.
      p You have the right to:
      i1 (new) ask for a copy of your data,
      i1 have it corrected.
      p Security: we encrypt all connections between the app and our server.
      p Contact us at: privacy@app.example"
    `);
  });
  it('reads a table of contents as a list and its numbers again as headings', () => {
    expect(read('toc')).toMatchInlineSnapshot(`
      "h1 Privacy Statement
      h2 Contents
      i1 (new) [1.] Who we are
      i1 [2.] Data we process
      i1 [3.] Your rights
      h2 [1.] 1. Who we are
      p We are Kalna Maize SIA, a bakery in Cēsis.
      h2 [2.] 2. Data we process
      p We process the orders of our customers. We keep:
      i1 (new) [1.] the order,
      i1 [2.] the invoice.
      h2 [3.] 3. Your rights
      p You may ask for access, correction and deletion.
      h3 [A.] A. Access
      p Write to us and we will answer within one month.
      h3 [B.] B. Deletion
      p We delete what the law does not oblige us to keep."
    `);
  });
  it('keeps special characters and every kind of line end in place', () => {
    expect(read('characters')).toMatchInlineSnapshot(`
      "h1 Privacy Policy
      p We keep your data for 30 days. The oﬃce is open.
      h2 Your ri­ghts
      p You may ask for a co​py; café included.
      i1 (new) [•] One
      i1 [•] Two"
    `);
  });
  it('reads bullets on lines of their own and rare bullets', () => {
    expect(read('lone-bullets')).toMatchInlineSnapshot(`
      "h1 Our Privacy Promise
      p We may process:
      i1 (new) [•] your name
      i1 [•] your e-mail address
      p We never:
      i1 (new) [o] sell your data
      i1 [o] rent your data
      i1 (new) [➢] Nobody reads your messages.
      i1 (new) [–] No profiling takes place."
    `);
  });
  it('finds headings in a text without empty lines', () => {
    expect(read('dense-headings')).toMatchInlineSnapshot(`
      "h1 Privātuma paziņojums
      p Mūsu uzņēmums rūpējas par jūsu datiem un apstrādā tos likumīgi, godprātīgi un pārredzami.
      h2 Pārzinis
      p SIA Zaļais Kalns, Rīgas iela 5, Cēsis, LV-4101, ir jūsu personas datu pārzinis un atbild par to apstrādi.
      h2 Datu saņēmēji
      h2 Datu glabāšanas termiņš
      p Datus glabājam piecus gadus pēc līguma beigām.
      h2 Kur sūdzēties?
      p Jums ir tiesības iesniegt sūdzību Datu valsts inspekcijā."
    `);
  });
  it('takes names, addresses and closing words for no headings', () => {
    expect(read('address-blocks')).toMatchInlineSnapshot(`
      "h1 Data Protection
      h2 Who is responsible
      p Nordlicht Optik GmbH
      p Hafenstraße 12
      p 20459 Hamburg
      p Telefon: 040 1234567
      p You can reach our data protection officer at the same address.
      p With kind regards
      p Nordlicht Optik GmbH
      p Hamburg"
    `);
  });
  it('reads tables whose cells hold several paragraphs', () => {
    expect(read('flat-tables')).toMatchInlineSnapshot(`
      "h1 Processors and Cookies
      p We work with the companies below.
      r (header) (new) Company | Task | Data
      r Blue Harbour Hosting | Runs the servers of our shop. | Orders, accounts and the log files of the last two weeks are stored there.
      r Parcelbird | Delivers the parcels. | Names and addresses of the people who get a parcel.⏎Telephone numbers where the customer gave one.
      h2 Other Matters
      p The cookies of the shop are listed here:
      r (header) (new) Kind of cookie | What it does | Names
      r Needed | Keeps the basket together while you look around in the shop.⏎Without it nothing can be ordered. | basket_id (own)
      r Counting | Counts how many people look at a page, without telling who they are. | count_a (own)⏎count_b (own)
      h2 Changes
      p We tell our customers about changes of this page by e-mail."
    `);
  });

  it('spans items with their marker and paragraphs without surrounding space', () => {
    const source = 'Intro text stands here.\n\n  a)  first thing,\n  b)  second thing.\n';
    const { blocks } = readText(source);
    expect(blocks.map((b) => source.slice(b.source.start, b.source.end))).toEqual([
      'Intro text stands here.',
      'a)  first thing,',
      'b)  second thing.',
    ]);
  });

  it('maps the space between two joined lines to the whole line end', () => {
    const source =
      'We keep the personal data of our customers for as long as\r\n   their account is open, and delete it\r\n   when they close it.';
    const { text, map, blocks } = readText(source);
    expect(blocks).toHaveLength(1);
    const at = text.indexOf('as long as') + 'as long as'.length;
    expect(text.slice(at, at + 6)).toBe(' their');
    expect(source.slice(map.start(at), map.end(at + 1))).toBe('\r\n   ');
  });

  it.each(['', '\n\n', ' \t', '-----', '•', '1.', 'a', 'A\nB\nC', '\r\r\r'])('reads %j without a fault', (source) => {
    expectSound(source, readText(source));
  });

  it('holds for any text', () => {
    const word = fc.constantFrom(
      'Privacy',
      'data',
      'We',
      'keep',
      'Ltd.',
      'için',
      'ŞİRKET',
      '1.',
      '2.',
      '2.1',
      'a)',
      '(i)',
      'A.',
      '•',
      '-',
      'o',
      ':',
      '.',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      '  ',
      '|',
      '\u00a0',
      '\u00ad',
      '\u200b',
      'Purpose',
      'Madde 1 –',
      'e\u0301',
      '😀',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: word }, fc.string()), { maxLength: 80 }), (words) => {
        const source = words.join(' ');
        const result = readText(source);
        expectSound(source, result);
        expectMapped(source, result);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Alpha', 'beta', 'Gamma:', 'delta.', '\n', '\n\n'), { maxLength: 60 }),
        (words) => {
          const { text, blocks } = readText(words.join(' '));
          const kept = blocks.map((b) => text.slice(b.start, b.end)).join(' ');
          expect(kept.split(/\s+/).filter(Boolean)).toEqual(words.filter((w) => w.trim() !== ''));
        },
      ),
    );
  });

  it('stays linear', () => {
    const started = performance.now();
    for (const piece of ['a\n', '1. A\n', 'A B\n\n', '• x\n', 'Purpose\nData\n\n', 'i) b\n', 'Name: \n', 'x\ty\n', '.'])
      readText(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
