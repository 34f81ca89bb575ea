import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRulesFolder } from '../../scripts/rules-folder.ts';
import { analyzeText } from '../../src/index.ts';
import type { PhraseFile } from '../../src/packs/types.ts';

const files = readRulesFolder(fileURLToPath(new URL('../../rules', import.meta.url)));

/** What a text says of a concept, in the words of the examples. */
async function said(text: string, language: string, concept: string): Promise<string> {
  const { evidence } = await analyzeText(text, { path: 'example.md', language, laws: [] });
  const found = evidence.of(concept);
  const strong = found.filter((e) => e.strength === 'strong');
  if (strong.some((e) => e.polarity === 'affirmed')) return 'present';
  if (strong.length > 0) return 'denied';
  return found.length > 0 ? 'vague' : 'none';
}

describe('every example of every phrase file is read as its author says', () => {
  for (const [path, data] of files) {
    const language = /^phrases\/([^/]+)\/(?!_)/.exec(path)?.[1];
    const { concept, examples } = data as PhraseFile;
    if (!language || !examples) continue;
    it(path, async () => {
      const wrong: string[] = [];
      for (const [role, texts] of Object.entries(examples))
        for (const text of texts ?? []) {
          const is = await said(text, language, concept);
          if (is !== role) wrong.push(`${role}, but read as ${is}: ${text}`);
        }
      expect(wrong).toEqual([]);
    });
  }
});
