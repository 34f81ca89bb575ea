import type { Check } from '../types.ts';
import { titleSpan } from './support.ts';

/** A file that is no policy, or one of which only the title is there: one finding says so. */
export const notAPolicy: Check = {
  rules: ['document/not-a-policy', 'draft/stub'],
  *run({ document, kind, evidence }) {
    if (kind === 'not-a-policy') yield { rule: 'document/not-a-policy', source: titleSpan(document), anchor: '' };
    if (kind === 'stub' && evidence.of('draft/stub').length === 0)
      yield { rule: 'draft/stub', message: 'document', source: titleSpan(document), anchor: '' };
  },
};
