import type { Locale } from '../rules/engine.ts';

/** What the comment and the messages of the action say beside the reports themselves. */
export interface ActionWords {
  changesIn(path: string): string;
  findings: string;
  created(path: string): string;
  deleted(path: string): string;
  none: string;
  noChange: string;
  notCompared(why: string): string;
  cut(lines: number): string;
  at(commit: string): string;
}

const ENGLISH: ActionWords = {
  changesIn: (path) => `What changes in ${path}`,
  findings: 'Findings',
  created: (path) => `${path} is new: there is no earlier version to compare with.`,
  deleted: (path) => `${path} is removed.`,
  none: 'This pull request changes no privacy policy.',
  noChange: 'Nothing at the level that is shown.',
  notCompared: (why) => `The versions were not compared: ${why}.`,
  cut: (lines) => `… ${lines} more lines: see the log and the output files of the job.`,
  at: (commit) => `As of ${commit}.`,
};

const TURKISH: ActionWords = {
  changesIn: (path) => `${path} içindeki değişiklikler`,
  findings: 'Bulgular',
  created: (path) => `${path} yeni: karşılaştırılacak önceki bir sürüm yok.`,
  deleted: (path) => `${path} silindi.`,
  none: 'Bu istek hiçbir gizlilik metnini değiştirmiyor.',
  noChange: 'Gösterilen düzeyde değişiklik yok.',
  notCompared: (why) => `Sürümler karşılaştırılmadı: ${why}.`,
  cut: (lines) => `… ${lines} satır daha: işin günlüğüne ve çıktı dosyalarına bakın.`,
  at: (commit) => `${commit} itibarıyla.`,
};

export function actionWords(locale: Locale): ActionWords {
  return locale === 'tr' ? TURKISH : ENGLISH;
}
