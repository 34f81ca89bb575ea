import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/index.ts';

const ROOT = 'fixtures/diff';
const DATE = 'date-changed editorial';

/** Every change each pair of versions is told to hold, in the order of the changelog. */
const EXPECTED: Record<string, string[]> = {
  'age-raised': ['children-age-raised material', DATE],
  'change-clause-weakened': ['change-clause-weakened material', DATE],
  'consent-to-interest': ['legal-basis-consent-dropped material', DATE],
  'contact-replaced': ['contact-email-changed material', DATE],
  'controller-changed': ['controller-changed material', DATE],
  'controller-renamed': ['controller-renamed substantive', DATE],
  'cookie-added': ['cookie-added material', DATE],
  'country-added': ['transfer-country-added material', DATE],
  'date-moved-only': [DATE],
  'de-retention-lengthened': ['retention-lengthened material', DATE],
  'de-right-removed': ['right-removed material', DATE],
  'denial-turned-round': ['recipient-denial-removed material', DATE],
  'kvkk-ground-changed': ['legal-basis-changed material', DATE],
  'kvkk-retention-shortened': ['retention-shortened substantive', DATE],
  'kvkk-right-removed': ['right-removed material', DATE],
  'list-to-table': ['heading-added editorial', 'heading-added editorial'],
  'lv-denial-turned-round': ['recipient-denial-removed material', DATE],
  'lv-retention-lengthened': ['retention-lengthened material', DATE],
  'material-under-old-date': ['retention-lengthened material', 'material-change-without-new-date editorial'],
  'opt-in-to-opt-out': ['consent-opt-out material', DATE],
  'period-made-vague': ['retention-made-vague material', DATE],
  'purpose-added': ['purpose-added material', DATE],
  'quotes-and-dashes': [],
  'recipient-added': ['recipient-added material', DATE],
  'recipient-swapped': ['recipient-replaced substantive', DATE],
  reflow: [],
  'retention-lengthened': ['retention-lengthened material', DATE],
  'right-removed': ['right-removed material', DATE],
  'safeguard-lost': ['transfer-safeguard-removed material', DATE],
  'sale-denial-lost': ['recipient-denial-removed material', DATE],
  'section-merged': ['section-merged editorial'],
  'section-moved': ['section-moved editorial'],
  'section-relevelled': ['section-demoted editorial'],
  'section-renamed': ['section-renamed editorial'],
  'section-renumbered': ['section-renumbered editorial', 'section-moved editorial'],
  'section-split': ['section-split editorial'],
  'will-to-may': ['change-clause-weakened material', DATE],
};

const cases = readdirSync(ROOT).filter((name) => name !== 'policies');

describe('fixtures of changes', () => {
  it('all have an expectation', () => {
    expect(cases.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(cases)('%s', async (name) => {
    const read = (version: string) => readFileSync(`${ROOT}/${name}/${version}.md`, 'utf8');
    const log = await diff(read('base'), read('revision'), { path: 'policy.md' });
    expect(log.changes.map((change) => `${change.id} ${change.level}`)).toEqual(EXPECTED[name]);
  });
});
