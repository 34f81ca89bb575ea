import { describe, expect, it } from 'vitest';
import { valuesOf } from './facts-of.ts';

const namesIn = async (text: string) => {
  const policy = `# Policy\n\n${text}`;
  return { controller: await valuesOf(policy, 'controller'), recipient: await valuesOf(policy, 'recipient') };
};

describe('a company that gets the data is not the controller', () => {
  it.each([
    ['We share your personal data with Acme Analytics Inc.', 'Acme Analytics Inc.'],
    ['We use the service of Delta Mail Inc. to send newsletters.', 'Delta Mail Inc.'],
    ['Wir geben Ihre personenbezogenen Daten an die Acme Analytics GmbH weiter.', 'Acme Analytics GmbH'],
    ['Nous partageons vos données personnelles avec la société Acme Analytics SAS.', 'Acme Analytics SAS'],
    ['Compartimos sus datos personales con la empresa Acme Analytics S.L. para medir.', 'Acme Analytics S.L.'],
    ['Udostępniamy dane osobowe firmie Acme Analytics sp. z o.o. w celu analizy.', 'Acme Analytics sp. z o.o.'],
    ['Mēs nododam Jūsu personas datus uzņēmumam SIA Acme Analytics, kas veic analīzi.', 'SIA Acme Analytics'],
    ['Kişisel verilerinizi Acme Analitik A.Ş. ile paylaşıyoruz.', 'Acme Analitik A.Ş.'],
  ])('%s', async (text, name) => {
    expect(await namesIn(text)).toEqual({ controller: [], recipient: [name] });
  });

  it.each([
    'We work with the company that runs our ticket software (Fern Systems Ltd, Cork).',
    'Our website is hosted by Gamma Hosting GmbH.',
    'Payments are processed for us by Beta Payments Ltd.',
    'Unsere Website wird von der Gamma Hosting GmbH gehostet.',
  ])('%s', async (text) => {
    expect((await namesIn(text)).controller).toEqual([]);
  });
});

describe('a company that says it is responsible is the controller', () => {
  it.each([
    ['Acme Ltd takes the protection of your data seriously.', 'Acme Ltd'],
    ['This policy explains how Acme Corporation and its group (together, "we" or "us") use data.', 'Acme Corporation'],
    ['We, Acme Ltd, share data with service providers.', 'Acme Ltd'],
    ['Please send mail to Acme Ltd, 1 High Street, London.', 'Acme Ltd'],
  ])('%s', async (text, name) => {
    expect((await namesIn(text)).controller).toEqual([name]);
  });
});
