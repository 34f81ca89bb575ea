import { has, changedWords, changeOver } from './regions.ts';
import type { Detector } from './types.ts';

/** A right that cost nothing and no longer says so, or now has its price; and the reverse. Art. 12(5) GDPR. */
export const fees: Detector = (region, model, topics) => {
  if (region.kind !== 'changed' || topics.topicOf(region) !== 'right') return undefined;
  const { language, baseWords, revisionWords } = region.edits[0]!;
  const { removed, added } = changedWords(region);
  const isFree = (words: readonly string[]) => has(words, 'free', language);
  const costs = (words: readonly string[], changed: readonly string[]) =>
    !isFree(words) && has(changed, 'fee', language);
  const [was, is] = [isFree(baseWords), isFree(revisionWords)];
  const [cost, costsNow] = [costs(baseWords, removed), costs(revisionWords, added)];
  const told = (id: string) => ({
    changes: [changeOver(model, id, region)],
    words: [...removed, ...added].filter((word) => has([word], 'free', language) || has([word], 'fee', language)),
  });
  if ((was && !is) || (costsNow && !cost)) return told('right-weakened');
  if ((is && !was) || (cost && !costsNow)) return told('right-strengthened');
  return undefined;
};
