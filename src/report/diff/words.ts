import type { Level } from '../../diff/types.ts';
import type { Locale } from '../../rules/engine.ts';
import type { DiffReport } from './reporter.ts';

/** Words the changelog is told in. */
export interface DiffWords {
  title: string;
  level: Record<Level, string>;
  levelNote: Record<Level, string>;
  counts(material: number, substantive: number, editorial: number): string;
  identical(base: string, revision: string): string;
  editorialOnly(n: number): string;
  nothingAtLevel(level: string, others: string): string;
  introduced(n: number): string;
  resolved(n: number): string;
  before: string;
  after: string;
  limits: string;
  sideBySide: string;
  inline: string;
  contents: string;
  redline: string;
  changes: string;
  unreleased: string;
  first: string;
  noise(n: number): string;
}

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const ENGLISH: DiffWords = {
  title: 'Changes to the privacy notice',
  level: { material: 'Material', substantive: 'Substantive', editorial: 'Editorial' },
  levelNote: {
    material: 'people must be told, normally in advance',
    substantive: 'the content changed',
    editorial: 'no notice needed',
  },
  counts: (m, s, e) => `${plural(m + s + e, 'change', 'changes')}: ${m} material, ${s} substantive, ${e} editorial`,
  identical: (base, revision) => `${base} and ${revision} are identical.`,
  editorialOnly: (n) =>
    n === 0
      ? 'Nothing that is said changed: only markup, links or white space.'
      : `Nothing that is said changed: ${plural(n, 'editorial change', 'editorial changes')} only (--level editorial shows them).`,
  nothingAtLevel: (level, others) =>
    `No ${level.toLowerCase()} changes, but there are others: ${others} (--level shows them).`,
  introduced: (n) => plural(n, 'finding introduced', 'findings introduced'),
  resolved: (n) => plural(n, 'finding resolved', 'findings resolved'),
  before: 'Before',
  after: 'After',
  limits: 'A limit was hit: some passages are shown as replaced as a whole.',
  sideBySide: 'Side by side',
  inline: 'Inline',
  contents: 'Contents',
  redline: 'Redline',
  changes: 'Changes',
  unreleased: 'Unreleased',
  first: 'First version compared.',
  noise: (n) => plural(n, 'commit without a change of meaning', 'commits without a change of meaning'),
};

const TURKISH: DiffWords = {
  title: 'Gizlilik metnindeki değişiklikler',
  level: { material: 'Önemli', substantive: 'İçerik', editorial: 'Biçimsel' },
  levelNote: {
    material: 'ilgili kişilere, kural olarak önceden bildirilmeli',
    substantive: 'içerik değişti',
    editorial: 'bildirim gerekmez',
  },
  counts: (m, s, e) => `${m + s + e} değişiklik: ${m} önemli, ${s} içerik, ${e} biçimsel`,
  identical: (base, revision) => `${base} ile ${revision} aynı.`,
  editorialOnly: (n) =>
    n === 0
      ? 'Söylenenlerde değişiklik yok: yalnızca biçim, bağlantı ya da boşluk.'
      : `Söylenenlerde değişiklik yok: yalnızca ${n} biçimsel değişiklik (--level editorial gösterir).`,
  nothingAtLevel: (level, others) =>
    `“${level}” düzeyinde değişiklik yok, ancak başkaları var: ${others} (--level gösterir).`,
  introduced: (n) => `${n} yeni bulgu`,
  resolved: (n) => `${n} giderilen bulgu`,
  before: 'Önce',
  after: 'Sonra',
  limits: 'Bir sınıra ulaşıldı: bazı bölümler bütünüyle değişmiş olarak gösteriliyor.',
  sideBySide: 'Yan yana',
  inline: 'Satır içi',
  contents: 'İçindekiler',
  redline: 'Karşılaştırma',
  changes: 'Değişiklikler',
  unreleased: 'Yayımlanmamış',
  first: 'Karşılaştırılan ilk sürüm.',
  noise: (n) => `anlam değiştirmeyen ${n} kayıt`,
};

export function diffWordsOf(locale: Locale): DiffWords {
  return locale === 'tr' ? TURKISH : ENGLISH;
}

/** What is said when no change is shown: three different things, since they mean different things. */
export function emptyMessage({ changelog, level, shown }: DiffReport, words: DiffWords): string | undefined {
  if (shown.length > 0) return undefined;
  const { summary, verdict, base, revision } = changelog;
  if (verdict === 'identical') return words.identical(base.path, revision.path);
  if (verdict === 'editorial') return words.editorialOnly(summary.editorial);
  return words.nothingAtLevel(
    words.level[level],
    words.counts(summary.material, summary.substantive, summary.editorial),
  );
}
