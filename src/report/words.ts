import type { Severity } from '../packs/types.ts';
import type { Locale } from '../rules/engine.ts';

/** Words the reports for people are made of. */
export interface Words {
  severity: Record<Severity, string>;
  help: string;
  problems(n: number): string;
  errors(n: number): string;
  warnings(n: number): string;
  infos(n: number): string;
  files(n: number): string;
  suppressed(n: number): string;
  clean(files: string): string;
  inFiles(files: string): string;
  more(n: number): string;
  explain(rule: string): string;
  /** Notices of which no law asks anything, because none was recognised. */
  noLaw(paths: readonly string[]): string;
  title: string;
  columns: { place: string; severity: string; rule: string; message: string };
}

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The first path, and how many more there are. */
const named = ([first = '', ...others]: readonly string[], more: string) =>
  others.length === 0 ? first : `${first} (+ ${others.length} ${more})`;

const ENGLISH: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  help: 'Help',
  problems: (n) => plural(n, 'problem', 'problems'),
  errors: (n) => plural(n, 'error', 'errors'),
  warnings: (n) => plural(n, 'warning', 'warnings'),
  infos: (n) => plural(n, 'note', 'notes'),
  files: (n) => plural(n, 'file', 'files'),
  suppressed: (n) => `${n} suppressed`,
  clean: (files) => `No problems in ${files}`,
  inFiles: (files) => `in ${files}`,
  more: (n) => `${n} more`,
  explain: (rule) => `policylint explain ${rule} tells more`,
  noLaw: (paths) =>
    `No law was recognised in ${named(paths, 'more')}: what a law requires there was not judged. --law gdpr or --law kvkk judges it.`,
  title: 'Privacy policy report',
  columns: { place: 'Line', severity: 'Severity', rule: 'Rule', message: 'Problem' },
};

const TURKISH: Words = {
  severity: { error: 'hata', warning: 'uyarı', info: 'bilgi' },
  help: 'Yardım',
  problems: (n) => `${n} sorun`,
  errors: (n) => `${n} hata`,
  warnings: (n) => `${n} uyarı`,
  infos: (n) => `${n} bilgi`,
  files: (n) => `${n} dosya`,
  suppressed: (n) => `${n} bastırıldı`,
  clean: (files) => `Sorun yok: ${files}`,
  inFiles: (files) => `${files} içinde`,
  more: (n) => `${n} tane daha`,
  explain: (rule) => `Ayrıntılar: policylint explain ${rule}`,
  noLaw: (paths) =>
    `${named(paths, 'dosya daha')} için geçerli kanun anlaşılamadı: kanunun aradığı unsurlar denetlenmedi. Denetlemek için --law gdpr ya da --law kvkk verin.`,
  title: 'Gizlilik metni raporu',
  columns: { place: 'Satır', severity: 'Önem', rule: 'Kural', message: 'Sorun' },
};

export function wordsOf(locale: Locale): Words {
  return locale === 'tr' ? TURKISH : ENGLISH;
}
