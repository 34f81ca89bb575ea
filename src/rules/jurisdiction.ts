import { hasMark } from '../document/laws.ts';
import { applicable } from '../packs/citations.ts';
import type { Citation } from '../packs/types.ts';
import type { CheckContext } from './types.ts';

/** A text with these alone is under the law of the United Kingdom: its articles keep the letters of the Regulation's. */
const UK_MARKS = ['UK GDPR', 'Data Protection Act 2018'];
const UK_GDPR = 'https://www.legislation.gov.uk/eur/2016/679';

/**
 * Of a rule's citations those that bind this text: the articles of its laws; under none of them those of the UK GDPR
 * where the text says so, none where its controller is in another third country, and else the GDPR's. Pure.
 * @param laws the laws to cite, where they are not those of this text alone.
 */
export function citationsFor(
  citations: readonly Citation[],
  { document, evidence, packs, laws: own }: Pick<CheckContext, 'document' | 'evidence' | 'packs' | 'laws'>,
  laws: readonly string[] = own,
): Citation[] {
  const of = (under: readonly string[]) => applicable(citations, under, packs.rules);
  if (laws.length > 0) return of(laws);
  const [unowned, cited] = [of([]), of(['gdpr'])];
  if (UK_MARKS.some((mark) => hasMark(document.text, mark, [])))
    return cited.flatMap((c) =>
      c.cite.startsWith('GDPR ') ? [{ cite: `UK ${c.cite}`, url: UK_GDPR }] : unowned.includes(c) ? [c] : [],
    );
  return evidence.of('non-eu-controller').some((e) => e.polarity === 'affirmed') ? unowned : cited;
}
