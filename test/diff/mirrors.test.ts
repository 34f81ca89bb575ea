import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../src/diff/registry.ts';
import { diff } from '../../src/index.ts';
import { EDITS } from './edits.ts';

/** A passage, the same passage changed, and the one change it is; turned round it is that change's mirror. */
const PAIRS: readonly (readonly [id: string, base: string, revision: string])[] = [
  ['controller-changed', 'The controller is Acorn Maps Ltd.', 'The controller is Birch Charts GmbH.'],
  [
    'joint-controller-added',
    'The controller of your data is Acorn Maps Ltd.',
    'The controller of your data is Acorn Maps Ltd.\n\nWe and Birch Charts GmbH are joint controllers of your letters.',
  ],
  [
    'joint-controller-changed',
    'We and Birch Charts GmbH are joint controllers of your letters.',
    'We and Birch Charts GmbH are joint controllers of your drawings.',
  ],
  [
    'joint-controller-reversed',
    'We and Birch Charts GmbH are joint controllers.',
    'We and Birch Charts GmbH are not joint controllers.',
  ],
  ['consent-by-use-added', '', 'By continuing to use our service you accept the changed policy.'],
  ['contact-email-added', 'You can write to us.', 'You can write to us at privacy@acornmaps.com.'],
  ['contact-email-added', '', 'You can write to us at privacy@acornmaps.com.'],
  ['contact-phone-added', '', 'You can call us at +353 1 496 0123.'],
  ['contact-phone-changed', 'You can call us at +353 1 496 0123.', 'You can call us at +353 1 496 0199.'],
  [
    'contact-address-changed',
    'Acorn Maps Ltd, 12 Quay Street, Bristol BS1 4DB, United Kingdom',
    'Acorn Maps Ltd, 14 Quay Street, Bristol BS1 4DB, United Kingdom',
  ],
  ['contact-address-added', '', 'Our address is 12 Quay Street, Bristol BS1 4DB, United Kingdom.'],
  [
    'contact-changed',
    '## Contact us\n\nYou can reach us with the contact form.',
    '## Contact us\n\nYou can reach us with the chat window.',
  ],
  ['dpo-changed', 'Our data protection officer is Anna Brook.', 'Our data protection officer is Peter Lake.'],
  [
    'representative-changed',
    'Our representative in the European Union is in Berlin.',
    'Our representative in the European Union is in Paris.',
  ],
  ['purpose-narrowed', 'We use your address to send invoices.', 'We use your address only to send invoices.'],
  ['purpose-changed', 'We use your address to send invoices.', 'We use your address to send parcels.'],
  [
    'legal-basis-consent-required',
    'We process your address on the basis of our legitimate interests.',
    'We process your address on the basis of your consent.',
  ],
  [
    'legal-basis-changed',
    'The legal basis is the performance of a contract.',
    'The legal basis is a legal obligation.',
  ],
  ['data-category-added', 'We collect:\n\n- your name', 'We collect:\n\n- your name\n- your date of birth'],
  ['recipient-added', '', 'We share your data with our tax advisers.'],
  ['recipient-denial-added', 'We share your name with third parties.', 'We do not share your name with third parties.'],
  [
    'transfer-changed',
    'We transfer your data to countries outside the European Economic Area for storage.',
    'We transfer your data to countries outside the European Economic Area for analysis.',
  ],
  ['transfer-country-removed', 'We transfer your data to India and Brazil.', 'We transfer your data to India.'],
  [
    'transfer-safeguard-added',
    'We transfer your data to the United States.',
    'We transfer your data to the United States on the basis of standard contractual clauses.',
  ],
  [
    'transfer-safeguard-changed',
    'We transfer your data to the United States on the basis of standard contractual clauses.',
    'We transfer your data to the United States on the basis of binding corporate rules.',
  ],
  [
    'retention-changed',
    'We keep your letters until you close your account.',
    'We keep your letters until you sell your house.',
  ],
  [
    'right-weakened',
    'You have the right to erase your data.',
    'You have the right to erase your data only in certain cases.',
  ],
  [
    'right-changed',
    'You have the right to have your data erased by letter.',
    'You have the right to have your data erased by telephone.',
  ],
  [
    'consent-opt-in',
    'You can opt out of marketing e-mails in your account.',
    'You can opt in to marketing e-mails in your account.',
  ],
  ['consent-opt-in', 'We send you our newsletter unless you object.', 'We send you our newsletter if you agree.'],
  ['consent-added', '', 'You can withdraw your consent at any time.'],
  [
    'consent-changed',
    'You can withdraw your consent at any time by e-mail.',
    'You can withdraw your consent at any time by letter.',
  ],
  ['complaint-added', '', 'You have the right to lodge a complaint with a supervisory authority.'],
  [
    'complaint-authority-changed',
    'You may lodge a complaint with the Data Protection Commission.',
    'You may lodge a complaint with the CNIL.',
  ],
  ['automated-decision-added', '', 'We use automated decision-making to decide on your application.'],
  [
    'automated-decision-changed',
    'We use automated decision-making to decide on your loan.',
    'We use automated decision-making to decide on your rent.',
  ],
  [
    'automated-decision-denial-added',
    'We use your data for automated decision-making.',
    'We do not use your data for automated decision-making.',
  ],
  ['children-added', '', 'Our service is not directed at children under the age of 16.'],
  ['children-changed', 'Our service is for children who draw.', 'Our service is for children who sing.'],
  ['cookie-added', '', 'We use cookies to remember your language.'],
  ['cookie-changed', 'We use cookies to remember your language.', 'We use cookies to remember your basket.'],
  ['cookie-lifetime-shortened', 'The cookie sid expires after 30 days.', 'The cookie sid expires after 7 days.'],
  ['security-added', '', 'We protect your data with encryption.'],
  ['security-changed', 'We protect your data with encryption.', 'We protect your data with passwords.'],
  ['change-clause-added', '', 'We will notify you of any changes to this policy by e-mail.'],
  [
    'change-clause-changed',
    'We will notify you of any changes to this policy by e-mail.',
    'We will notify you of any changes to this policy by letter.',
  ],
  ['citation-changed', 'We erase your data as Art. 17 GDPR says.', 'We erase your data as Art. 18 GDPR says.'],
  ['date-added', '', 'Last updated: 3 May 2024'],
  ['text-added', '', 'Giraffes graze outside.'],
  [
    'text-moved',
    'Alpha stands here.\n\nBravo stands there and waits.\n\nCharlie goes on for long.',
    'Bravo stands there and waits.\n\nCharlie goes on for long.\n\nAlpha stands here.',
  ],
  ['controller-added', '## Controller', '## Controller\n\nThe controller of your personal data is Acorn Maps Ltd.'],
  ['contact-added', '', 'You can use the contact form of this page to reach us.'],
  ['dpo-added', '', 'We have appointed a data protection officer.'],
  ['representative-added', '', 'We have appointed a representative in the European Union under Art. 27 GDPR.'],
  ['legal-basis-added', '', 'We process your data for the performance of a contract with you (Art. 6(1)(b) GDPR).'],
  [
    'data-category-changed',
    '## Data we collect\n\nWe collect your drawings.',
    '## Data we collect\n\nWe collect your poems.',
  ],
  ['data-source-added', '', 'We obtain personal data from third parties such as public registers.'],
  [
    'data-source-changed',
    'We obtain personal data from third parties such as public registers.',
    'We obtain personal data from third parties such as address dealers.',
  ],
  [
    'recipient-changed',
    'We share your data with third parties who print our letters.',
    'We share your data with third parties who bind our books.',
  ],
  [
    'recipient-narrowed',
    '## Recipients\n\nWe share your data with the people who print and bind our letters.',
    '## Recipients\n\nWe share your data with the people who print our letters.',
  ],
  ['transfer-added', '', 'We transfer your data to third countries.'],
  [
    'transfer-denial-added',
    'We transfer your data to third countries.',
    'We do not transfer your data to third countries.',
  ],
  ['transfer-denial-added', '', 'Your data are not transferred to third countries.'],
  [
    'complaint-changed',
    'You have the right to lodge a complaint with the supervisory authority of your town.',
    'You have the right to lodge a complaint with the supervisory authority of your birthplace.',
  ],
  ['placeholder-filled', 'The sea is [TBD].', 'The sea is blue.'],
  ['placeholder-filled', 'The house stands in [CITY NAME].', 'The house stands in Bristol.'],
  ['heading-added', '', '## Animals'],
  ['contact-reversed', 'You can reach us by fax.', 'You cannot reach us by fax.'],
  [
    'purpose-reversed',
    'We use your address to send you advertising.',
    'We do not use your address to send you advertising.',
  ],
  ['purpose-denial-added', '', 'We do not use your letters to train language models.'],
  ['data-category-denial-added', '', 'We do not collect your location data.'],
  ['data-source-denial-added', '', 'We do not obtain personal data from third parties.'],
  ['cookie-denial-added', '', 'We do not use tracking cookies.'],
  ['data-category-reversed', 'We collect your location data.', 'We do not collect your location data.'],
  ['right-reversed', 'You have the right to object.', 'You do not have the right to object.'],
  ['security-reversed', 'We protect your data with encryption.', 'We do not protect your data with encryption.'],
  ['children-reversed', 'Our service is directed at children.', 'Our service is not directed at children.'],
  ['retention-reversed', 'We keep your letters for 30 days.', 'We do not keep your letters for 30 days.'],
  ['consent-reversed', 'You can withdraw your consent at any time.', 'You cannot withdraw your consent at any time.'],
  ['complaint-reversed', 'You may lodge a complaint with the CNIL.', 'You may not lodge a complaint with the CNIL.'],
  [
    'change-clause-reversed',
    'We will notify you of changes to this policy.',
    'We will not notify you of changes to this policy.',
  ],
  [
    'retention-made-specific',
    'We keep your letters for as long as necessary.',
    'We keep your letters until you close your account.',
  ],
  [
    'change-clause-strengthened',
    'We may notify you of changes to this policy.',
    'We will notify you of changes to this policy.',
  ],
  [
    'children-age-raised',
    'Our service is not directed at children under the age of 16.',
    'Our service is not directed at children under the age of 18.',
  ],
  ['retention-lengthened', 'We keep letters for 12 months.', 'We keep letters for 13 months.'],
  [
    'controller-reversed',
    'Acorn Maps Ltd is the controller of your data.',
    'Acorn Maps Ltd is not the controller of your data.',
  ],
  ['dpo-reversed', 'We have a data protection officer.', 'We have not a data protection officer.'],
  [
    'representative-reversed',
    'We have a representative in the European Union under Art. 27 GDPR.',
    'We do not have a representative in the European Union under Art. 27 GDPR.',
  ],
  [
    'legal-basis-reversed',
    'The legal basis is the performance of a contract.',
    'The legal basis is not the performance of a contract.',
  ],
  [
    'data-source-reversed',
    'We obtain personal data from third parties such as public registers.',
    'We do not obtain personal data from third parties such as public registers.',
  ],
  ['cookie-reversed', 'We use cookies to remember your language.', 'We do not use cookies to remember your language.'],
  ['provision-reversed', 'The provision of your data is voluntary.', 'The provision of your data is not voluntary.'],
  ['provision-added', '', 'The provision of your data is voluntary.'],
  ['text-reversed', 'This applies to visitors.', 'This does not apply to visitors.'],
  ['answer-time-lengthened', 'We answer your requests within 14 days.', 'We answer your requests within 30 days.'],
  ['wording-changed', 'We recieve your letters.', 'We receive your letters.'],
  ['text-changed', 'Giraffes graze outside.', 'Zebras graze outside.'],
  [
    'section-demoted',
    '## Alpha\n\nAlpha stands here.\n\n## Bravo\n\nBravo waits there.\n\n## Charlie\n\nCharlie goes on.',
    '## Alpha\n\nAlpha stands here.\n\n### Bravo\n\nBravo waits there.\n\n## Charlie\n\nCharlie goes on.',
  ],
];

/** Told of whole texts, in fixtures.test.ts. */
const OF_WHOLE_TEXTS = [
  'controller-renamed',
  'language-changed',
  'material-change-without-new-date',
  'section-merged',
  'section-moved',
  'section-renamed',
  'section-renumbered',
  'section-split',
  'term-replaced',
];
/** No test brings these out. To be emptied, by a pair or by taking the id out of the registry; never to be filled. */
const UNTOLD: string[] = [
  'automated-decision-reversed',
  'citation-added',
  'citation-removed',
  'legitimate-interest-added',
  'legitimate-interest-changed',
  'legitimate-interest-removed',
  'legitimate-interest-reversed',
  'link-changed',
  'provision-changed',
  'recipient-reversed',
  'transfer-reversed',
];

const mirrorOf = (id: string) => CHANGES.get(id)!.mirror || id;
const told = async (base: string, revision: string) => {
  const page = (text: string) => `# Privacy policy\n\nWe respect your privacy in everything we do.\n\n${text}\n`;
  const { changes } = await diff(page(base), page(revision), { path: 'p.md' });
  return changes.map(({ id, level, direction }) => ({ id, level, direction }));
};
const expected = (id: string) => {
  const { level, direction } = CHANGES.get(id)!;
  return [{ id, level, direction }];
};

describe('a change, and the same change turned round', () => {
  it.each(PAIRS)('%s: %j', async (id, base, revision) => {
    expect(await told(base, revision)).toEqual(expected(id));
    expect(await told(revision, base)).toEqual(expected(mirrorOf(id)));
  });

  it('every change id is brought out by some text', () => {
    const known = new Set([...PAIRS.flatMap(([id]) => [id, mirrorOf(id)]), ...EDITS.map(({ id }) => id)]);
    const left = [...CHANGES.keys()].filter((id) => !known.has(id));
    expect(left.sort()).toEqual([...OF_WHOLE_TEXTS, ...UNTOLD].sort());
  });
});
