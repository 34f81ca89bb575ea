import { describe, expect, it } from 'vitest';
import { factsOf } from './facts-of.ts';

async function dated(text: string): Promise<[string | null, string | null]> {
  const facts = await factsOf(text);
  const value = (type: string) => facts.find((fact) => fact.type === type)?.value ?? null;
  return [value('last-updated'), value('effective-date')];
}

describe('last updated and effective date', () => {
  it.each([
    ['# Privacy\n\nLast updated: February 2026', ['2026-02', null]],
    ['# Privacy\n\n_Last modified on 3 March 2024._', ['2024-03-03', null]],
    ['# Privacy\n\n**Effective Date:** 1 May 2025\n**Last Updated:** 2 May 2025', ['2025-05-02', '2025-05-01']],
    ['# Privacy\n\nLast updated\n\nMay 3rd, 2024', ['2024-05-03', null]],
    ['# Privacy\n\n| Last updated | 2024-05-03 |\n| --- | --- |\n| Version | 2 |', ['2024-05-03', null]],
    ['---\ndate: 2024-05-03\neffective: 2024-06-01\n---\n\n# Privacy', ['2024-05-03', '2024-06-01']],
    ['# Privacy\n\n{: datetime="2025-11-05" }\n\nWe keep your data safe.', ['2025-11-05', null]],
    ['# Privacy\n\nMay 25th, 2018\n\nWe respect your privacy.', ['2018-05-25', null]],
    ['# Gizlilik\n\nSon güncelleme: 12 Mart 2024', ['2024-03-12', null]],
    ['# Gizlilik\n\nBu metin 12.03.2024 tarihinde güncellenmiştir.', ['2024-03-12', null]],
    ['# Gizlilik\n\nYürürlük tarihi: 01.02.2025', [null, '2025-02-01']],
    ['# Datenschutz\n\nStand: 12. März 2024', ['2024-03-12', null]],
    ['# Privātums\n\nSpēkā no 24.09.2024.', [null, '2024-09-24']],
    ['# Confidentialité\n\nDernière mise à jour : 1er janvier 2025', ['2025-01-01', null]],
    ['# Privacidad\n\nÚltima actualización: 5 de mayo de 2023', ['2023-05-05', null]],
    ['# Prywatność\n\nNiniejsza polityka obowiązuje od 1 lipca 2025 r.', [null, '2025-07-01']],
    ['# Privacy\n\nSee “Last updated” above for the date of the last change.', [null, null]],
    ['# Privacy\n\nWe may update this policy; the updated version will be posted here.', [null, null]],
    [
      '# Privacy\n\nWe comply with Regulation (EU) 2016/679 of 27 April 2016, which is in force in every country.',
      [null, null],
    ],
    ['# Privacy\n\nLast updated: 03/12/2024', [null, null]],
    ['# Privacy\n\nLast updated: [DATE]', [null, null]],
    ['# Privacy\n\nLast modified: 5 Jan. 2024\nSupersedes the version of 10 Oct. 2022', ['2024-01-05', null]],
    ['# Privacy\n\nReplaces the version effective 10 October 2022.', [null, null]],
    ['# Privātums\n\nPēdējo reizi atjaunota 2025. gada 17. septembrī.', ['2025-09-17', null]],
    ['# Privātums\n\nDatu apstrādes likums stājās spēkā 2018. gada 5. jūlijā.', [null, null]],
  ] as const)('%j', async (text, expected) => {
    expect(await dated(text)).toEqual(expected);
  });
});
