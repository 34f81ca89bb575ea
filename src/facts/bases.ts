import type { FactContext } from './context.ts';
import type { Fact } from './types.ts';

const ABOUT_BASES = ['legal-basis', 'kvkk-legal-basis', 'consent-basis', 'legitimate-interest-basis'];
/** Art. 21 and Art. 20 GDPR name points of Art. 6(1) that the text need not rely on. */
const ABOUT_RIGHTS = ['right-object', 'right-portability', 'right-erasure', 'right-restriction'];

/** Legal bases a text tells by their article alone: "Rechtsgrundlage ist Art. 6 Abs. 1 lit. b DSGVO". */
export function basesOfCitations(context: FactContext, citations: readonly Fact[], told: readonly Fact[]): Fact[] {
  const known = new Set(told.filter((f) => f.type === 'legal-basis').map((f) => f.value));
  const facts: Fact[] = [];
  for (const citation of citations) {
    const sentence = context.document.sentences[citation.sentence]!;
    const value = basisOf(citation.detail ?? {});
    if (!value || known.has(value)) continue;
    const isAbout =
      ABOUT_BASES.some((c) => context.says(sentence, c)) ||
      context.isUnder(sentence, 'legal-basis', 'kvkk-legal-basis');
    if (!isAbout || ABOUT_RIGHTS.some((c) => context.says(sentence, c))) continue;
    known.add(value);
    const basis = basisName(context, value);
    facts.push({ ...citation, type: 'legal-basis', value, detail: basis ? { basis } : {} });
  }
  return facts;
}

/** `GDPR-6-1-b` or `KVKK-5-2-c` of a cited point. */
function basisOf({ law, article, paragraph, point }: Record<string, string>): string | undefined {
  if (law === 'GDPR' && article === '6' && paragraph === '1' && /^[a-f]$/.test(point ?? '')) return `GDPR-6-1-${point}`;
  if (law === 'KVKK' && article === '5' && paragraph === '2' && /^[a-fç]$/.test(point ?? ''))
    return `KVKK-5-2-${point}`;
  return undefined;
}

function basisName({ lexicon }: FactContext, value: string): string | undefined {
  for (const [name, { gdpr, kvkk }] of Object.entries(lexicon.tables.bases))
    if (value === `GDPR-${gdpr?.slice(1)}` || value === `KVKK-${kvkk}`) return name;
  return undefined;
}
