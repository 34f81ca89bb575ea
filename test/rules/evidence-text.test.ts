import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

describe('text of evidence', () => {
  it('is without tags in HTML and as written in Markdown', async () => {
    const textOf = async (text: string, path: string) => {
      const report = await lint(text, { path, laws: ['gdpr'] });
      return report.requirements.find((r) => r.id === 'gdpr/retention')!.evidence.map((e) => e.text);
    };
    expect(await textOf('<h1>Privacy</h1><p>We keep <b>server\n logs</b> for 30 days.</p>', 'p.html')).toEqual([
      'We keep server logs for 30 days.',
    ]);
    expect(await textOf('# Privacy\n\nWe keep **server logs** for 30 days.', 'p.md')).toEqual([
      'We keep **server logs** for 30 days.',
    ]);
  });
});
