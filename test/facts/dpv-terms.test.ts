import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyzeText } from '../../src/index.ts';
import { factsDocument } from '../../src/report/facts/json.ts';
import { toDpv } from '../../src/report/facts/dpv.ts';
import { fixture } from './facts-of.ts';

/** Terms of W3C DPV 2.0 and its extensions PD and EU-GDPR that policylint uses; a term beyond them must be looked up first. */
const DPV = new Set(
  (
    'AccountManagement Advertising CommunicationManagement CreditChecking CustomerCare CustomerOrderManagement DeliveryOfGoods ' +
    'DirectMarketing DisputeManagement EnforceSecurity FraudPreventionAndDetection IdentityAuthentication IdentityVerification ' +
    'ImproveExistingProductsAndServices LegalCompliance PaymentManagement Personalisation PersonalisedAdvertising PersonnelHiring ' +
    'RequestedServiceProvision ResearchAndDevelopment ServiceProvision ServiceUsageAnalytics ' +
    'DataController DataProtectionAuthority DataProtectionOfficer DataTransferLegalBasis PrivacyNotice Process Recipient ' +
    'Representative StorageCondition StorageDuration hasAddress hasAuthority hasContact hasDataController ' +
    'hasDataProtectionOfficer hasDuration hasLegalBasis hasLocation hasPersonalData hasProcess hasPurpose hasRecipient ' +
    'hasRepresentative hasRight hasStorageCondition hasTechnicalOrganisationalMeasure hasThirdCountry'
  )
    .split(' ')
    .map((term) => `dpv:${term}`),
);
const PD = new Set(
  (
    'Age BankAccount Biometric BirthDate BrowserFingerprint BrowsingBehavior BrowsingReferral Communication Criminal DeviceBased ' +
    'DeviceOperatingSystem Education EmailAddress EmploymentHistory Ethnicity Financial Gender Genetic Health IPAddress Job ' +
    'Language Location Name Nationality OfficialID Password PaymentCard PhysicalAddress Picture PoliticalAffiliation Preference ' +
    'Purchase Religion Salary Sexual SocialNetwork TelephoneNumber Tracking TradeUnionMembership Username'
  )
    .split(' ')
    .map((term) => `pd:${term}`),
);
const GDPR =
  /^eu-gdpr:(?:A6-1-[a-f]|A45-3|A49-1-a|A7-3|A77|A(?:15|16|17|18|20|21|22)|SCCByCommission|BindingCorporateRules)$/;

const folder = fileURLToPath(new URL('../../rules/entities/vocabulary', import.meta.url));

it.each(readdirSync(folder))('every term of %s is one of the vocabulary', (name) => {
  const { purpose, ...rest } = parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, object>;
  expect(Object.keys(purpose!).filter((term) => !DPV.has(term))).toEqual([]);
  expect(Object.keys(rest['data-category']!).filter((term) => !PD.has(term))).toEqual([]);
});

it.each(readdirSync(fileURLToPath(new URL('../../fixtures/complete', import.meta.url))))(
  'what %s is written with is one of the vocabulary',
  async (name) => {
    const text = fixture(`../complete/${name}`);
    const { document, facts } = await analyzeText(text, { path: name });
    const written = JSON.stringify(toDpv(factsDocument(document, facts))['@graph']);
    const used = [...new Set(written.match(/\b(?:dpv|pd|eu-gdpr):[A-Za-z0-9-]+/g))];
    expect(used.length).toBeGreaterThan(10);
    expect(written).not.toContain('urn:policylint:mechanism:');
    expect(used.filter((term) => !DPV.has(term) && !PD.has(term) && !GDPR.test(term))).toEqual([]);
  },
);
