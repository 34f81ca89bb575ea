import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../src/diff/registry.ts';
import { diff, lint } from '../../src/index.ts';
import { citedIn } from '../../src/packs/cited.ts';
import { rules } from '../../src/packs/generated/rules.ts';

const inTurkish = (cite: string) => citedIn({ cite, url: 'https://law.example' }, 'tr').cite;

describe('a citation in Turkish', () => {
  it.each([
    ['KVKK Art. 10(1)(ç)', 'KVKK m. 10/1-ç'],
    ['KVKK Art. 10(1)(d) with Art. 11(1)(ğ)', 'KVKK m. 10/1-d ve m. 11/1-ğ'],
    ['KVKK Art. 4(2)(d), 7(1)', 'KVKK m. 4/2-d, 7/1'],
    ['KVKK Art. 14(1)–(2)', 'KVKK m. 14/1–2'],
    ['KVKK Art. 5(1), 5(2)(a)–(f), 6(3)(a)–(g)', 'KVKK m. 5/1, 5/2-a–f, 6/3-a–g'],
    ['KVKK Art. 1, 19–21', 'KVKK m. 1, 19–21'],
    [
      'KVKK Art. 9(1),(4),(5),(6) as amended by Law 7499 Art. 34',
      'KVKK m. 9/1, 4, 5, 6 (7499 sayılı Kanun m. 34 ile değişik)',
    ],
    [
      'Aydınlatma Tebliği Art. 4(1)(c), 5(1)(ı), 3(1)(a) (alıcı grubu)',
      'Aydınlatma Tebliği m. 4/1-c, 5/1-ı, 3/1-a (alıcı grubu)',
    ],
    ['Aydınlatma Tebliği m. 5/1-j', 'Aydınlatma Tebliği m. 5/1-j'],
    ["By-Law on Data Controllers' Registry Art. 11(4)", 'Veri Sorumluları Sicili Hakkında Yönetmelik m. 11/4'],
    ['GDPR Art. 13(2)(f) with Art. 22(1),(4)', 'GDPR m. 13/2-f ve m. 22/1, 4'],
    [
      'GDPR Art. 13(1)(f) with Art. 45 / 46 / 47 / 49(1) second subparagraph',
      'GDPR m. 13/1-f ve m. 45, 46, 47, 49/1 ikinci alt paragraf',
    ],
    ['GDPR Recital 59', 'GDPR gerekçe 59'],
    [
      'WP260 rev.01 ¶29–31 (guidance) on GDPR Arts. 5(1)(a), 12, 13',
      'WP260 rev.01 ¶29–31 (rehber), GDPR m. 5/1-a, 12, 13',
    ],
    [
      'Directive 2002/58/EC Art. 5(3) (as amended by Directive 2009/136/EC)',
      '2002/58/AT sayılı Direktif m. 5/3 (2009/136/AT sayılı Direktif ile değişik)',
    ],
    [
      'CJEU C-673/17 Planet49 (duration and third-party access)',
      'ABAD C-673/17 Planet49 (süre ve üçüncü taraf erişimi)',
    ],
    ['Decision (EU) 2021/914', '(AB) 2021/914 sayılı Karar'],
  ])('%s', (cite, expected) => {
    expect(inTurkish(cite)).toBe(expected);
  });

  it('has no English left in any rule or change', () => {
    const { laws, defects } = rules();
    const cites = [
      ...Object.values(laws).flatMap((law) => law.requirements.flatMap((r) => r.citations.map((c) => c.cite))),
      ...Object.values(defects).flatMap((d) => d.citations.map((c) => c.cite)),
      ...[...CHANGES.values()].flatMap((c) => c.law),
    ];
    expect(
      cites.map(inTurkish).filter((c) => /\b(Arts?|with|as amended|By-Law|Directive|Decision|of)\b/.test(c)),
    ).toEqual([]);
    expect(cites.map((cite) => citedIn({ cite, url: '' }, 'en').cite)).toEqual(cites);
  });

  it('is what findings, their messages and changes show', async () => {
    const notice = '# Aydınlatma Metni\n\nKişisel verilerinizi işliyoruz. Kişisel verileriniz 2 yıl saklanır.\n';
    const { findings } = await lint(notice, { laws: ['kvkk'], locale: 'tr' });
    const rights = findings.find((f) => f.rule === 'kvkk/rights')!;
    expect(rights.message).toContain('(KVKK m. 10/1-d ve m. 11/1-a)');
    expect(rights.citations[0]!.cite).toBe('KVKK m. 10/1-d ve m. 11/1-a');
    const { changes } = await diff(notice, notice.replace('2 yıl', '5 yıl'), { locale: 'tr' });
    expect(changes.map((c) => [c.id, c.citations.map((x) => x.cite)])).toEqual([
      ['retention-lengthened', ['KVKK m. 4/2-d']],
    ]);
  });

  it('is what a message names a missing part by', async () => {
    const notice = '# Aydınlatma Metni\n\nVerileriniz GDPR m. 14/7 uyarınca işlenir.\n';
    const { findings } = await lint(notice, { laws: ['gdpr'], locale: 'tr' });
    expect(findings.find((f) => f.rule === 'citation/invalid')?.message).toBe(
      '"m. 14/7" hükmüne atıf yapılmış, ancak GDPR içinde m. 14/7 yok.',
    );
  });
});
