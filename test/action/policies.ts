/** A policy without findings at error level, short enough to be read in a failing test. */
export const CLEAN = `# Privacy policy

Last updated: 3 March 2026

## Who we are

Harbour Lane Ltd, 12 Quay Street, Cork, Ireland, is the controller. Write to privacy@harbourlane.eu or call our data protection officer at dpo@harbourlane.eu.

## What we collect and why

We process your name, your e-mail address and your orders to deliver what you order, on the legal basis of the performance of a contract (Art. 6(1)(b) GDPR). We collect the data from you.

## Recipients

We share your data with our parcel service and our payment provider. We do not transfer your data outside the European Economic Area. We make no automated decisions about you and no profiling.

## How long we keep your data

We delete server logs after 30 days. We keep your orders for 6 years after delivery.

## Your rights

You have the right to access your data, to have them rectified or erased, to restrict processing, to object to processing, and the right to data portability. You may withdraw your consent at any time. Write to privacy@harbourlane.eu to use these rights. You can lodge a complaint with the Data Protection Commission, Ireland.
`;

/** The same with a section that lost its text. */
export const EMPTIED = CLEAN.replace(/(## Recipients\n\n).*\n\n/, '$1');

/** The same with a longer retention. */
export const LONGER = CLEAN.replace('after 30 days', 'after 90 days');
