import type { Check } from '../types.ts';

/** What the reader could not read as it should: the rest of the findings may be incomplete there. */
export const unreadable: Check = {
  rules: ['structure/unreadable'],
  *run({ document }) {
    for (const problem of document.problems)
      yield {
        rule: 'structure/unreadable',
        message: problem.id,
        args: { detail: problem.detail },
        source: problem.source,
        anchor: problem.id,
      };
  },
};
