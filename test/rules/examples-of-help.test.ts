import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import { rules } from '../../src/packs/generated/rules.ts';

const ABOUT = {
  en: '# Privacy notice\n\nThis privacy notice tells you how we process your personal data.',
  tr: '# Aydınlatma Metni\n\nBu metin kişisel verilerinizin işlenmesini açıklar.',
};
const QUOTED = /"([^"]{12,})"/g;

const examples = Object.values(rules().laws).flatMap((law) =>
  law.requirements.flatMap(({ id, help }) =>
    (['en', 'tr'] as const).flatMap((locale) =>
      [...(help[locale] ?? '').matchAll(QUOTED)].map(([, example]) => [id, locale, example!, law.id] as const),
    ),
  ),
);

describe('the example in the help of a requirement', () => {
  it('is there in both languages, for every row', () => {
    for (const law of Object.values(rules().laws))
      for (const { id } of law.requirements)
        for (const locale of ['en', 'tr'])
          expect(
            examples.some(([of, language]) => of === id && language === locale),
            `${id} ${locale}`,
          ).toBe(true);
  });

  it.each(examples)('%s (%s) answers it: %s', async (id, locale, example, law) => {
    const { requirements, findings } = await lint(`${ABOUT[locale]}\n\n${example}\n`, { laws: [law] });
    expect(requirements.find((r) => r.id === id)?.status).toMatch(/^(present|denied)$/);
    expect(findings.filter((f) => f.rule === id)).toEqual([]);
  });
});
