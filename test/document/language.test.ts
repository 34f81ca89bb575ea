import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read.ts';

const read = (text: string, language?: string) => readDocument('policy.md', 'markdown', text, language);
const TEXTS: Record<string, string> = {
  en: 'This notice explains which personal data we collect when you visit our website and how you can reach us.',
  tr: 'Bu metin, internet sitemizi ziyaret ettiğinizde hangi kişisel verilerinizi işlediğimizi ve bize nasıl ulaşabileceğinizi açıklar.',
  lv: 'Šajā paziņojumā ir aprakstīts, kādus personas datus mēs apstrādājam, kad jūs apmeklējat mūsu vietni, un kā ar mums sazināties.',
  de: 'Diese Erklärung beschreibt, welche personenbezogenen Daten wir verarbeiten, wenn Sie unsere Website besuchen, und wie Sie uns erreichen.',
  fr: 'Cette politique explique quelles données personnelles nous traitons lorsque vous visitez notre site et comment vous pouvez nous joindre.',
  es: 'Este aviso explica qué datos personales tratamos cuando usted visita nuestro sitio web y cómo puede ponerse en contacto con nosotros.',
  pl: 'Niniejsza informacja wyjaśnia, jakie dane osobowe przetwarzamy, gdy odwiedzają Państwo naszą stronę, oraz jak można się z nami skontaktować.',
};
const OTHERS: Record<string, string> = {
  nl: 'In deze verklaring leggen wij uit welke persoonsgegevens wij verzamelen wanneer u onze website bezoekt, hoe lang wij ze bewaren en hoe u contact met ons kunt opnemen.',
  it: 'La presente informativa spiega quali dati personali trattiamo quando visitate il nostro sito, per quanto tempo li conserviamo e come potete contattarci.',
  pt: 'Este aviso explica quais dados pessoais tratamos quando visita o nosso sítio, durante quanto tempo os conservamos e como nos pode contactar.',
  sv: 'Den här informationen förklarar vilka personuppgifter vi behandlar när du besöker vår webbplats, hur länge vi sparar dem och hur du kontaktar oss.',
  ru: 'Настоящая политика объясняет, какие персональные данные мы обрабатываем, когда вы посещаете наш сайт, и как с нами связаться.',
};

describe('language of a document', () => {
  it.each(Object.entries(TEXTS))('%s is told from its own words', async (language, text) => {
    const document = await read(text);
    expect([document.language, document.languageSure]).toEqual([language, true]);
  });

  it.each(Object.entries(OTHERS))('%s is told by the detector', async (language, text) => {
    expect((await read(text)).language).toBe(language);
  });

  it.each([
    ['# Gizlilik Politikası\n\nMetin eklenecektir.', 'tr'],
    ['Data Processing Agreement\n===', 'en'],
    ['# Privātuma politika', 'lv'],
    ['', 'und'],
    ['# ACME 2025', 'und'],
  ])('a text of a few words: %j', async (text, language) => {
    expect((await read(text)).language).toBe(language);
  });

  it('is what the caller says', async () => {
    const document = await read(TEXTS.en!, 'tr');
    expect([document.language, ...document.blocks.map((b) => b.language)]).toEqual(['tr', 'tr']);
  });

  it('is told by Turkish typed without Turkish letters', async () => {
    const text =
      'Kisisel verileriniz sirketimiz tarafindan bu amaclarla ve ilgili mevzuata gore islenmektedir; size ait veriler icin bize basvurabilirsiniz.';
    expect((await read(text)).language).toBe('tr');
  });
});

describe('languages of parts', () => {
  it('a part in another language differs, headings and short blocks around it do not', async () => {
    const document = await read(
      `# Privacy\n\n${TEXTS.en} ${TEXTS.en}\n\n## Aydınlatma Metni\n\n${TEXTS.tr}\n\nÖrnek Yazılım A.Ş.\n\n## Contact\n\nLvivas iela 1, Rīga`,
    );
    const spoken = document.blocks.map((b) => b.language);
    expect(document.language).toBe('en');
    expect(spoken).toEqual(['en', 'en', 'tr', 'tr', 'tr', 'en', 'en']);
  });

  it("a Turkish company's English text with Turkish names stays English", async () => {
    const document = await read(
      `# Gizlilik\n\n${TEXTS.en}\n\nÖrnek Yönetim ve Bilişim Hizmetleri Ticaret Limited Şirketi, İstanbul, Türkiye\n\n- Örnek Bilişim Teknolojileri Sanayi ve Ticaret Anonim Şirketi`,
    );
    expect(new Set(document.blocks.map((b) => b.language))).toEqual(new Set(['en']));
  });

  it('one paragraph in another language under the same heading differs', async () => {
    const document = await read(`# Policy\n\n${TEXTS.en}\n\n${TEXTS.de}\n\n${TEXTS.en}`);
    expect(document.blocks.map((b) => b.language)).toEqual(['en', 'en', 'de', 'en']);
  });
});
