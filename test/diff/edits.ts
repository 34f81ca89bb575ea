import type { Level } from '../../src/diff/types.ts';

/** One known edit of a fixture policy and what must be reported for it. `{x}` in `replace` is drawn from `values`. */
export interface SeededEdit {
  policy: 'en' | 'tr';
  find: string;
  replace: string;
  values?: readonly string[];
  id: string;
  level: Level;
}

const longer = ['45 days', '90 days', '6 months', 'one year', '2 years'];
const shorter = ['24 hours', '7 days', '14 days', 'two weeks'];
const vendors = ['Cloudflare', 'HubSpot', 'Twilio', 'SendGrid', 'Intercom', 'Amazon Web Services'];
const mails = ['data@acornmaps.com', 'dpo@acornmaps.eu', 'hello@acorn-maps.ie', 'rights@maps.example.org'];

const en = (find: string, replace: string, id: string, level: Level, values?: readonly string[]): SeededEdit => ({
  policy: 'en',
  find,
  replace,
  id,
  level,
  values,
});
const tr = (find: string, replace: string, id: string, level: Level, values?: readonly string[]): SeededEdit => ({
  ...en(find, replace, id, level, values),
  policy: 'tr',
});

export const EDITS: readonly SeededEdit[] = [
  en('server logs for 30 days', 'server logs for {x}', 'retention-lengthened', 'material', longer),
  en('server logs for 30 days', 'server logs for {x}', 'retention-shortened', 'substantive', shorter),
  en('invoices for 7 years', 'invoices for {x}', 'retention-lengthened', 'material', [
    '8 years',
    '10 years',
    'twelve years',
  ]),
  en('invoices for 7 years', 'invoices for {x}', 'retention-shortened', 'substantive', [
    '5 years',
    '18 months',
    '6 years',
  ]),
  en('account data 60 days after', 'account data {x} after', 'retention-lengthened', 'material', [
    '90 days',
    '3 months',
    'one year',
  ]),
  en(
    'We keep server logs for 30 days.',
    'We keep server logs for as long as {x}.',
    'retention-made-vague',
    'material',
    ['necessary', 'needed', 'required'],
  ),
  en(' We keep invoices for 7 years.', '', 'retention-removed', 'material'),
  en('## 7. Your rights', 'We keep {x} for 3 months.\n\n## 7. Your rights', 'retention-added', 'substantive', [
    'support messages',
    'saved routes',
    'backup copies',
  ]),
  en('privacy@acornmaps.com', '{x}', 'contact-email-changed', 'material', mails),
  en('e-mail at privacy@acornmaps.com or by telephone', 'telephone', 'contact-email-removed', 'material'),
  en('+353 1 496 0123', '{x}', 'contact-phone-changed', 'substantive', ['+353 1 496 0199', '+353 21 427 0000']),
  en(' or by telephone at +353 1 496 0123', '', 'contact-phone-removed', 'substantive'),
  en('- to detect and prevent fraud', '- to detect and prevent fraud\n- to {x}', 'purpose-added', 'material', [
    'send you marketing messages',
    'train our machine learning models',
    'show you personalised advertising',
    'analyse how you use our service',
  ]),
  en('- to answer your support requests\n', '', 'purpose-removed', 'substantive'),
  en('- the routes you save', '- the routes you save\n- {x}', 'data-category-added', 'material', [
    'your precise location',
    'your date of birth',
    'your phone number',
    'your payment details',
  ]),
  en('- your IP address and browser type\n', '', 'data-category-removed', 'substantive'),
  en(
    '- Zendesk, which runs our help desk',
    '- Zendesk, which runs our help desk\n- {x}, which hosts our data',
    'recipient-added',
    'material',
    vendors,
  ),
  en('- Mailchimp, which sends our newsletter\n', '', 'recipient-removed', 'substantive'),
  en('- Mailchimp, which', '- {x}, which', 'recipient-replaced', 'substantive', vendors),
  en('We do not sell your personal data', 'We may sell your personal data', 'recipient-denial-removed', 'material'),
  en('We do not sell your personal data to third parties.\n\n', '', 'recipient-denial-removed', 'material'),
  en('to the United States on', 'to the United States and {x} on', 'transfer-country-added', 'material', [
    'India',
    'Brazil',
    'Singapore',
    'Mexico',
  ]),
  en('to the United States on', 'to {x} on', 'transfer-country-changed', 'material', ['India', 'Brazil', 'Singapore']),
  en(' on the basis of standard contractual clauses', '', 'transfer-safeguard-removed', 'material'),
  en('You have the right to data portability. ', '', 'right-removed', 'material'),
  en(' You have the right to object to the processing of your data.', '', 'right-removed', 'material'),
  en('You have the right to have your data erased. ', '', 'right-removed', 'material'),
  en(
    'You have the right to data portability.',
    'You have the right to data portability. You have the right to restrict the processing of your data.',
    'right-added',
    'substantive',
  ),
  en('within 30 days', 'within {x}', 'answer-time-lengthened', 'substantive', ['60 days', '45 days', 'three months']),
  en('within 30 days', 'within {x}', 'answer-time-shortened', 'substantive', ['14 days', '10 days', 'two weeks']),
  en(
    'You have the right to lodge a complaint with the Data Protection Commission.\n\n',
    '',
    'complaint-removed',
    'material',
  ),
  en(
    'We do not use your data for automated decision-making or profiling.',
    'We use your data for automated decision-making and profiling.',
    'automated-decision-denial-removed',
    'material',
  ),
  en('under the age of 16', 'under the age of {x}', 'children-age-lowered', 'material', ['13', '14', '15']),
  en('under the age of 16', 'under the age of {x}', 'children-age-raised', 'material', ['17', '18']),
  en('expires after 24 hours', 'expires after {x}', 'cookie-lifetime-lengthened', 'material', [
    '7 days',
    '30 days',
    'one year',
  ]),
  en(
    'We use cookies to remember your language.',
    'We use cookies to remember your language. We use {x} cookies to show you advertising.',
    'cookie-added',
    'material',
    ['third-party', 'tracking', 'advertising'],
  ),
  en('with encryption and access controls', 'with access controls', 'security-changed', 'substantive'),
  en(
    'We will notify you by e-mail of any changes to this policy at least two weeks before they take effect.',
    'Please check this page regularly for changes to this policy.',
    'change-clause-weakened',
    'material',
  ),
  en(
    'on the basis of your consent when',
    'on the basis of our legitimate interests when',
    'legal-basis-consent-dropped',
    'material',
  ),
  en('1 May 2024', '{x}', 'date-changed', 'editorial', ['3 June 2024', '12 December 2025', '9 January 2026']),
  tr('30 gün süreyle', '{x} süreyle', 'retention-lengthened', 'material', ['90 gün', '6 ay', '2 yıl']),
  tr('30 gün süreyle', '{x} süreyle', 'retention-shortened', 'substantive', ['7 gün', '2 hafta']),
  tr('kvkk@meseharita.com.tr', '{x}', 'contact-email-changed', 'material', [
    'veri@meseharita.com.tr',
    'kvkk@mese.com.tr',
  ]),
  tr(
    'Kişisel verileriniz yurt dışına aktarılmaz.',
    'Kişisel verileriniz yurt dışına aktarılır.',
    'transfer-denial-removed',
    'material',
  ),
  tr('- dolandırıcılığın önlenmesi', '- dolandırıcılığın önlenmesi\n- {x}', 'purpose-added', 'material', [
    'pazarlama faaliyetlerinin yürütülmesi',
    'kişiselleştirilmiş reklam gösterilmesi',
  ]),
  tr('- IP adresi ve tarayıcı türü\n', '', 'data-category-removed', 'substantive'),
  tr('Stripe ile', '{x} ile', 'recipient-replaced', 'substantive', ['PayPal', 'iyzico']),
  tr(
    ', düzeltilmesini isteme ve silinmesini isteme haklarına',
    ' ve düzeltilmesini isteme haklarına',
    'right-removed',
    'material',
  ),
  tr('1 Mayıs 2024', '{x}', 'date-changed', 'editorial', ['3 Haziran 2024', '9 Ocak 2026']),
];
