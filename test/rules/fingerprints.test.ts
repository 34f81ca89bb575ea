import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';

const SLOT = 'Write to [COMPANY NAME].';
const TEXT = `# Privacy policy\n\n${SLOT}\n\n## Cookies\n\n${SLOT} ${SLOT}\n\nThe sea is [YOUR ADDRESS].\n`;

/** Fingerprints of placeholders, in the order of the text. */
async function prints(text: string, options: { path?: string; locale?: 'en' | 'tr' } = {}): Promise<string[]> {
  const { findings } = await lint(text, { path: 'a.md', ...options });
  return findings.filter((f) => f.rule === 'draft/placeholder').map((f) => f.fingerprint);
}

describe('fingerprints', () => {
  test('differ by section, text, repeat and file', async () => {
    const all = [...(await prints(TEXT)), ...(await prints(TEXT, { path: 'b.md' }))];
    expect(all).toHaveLength(8);
    expect(new Set(all).size).toBe(8);
    for (const print of all) expect(print).toMatch(/^[0-9a-f]{32}$/);
  });

  test('stay when lines move, white space changes and the messages are in another language', async () => {
    const moved = TEXT.replace('# Privacy policy', '# Privacy policy\n\nWe keep letters.\n').replace(
      'COMPANY NAME].\n\n## Cookies',
      'COMPANY\nNAME].\n\n## Cookies',
    );
    expect(await prints(moved, { locale: 'tr' })).toEqual(await prints(TEXT));
  });

  test('of what is missing stay when the mark-up of the heading it stands on changes', async () => {
    const of = async (text: string) =>
      (await lint(text, { path: 'a.md', laws: ['gdpr'] })).findings.find((f) => f.rule === 'gdpr/retention')!;
    const [one, other] = [await of('# Privacy policy\n\nHello.\n'), await of('#   Privacy   policy #\n\nHello.\n')];
    expect(other.fingerprint).toBe(one.fingerprint);
  });
});
