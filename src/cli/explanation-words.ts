import type { Level } from '../diff/types.ts';
import type { Locale } from '../rules/engine.ts';

const ENGLISH = {
  severity: 'Severity',
  level: 'Level',
  topic: 'Topic',
  opposite: 'Opposite',
  says: 'Says',
  example: 'Example',
  why: 'Why',
  help: 'What to do',
  when: 'Only where the text speaks of',
  law: 'Law',
  bad: 'Reported',
  good: 'Not reported',
  unanswered: 'Sentences that are not enough',
  answered: 'Sentences that answer it',
  suppress: 'To set one finding aside, write before it',
  reason: 'the reason',
  config: 'To change it everywhere, in the configuration',
  profile: 'To say once and for all whether it applies to you, in the configuration',
  fail: 'To make a run fail on it',
  vagueIsEnough: 'a vague word is enough',
  whenVague: (severity: string) => `${severity} when it is only vague`,
  escalated: (severity: string, when: string) => `${severity} where the text speaks of ${when}`,
  strong: 'a clear statement on',
  not: 'not',
  or: 'or',
  and: 'and',
};

export type Labels = typeof ENGLISH;

const TURKISH: Labels = {
  severity: 'Önem',
  level: 'Düzey',
  topic: 'Konu',
  opposite: 'Karşıtı',
  says: 'İleti',
  example: 'Örnek',
  why: 'Neden',
  help: 'Ne yapmalı',
  when: 'Yalnızca metin şundan söz ediyorsa',
  law: 'Dayanak',
  bad: 'Bildirilir',
  good: 'Bildirilmez',
  unanswered: 'Yeterli olmayan cümleler',
  answered: 'Yeterli olan cümleler',
  suppress: 'Tek bir bulguyu bir kenara bırakmak için önüne yazın',
  reason: 'gerekçe',
  config: 'Her yerde değiştirmek için yapılandırmada',
  profile: 'Sizin için geçerli olup olmadığını bir kez belirtmek için yapılandırmada',
  fail: 'Bunda hata ile çıkmak için',
  vagueIsEnough: 'genel bir ifade de yeter',
  whenVague: (severity) => `ifade belirsizse ${severity}`,
  escalated: (severity, when) => `metin şundan söz ediyorsa ${severity}: ${when}`,
  strong: 'açık ifade:',
  not: 'yok:',
  or: 'ya da',
  and: 've',
};

export function labelsOf(locale: Locale): Labels {
  return locale === 'tr' ? TURKISH : ENGLISH;
}

/** What a level asks of whoever changes the text. */
export const LEVELS: Record<Locale, Record<Level, string>> = {
  en: {
    material: 'people must be told, normally in advance',
    substantive: 'the content changed; it belongs in the changelog',
    editorial: 'nothing that people need to be told',
  },
  tr: {
    material: 'ilgili kişilere, kural olarak önceden, bildirilmelidir',
    substantive: 'içerik değişti; değişiklik listesinde yer almalıdır',
    editorial: 'bildirilmesi gereken bir şey yok',
  },
};
