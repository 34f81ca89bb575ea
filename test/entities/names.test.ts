import { describe, expect, it } from 'vitest';
import { entitiesOf } from './entities-of.ts';

describe('companies', () => {
  it.each([
    [
      'en',
      'We use Northwind Hosting Ltd and Contoso Data, Inc. for this.',
      ['Northwind Hosting Ltd', 'Contoso Data, Inc.'],
    ],
    ['en', 'The controller is Contoso Ireland Limited.', ['Contoso Ireland Limited']],
    ['en', 'By Fabrikam LLC', ['Fabrikam LLC']],
    ['en', 'THE SERVICE IS PROVIDED AS IS', []],
    ['en', 'liability is limited', []],
    [
      'tr',
      'Örnek Yazılım ve Danışmanlık Ticaret Limited Şirketi',
      ['Örnek Yazılım ve Danışmanlık Ticaret Limited Şirketi'],
    ],
    ['tr', 'Örnek Teknoloji A.Ş. olarak', ['Örnek Teknoloji A.Ş.']],
    ['tr', 'Örnek Bilişim Ltd. Şti.’nin', ['Örnek Bilişim Ltd. Şti.']],
    ['lv', 'Pārzinis ir SIA “Paraugs”, kas', ['SIA “Paraugs”']],
    ['de', 'Verantwortlicher ist die Muster Software GmbH & Co. KG.', ['Muster Software GmbH & Co. KG']],
    ['de', 'Das liegt in der Verantwortung der Muster GmbH.', ['Muster GmbH']],
    [
      'de',
      'Betreiber ist die Muster Digital UG (haftungsbeschränkt), Bielefeld.',
      ['Muster Digital UG (haftungsbeschränkt)'],
    ],
    ['en', 'The controller is Fern Pharma A/S, Copenhagen.', ['Fern Pharma A/S']],
    ['fr', 'La société Exemple SAS traite', ['Exemple SAS']],
    ['es', 'Ejemplo Digital, S.L. es responsable', ['Ejemplo Digital, S.L.']],
    ['pl', 'Administratorem jest Przykład sp. z o.o. z siedzibą', ['Przykład sp. z o.o.']],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'company', language)).toEqual(expected);
  });
});

describe('vendors', () => {
  it.each([
    ['We use Google Analytics, AWS and Stripe.', ['Google Analytics', 'Amazon Web Services', 'Stripe']],
    ['Our forms use reCAPTCHA.', ['Google reCAPTCHA']],
    ['You can block cookies in Google Chrome.', []],
    ['Segment your audience and adjust the settings.', []],
    ['Adjust your browser settings to refuse cookies.', []],
    ['Google’s servers', ['Google']],
  ])('%s', async (text, expected) => {
    expect(await entitiesOf(text, 'vendor')).toEqual(expected);
  });
});

describe('countries', () => {
  it.each([
    ['en', 'in the United States, the UK and Ireland', ['US', 'GB', 'IE']],
    ['en', 'CONTACT US ABOUT US', []],
    ['en', 'please contact us', []],
    ['tr', 'Almanya’da ve Amerika Birleşik Devletleri’nde', ['DE', 'US']],
    ['tr', 'Mali veriler; Örnek Cad. No: 3', []],
    ['lv', 'Latvijā, Vācijas un ASV serveros', ['LV', 'DE', 'US']],
    ['de', 'in den Vereinigten Staaten und in Irland', ['US', 'IE']],
    ['fr', "hors de l'Union européenne, aux États-Unis", ['EU', 'US']],
    ['es', 'en los Estados Unidos', ['US']],
    ['pl', 'w Stanach Zjednoczonych i w Polsce', ['US', 'PL']],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'country', language)).toEqual(expected);
  });
});

describe('authorities', () => {
  it.each([
    ['en', 'the Data State Inspectorate of Latvia', ['dvi']],
    ['lv', 'sūdzību Datu valsts inspekcijai', ['dvi']],
    ['tr', 'Kişisel Verileri Koruma Kurulu’na şikâyet', ['kvkk']],
    ['fr', 'auprès de la CNIL', ['cnil']],
    ['pl', 'do Prezesa Urzędu Ochrony Danych Osobowych', ['uodo']],
    ['de', 'Berliner Beauftragte für Datenschutz und Informationsfreiheit', ['blnbdi']],
    ['es', 'la Agencia Española de Protección de Datos (AEPD)', ['aepd', 'aepd']],
  ])('%s: %s', async (language, text, expected) => {
    expect(await entitiesOf(text, 'authority', language)).toEqual(expected);
  });
});
