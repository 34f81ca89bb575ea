import { fold } from '../text/fold.ts';
import type { Language, Span } from './types.ts';

/** Frequent short words of each language, folded; words that two languages share tell nothing and are left out. */
const STOP_WORDS: Record<string, string[]> = {
  en: 'the and of to we you your our with for this that are is be or which by from have'.split(' '),
  tr: 've bir bu ile icin olarak veya kisisel verilerin tarafindan olan gibi kadar amaciyla hakkinda sizin'.split(' '),
  lv: 'un ir ka par mes jusu no lai vai tiek datu personas saskana ar uz kas jums tas'.split(' '),
  de: 'und der die das wir sie zu den von mit ist fur nicht werden ihre oder auf eine im dem'.split(' '),
  fr: 'et le la les des nous vous que dans pour par vos sur une est du au aux votre'.split(' '),
  es: 'y el los las que de en por con una para sus su del al nos usted nuestra como'.split(' '),
  pl: 'i w na do z jest oraz nie ze przez dane danych osobowych ktore sie lub panstwa celu'.split(' '),
};
const LANGUAGES = Object.keys(STOP_WORDS);
const OWNERS = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS))
  for (const word of words) OWNERS.set(word, [...(OWNERS.get(word) ?? []), language]);

const SAMPLE = 6000;

/** The language most of the blocks are in; `fallback` when they hold too few words to say. */
export function languageOf(text: string, blocks: readonly Span[], fallback: Language = 'und'): Language {
  const scores = new Map<string, number>(LANGUAGES.map((l) => [l, 0]));
  let words = 0;
  let read = 0;
  for (const block of blocks) {
    if (read > SAMPLE) break;
    const slice = text.slice(block.start, Math.min(block.end, block.start + SAMPLE - read));
    read += slice.length;
    for (const word of slice.split(/[^\p{L}\p{M}]+/u)) {
      if (word.length === 0) continue;
      words++;
      for (const language of OWNERS.get(fold(word)) ?? []) scores.set(language, scores.get(language)! + 1);
    }
  }
  if (words < 6) return fallback;
  const [[best, top], [, second]] = [...scores].sort((a, b) => b[1] - a[1]) as [[string, number], [string, number]];
  if (top / words < 0.05 || top < second * 1.3 || top < 2) return fallback;
  return best;
}
