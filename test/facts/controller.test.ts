import { describe, expect, it } from 'vitest';
import { policy, valuesOf } from './facts-of.ts';

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

describe('controllers that are no companies', () => {
  it.each<[string, string, string]>([
    ['Who we are', 'This website is operated by Jonas Adler, sole trader, Lime Lane 7.', 'Jonas Adler'],
    [
      'Controller',
      'The data controller is the Riverside Housing Association, a charity.',
      'Riverside Housing Association',
    ],
    [
      'Responsable du traitement',
      'Le site est édité par l’association Les Amis du Moulin, 8 quai Neuf.',
      'Les Amis du Moulin',
    ],
    ['Pārzinis', 'Datu pārzinis: biedrība "Meža Lauki", Skolas iela 3, Cēsis, LV-4101.', 'Meža Lauki'],
  ])('%s: %s', async (heading, text, name) => {
    expect(await valuesOf(policy(heading, text), 'controller')).toEqual([name]);
  });

  it('joint controllers have a name and an address each', async () => {
    const text = policy(
      'Controllers',
      'Joint controllers: Fir AG, Seestrasse 9, 8002 Zürich, Switzerland and Fir Deutschland GmbH, Uferweg 1, 10115 Berlin, Germany.',
    );
    expect(await valuesOf(text, 'controller')).toEqual(['Fir AG', 'Fir Deutschland GmbH']);
    expect(await valuesOf(text, 'postal-address')).toEqual([
      expect.stringMatching(/Seestrasse 9, 8002 Zürich, Switzerland$/),
      expect.stringMatching(/^(?!.*Zürich).*Uferweg 1, 10115 Berlin, Germany$/),
    ]);
  });

  it('an officer is named in a table', async () => {
    const text = policy(
      'Contact',
      '| Role | Person |\n| --- | --- |\n| Data protection officer | Ann Brook |\n| Chair | Tom Hill |',
    );
    expect(await valuesOf(text, 'dpo')).toEqual(['Ann Brook']);
  });
});
