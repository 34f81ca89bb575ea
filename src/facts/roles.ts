import type { Sentence, Span } from '../document/types.ts';
import { fold } from '../text/fold.ts';
import type { FactContext } from './context.ts';

const MAX_LABEL = 20;
const MAX_FROM_SUBJECT = 40;
const MAX_BEFORE_SUBJECT = 5;

/** Names the text only makes up: "Imagine that a customer of ours, Tasty Pizza Ltd, …", and wherever it goes on about them. */
export function exampleNames(context: FactContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [sentence, companies] of context.sentencesWith('company'))
    for (const cue of context.cues(sentence)) {
      if (cue.kind !== 'example') continue;
      for (const company of companies) if (company.start >= cue.end) names.add(company.value);
    }
  return names;
}

/** "Hosting: Acme GmbH", "web design by Acme": what stands in front says that the company serves the controller. */
export function isLabelledService(context: FactContext, sentence: Sentence, company: Span): boolean {
  return context.cues(sentence).some((cue) => {
    if (cue.kind !== 'service-label' || cue.end > company.start || company.start - cue.end > MAX_LABEL) return false;
    return /^(?:\s\p{L}{1,12}){0,2}\s{0,2}:?\s{1,2}["“„«]?$/u.test(
      context.text({ start: cue.end, end: company.start }),
    );
  });
}

/** A sentence about the representative or the officer names no recipient and no place data go to. */
export function isAboutOfficer(context: FactContext, sentence: Sentence): boolean {
  if (context.says(sentence, 'recipients')) return false;
  return (
    context.hasCue(sentence, 'representative') ||
    context.hasCue(sentence, 'dpo') ||
    context.isUnder(sentence, 'representative', 'dpo-contact')
  );
}

/** "Facebook stores its own logs for 90 days": a known service is what keeps, and the period is none of the controller's. */
export function isKeptByOthers(context: FactContext, sentence: Sentence): boolean {
  const subject = context.entitiesIn(sentence, 'vendor').find((e) => e.start - sentence.start < MAX_BEFORE_SUBJECT);
  if (!subject || fold(context.document.title).includes(fold(subject.value))) return false;
  const keep = context.cues(sentence).find((c) => c.kind === 'keep' || c.kind === 'delete');
  if (!keep || keep.start < subject.end || keep.start - subject.end > MAX_FROM_SUBJECT) return false;
  return /^\s(?:\p{Ll}{1,12}\s){0,3}$/u.test(context.text({ start: subject.end, end: keep.start }));
}
