import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import type { DocumentReport } from '../../src/report/types.ts';

const FOLDER = new URL('../../fixtures/complete/', import.meta.url);

/**
 * Rows whose answer is part of the answer to another row: naming the interest names a basis, a safeguard speaks of the
 * transfer, the address for requests is an address of the controller.
 */
const PART_OF: Record<string, string[]> = {
  'gdpr/legal-basis': ['gdpr/legitimate-interests'],
  'gdpr/third-country-transfer': ['gdpr/transfer-safeguards'],
  'gdpr/controller-contact': ['gdpr/rights-channel'],
  'kvkk/recipients': ['kvkk/transfer-abroad'],
  'kvkk/transfer-abroad': ['kvkk/recipients'],
};

/** Every complete policy, by file name `<language>-<law>.md`. */
const policies = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const [language, law] = basename(name, '.md').split('-') as [string, string];
    return { name, language, law, text: readFileSync(new URL(name, FOLDER), 'utf8') };
  });

const read = (text: string, name: string, law: string): Promise<DocumentReport> =>
  lint(text, { path: name, laws: [law], now: '2026-06-01' });

const absent = (report: DocumentReport): string[] =>
  report.requirements.filter((r) => r.status === 'absent').map((r) => r.id);

describe.each(policies)('$name', ({ name, language, law, text }) => {
  it('is read in its language and has no finding at error level', async () => {
    const report = await read(text, name, law);
    expect(report.language).toBe(language);
    expect(report.findings.filter((f) => f.severity === 'error')).toEqual([]);
  });

  it('loses exactly the requirement whose sentences are deleted', async () => {
    const before = await read(text, name, law);
    const silent = absent(before);
    const answered = before.requirements.filter((r) => r.evidence.length > 0);
    expect(answered.length).toBeGreaterThan(15);
    const wrong: string[] = [];
    for (const { id } of answered) {
      const mutant = await withoutEvidence(text, name, law, id);
      const lost = absent(mutant).filter((other) => !silent.includes(other));
      const more = lost.filter((other) => other !== id && !PART_OF[id]?.includes(other));
      if (!lost.includes(id) || more.length > 0) wrong.push(`${id} deleted: lost ${lost.join(', ') || 'nothing'}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Deletes what answers a requirement, and what then turns out to answer it as well, until nothing does. */
async function withoutEvidence(text: string, name: string, law: string, id: string): Promise<DocumentReport> {
  for (;;) {
    const report = await read(text, name, law);
    const { evidence } = report.requirements.find((r) => r.id === id)!;
    if (evidence.length === 0) return report;
    for (const { position } of [...evidence].reverse())
      text = text.slice(0, position.start.offset) + text.slice(position.end.offset);
  }
}
