import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

/** What of one rule is told of a text: its severity, or nothing. */
async function told(rule: string, text: string, law = 'gdpr') {
  const title = law === 'kvkk' ? '# Aydınlatma Metni\n\nKişisel verilerinizi işliyoruz.' : '# Privacy notice';
  const { findings } = await lint(`${title}\n\n${text}\n\nWe process your personal data.\n`, { laws: [law] });
  return findings.find((f) => f.rule === rule)?.severity;
}

const RIGHTS = `You have the right of access to your data, to have them rectified and erased, to restriction of processing and to data
portability.`;

describe('when a requirement is due, and how badly it is missed', () => {
  it.each([
    // Art. 21(1): points (e) and (f) of Art. 6(1) open the right to object, a contract does not.
    ['gdpr/rights', 'error', `Processing is necessary for a task carried out in the public interest. ${RIGHTS}`],
    ['gdpr/rights', 'error', `Wir handeln hier. The legal basis is Art. 6(1)(e) GDPR. ${RIGHTS}`],
    ['gdpr/rights', 'error', `We rely on our legitimate interest in preventing fraud. ${RIGHTS}`],
    ['gdpr/rights', 'warning', `The legal basis is the performance of the contract with you. ${RIGHTS}`],
    // Art. 13(1)(d): whoever relies on point (f) names the interest; a word near it triggers nothing.
    ['gdpr/legitimate-interests', 'error', 'The legal basis is our legitimate interests (Art. 6(1)(f) GDPR).'],
    ['gdpr/legitimate-interests', undefined, 'Staff need a legitimate business reason to open your file.'],
    ['gdpr/legitimate-interests', undefined, 'A leak may harm your legitimate rights and interests.'],
    ['gdpr/legitimate-interests', undefined, 'We have a legitimate interest in preventing fraud.'],
    // Art. 14(2)(f): only where data do not come from the person.
    ['gdpr/data-source', 'error', 'We may also receive information about you from other sources.'],
    ['gdpr/data-source', undefined, 'The data come directly from you. We collect information that you provide to us.'],
    ['gdpr/data-source', undefined, 'We obtain your address from the public trade register.'],
    ['gdpr/data-categories', 'info', 'Whatever we use comes directly from you.'],
    // Art. 13(1)(c): no ground anywhere.
    ['gdpr/legal-basis', 'error', 'We use your address in accordance with applicable law.'],
    // Art. 13(1)(e): where data do not go says nothing of who receives them.
    ['gdpr/recipients', 'error', 'Your data is not transferred outside the European Economic Area.'],
    ['gdpr/recipients', undefined, 'We do not share your data with anyone.'],
    // Art. 27: the seat decides.
    [
      'gdpr/representative',
      'warning',
      'Otter Maps, Inc., 12 Pine Street, Denver, CO 80202, United States, is the controller of the data of people in the European Union.',
    ],
    [
      'gdpr/controller-identity',
      'error',
      '## Who we are\n\nOtter is an app for people who like maps.\n\nE-mail privacy@otter.example.',
    ],
  ])('%s: %s', async (rule, severity, text) => {
    expect(await told(rule, text)).toBe(severity);
  });

  it.each([
    ['de', 'Eine Übermittlung in Drittländer findet nicht statt.'],
    ['de', 'Wir übermitteln Ihre Daten nicht in Drittländer.'],
    ['fr', 'Aucun transfert hors UE n’est effectué.'],
    ['es', 'No transferimos sus datos a terceros países.'],
    ['pl', 'Dane nie są przekazywane poza EOG.'],
    ['lv', 'Dati netiek nodoti uz trešajām valstīm.'],
    ['tr', 'Verileriniz AEA dışına aktarılmaz.'],
    ['en', 'There are no transfers outside the EEA.'],
  ] as const)('where data do not go is no recipient (%s): %s', async (language, text) => {
    const { requirements, findings } = await lint(text, { laws: ['gdpr'], language });
    const status = (id: string) => requirements.find((r) => r.id === id)?.status;
    expect([status('gdpr/recipients'), status('gdpr/third-country-transfer')]).toEqual(['absent', 'denied']);
    expect(findings.filter((f) => f.rule.includes('transfer'))).toEqual([]);
  });

  it.each([
    ['gdpr/data-source', undefined, 'Verileriniz internet sitemizde otomatik yollarla toplanmaktadır.'],
    ['gdpr/data-source', 'error', 'Hakkınızdaki bilgileri başka kaynaklardan da elde edebiliriz.'],
  ])('%s in Turkish: %s', async (rule, severity, text) => {
    const { findings } = await lint(`# Gizlilik politikası\n\nKişisel verilerinizi işliyoruz. ${text}\n`, {
      laws: ['gdpr'],
    });
    expect(findings.find((f) => f.rule === rule)?.severity).toBe(severity);
  });

  it.each([
    // Başvuru Tebliği Art. 5(1): the channels are due where the notice tells of the rights.
    ['kvkk/application-channels', undefined, 'Verilerinizi siparişinizi teslim etmek için işliyoruz.'],
    ['kvkk/application-channels', 'error', 'Kişisel verilerinizin işlenip işlenmediğini öğrenme hakkına sahipsiniz.'],
    // KVKK Art. 9: a country is no mechanism.
    ['kvkk/transfer-abroad', 'warning', "Verileriniz Almanya'daki bulut sağlayıcımıza aktarılmaktadır."],
    [
      'kvkk/transfer-abroad',
      undefined,
      "Verileriniz, Kuruma bildirilen standart sözleşmeye dayanılarak Almanya'daki bulut sağlayıcımıza aktarılmaktadır.",
    ],
    // KVKK Art. 13(2): working days may be more than thirty days.
    ['kvkk/answer-time', 'warning', 'Başvurunuz 25 iş günü içinde sonuçlandırılır.'],
    ['kvkk/complaint-time', 'error', 'Cevabı öğrendikten sonra 90 gün içinde Kurula şikâyette bulunabilirsiniz.'],
    [
      'kvkk/complaint-time',
      undefined,
      'Cevabı öğrendiğiniz tarihten itibaren 30 ve her hâlde başvurudan itibaren 60 gün içinde Kurula şikâyette bulunabilirsiniz.',
    ],
    ['kvkk/periodic-destruction', 'error', 'Periyodik imha yılda bir kez yapılır.'],
    ['kvkk/periodic-destruction', undefined, 'Periyodik imha yılda iki kez, altı ayda bir yapılır.'],
  ])('%s under KVKK: %s', async (rule, severity, text) => {
    expect(await told(rule, text, 'kvkk')).toBe(severity);
  });
});
