import { titleSpan } from '../places.ts';
import type { Check } from '../types.ts';

/** A file that holds no more than the promise of a policy; a text that is none at all never comes this far. */
export const stub: Check = {
  rules: ['draft/stub'],
  *run({ document, kind, evidence }) {
    if (kind === 'stub' && evidence.of('draft/stub').length === 0)
      yield { rule: 'draft/stub', message: 'document', source: titleSpan(document), anchor: '' };
  },
};
