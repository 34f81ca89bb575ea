import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/index.ts';
import { toDpv } from '../../src/report/facts/dpv.ts';
import { type FactsDocument, factsDocument } from '../../src/report/facts/json.ts';
import { NO_EMAIL, toTilt } from '../../src/report/facts/tilt.ts';
import { fixture, policy } from './facts-of.ts';

const ajv = new Ajv({ strict: false });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(new URL('./tilt.schema.json', import.meta.url), 'utf8')));

async function documentOf(text: string): Promise<FactsDocument> {
  const { document, facts } = await analyzeText(text, { path: 'policy.md' });
  return factsDocument(document, facts);
}

describe('TILT', () => {
  it.each(['en.md', 'tr.md', 'lv.md'])('of %s has every required field', async (name) => {
    const tilt = toTilt(await documentOf(fixture(name)));
    validate(tilt);
    expect(validate.errors).toBeNull();
  });

  it.each(readdirSync(new URL('../../fixtures/complete', import.meta.url)))('of complete/%s as well', async (name) => {
    const tilt = toTilt(await documentOf(fixture(`../complete/${name}`)));
    validate(tilt);
    expect(validate.errors).toBeNull();
  });

  it('tells where the controller sits, not its host, and whose an address is', async () => {
    const tilt = toTilt(await documentOf(fixture('../complete/lv-gdpr.md')));
    expect(tilt.controller.country).toBe('LV');
    expect(tilt.controller.representative.email).toBe(NO_EMAIL);
    expect(tilt.rightToComplain.email).toBe('');
    expect(toTilt(await documentOf(fixture('../complete/fr-gdpr.md'))).controller.country).toBe('FR');
  });

  it('gives the address of the controller, not that of its officer', async () => {
    const text = policy(
      'Contact',
      'Our data protection officer: dpo@acme.example.\n\nAcme Ltd: hello@acme.example.\n\nYou have the right of access to your data.',
    );
    expect(toTilt(await documentOf(text)).rightToInformation.email).toBe('hello@acme.example');
  });

  it('counts no member of the EEA among third countries', async () => {
    const tilt = toTilt(await documentOf(fixture('../complete/en-gdpr.md')));
    expect(tilt.thirdCountryTransfers.map((t) => t.country)).toEqual(['US']);
  });

  it('of an empty text as well', async () => {
    const tilt = toTilt(await documentOf(''));
    validate(tilt);
    expect(validate.errors).toBeNull();
    expect(tilt.controller.representative.email).toBe(NO_EMAIL);
  });

  it('says what the policy says', async () => {
    const tilt = toTilt(await documentOf(fixture('en.md')), { hash: 'a'.repeat(64) });
    expect(tilt.meta).toMatchObject({
      name: 'Harbour Lane Software Ltd',
      created: '2026-02-01',
      modified: '2026-01-15',
      language: 'en',
    });
    expect(tilt.controller).toMatchObject({
      address: '12 Quay Street, Bristol BS1 4DB, United Kingdom',
      country: 'GB',
    });
    expect(tilt.dataProtectionOfficer).toMatchObject({ name: 'Anna Brook', email: 'dpo@harbourlane.example' });
    expect(tilt.dataDisclosed.map((d) => d.category)).toEqual([
      'pd:Name',
      'pd:EmailAddress',
      'pd:IPAddress',
      'pd:PaymentCard',
    ]);
    expect(tilt.dataDisclosed[0]!.storage[0]!.temporal.map((t) => t.ttl)).toEqual(['P7Y', 'P30D']);
    expect(tilt.dataDisclosed[0]!.legalBases.map((b) => b.reference)).toEqual([
      'GDPR-6-1-b',
      'GDPR-6-1-a',
      'GDPR-6-1-f',
    ]);
    expect(tilt.thirdCountryTransfers).toMatchObject([
      { country: 'US', standardDataProtectionClause: { available: true } },
    ]);
    expect(tilt.rightToComplain.supervisoryAuthority.name).toBe("Information Commissioner's Office");
  });
});

describe('DPV', () => {
  it('takes adequacy for a legal basis of a transfer, and clauses for a measure', async () => {
    const text = policy(
      'Transfers',
      'We transfer data to Japan under an adequacy decision and to India under standard contractual clauses.',
    );
    const process = toDpv(await documentOf(text))['@graph'].find((node) => node['@id'] === '_:process')!;
    expect(process['dpv:hasLegalBasis']).toEqual([{ '@id': 'eu-gdpr:A45-3' }]);
    expect(process['dpv:hasTechnicalOrganisationalMeasure']).toEqual([{ '@id': 'eu-gdpr:SCCByCommission' }]);
  });

  it('asserts what is affirmed, annotates everything with its place', async () => {
    const document = await documentOf(fixture('en.md'));
    const { '@graph': graph } = toDpv(document);
    const process = graph.find((node) => node['@id'] === '_:process')!;
    expect(process['dpv:hasPersonalData']).toEqual([
      { '@id': 'pd:Name' },
      { '@id': 'pd:EmailAddress' },
      { '@id': 'pd:IPAddress' },
      { '@id': 'pd:PaymentCard' },
    ]);
    expect(process['dpv:hasLegalBasis']).toEqual([
      { '@id': 'eu-gdpr:A6-1-b' },
      { '@id': 'eu-gdpr:A6-1-a' },
      { '@id': 'eu-gdpr:A6-1-f' },
    ]);
    const periods = graph
      .filter((node) => node['@type'] === 'dpv:StorageDuration')
      .map((node) => node['dpv:hasDuration']);
    expect(periods).toEqual([
      { '@value': 'P7Y', '@type': 'xsd:duration' },
      { '@value': 'P30D', '@type': 'xsd:duration' },
    ]);
    const text = fixture('en.md');
    const annotations = graph.filter((node) => node['@type'] === 'oa:Annotation') as unknown as {
      'oa:hasBody': { '@id': string };
      'oa:hasTarget': { 'oa:hasSelector': [{ 'oa:start': number; 'oa:end': number }, { 'oa:exact': string }] };
    }[];
    for (const { 'oa:hasTarget': target } of annotations) {
      const [position, quote] = target['oa:hasSelector'];
      expect(text.slice(position['oa:start'], position['oa:end'])).toBe(quote['oa:exact']);
    }
    expect(annotations.some((a) => a['oa:hasBody']['@id'] === 'pd:Health')).toBe(true);
  });

  it('is plain JSON', async () => {
    const dpv = toDpv(await documentOf(fixture('tr.md')));
    expect(JSON.parse(JSON.stringify(dpv))).toEqual(dpv);
  });
});
