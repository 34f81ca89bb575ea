import { titleSpan } from '../places.ts';
import type { Check, CheckContext } from '../types.ts';
import { wordCount } from './support.ts';

/** A file that holds no more than the promise of a policy; a text that is none at all never comes this far. */
export const stub: Check = {
  rules: ['draft/stub'],
  *run(context) {
    if (context.kind === 'stub' && !isAnnounced(context))
      yield { rule: 'draft/stub', message: 'document', source: titleSpan(context.document), anchor: '' };
  },
};

/** Whether the rule's own phrases report the promise already. */
function isAnnounced({ document, evidence, packs }: CheckContext): boolean {
  const most = packs.rules.defects['draft/stub']?.maxWords ?? Infinity;
  return evidence
    .of('draft/stub')
    .some(
      ({ strength, polarity, sentence }) =>
        strength === 'strong' &&
        polarity !== 'denied' &&
        wordCount(document.blocks[document.sentences[sentence]!.block]!) <= most,
    );
}
