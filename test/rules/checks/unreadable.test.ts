import { expect, it } from 'vitest';
import { analyzeText } from '../../../src/index.ts';
import { rules } from '../../../src/packs/generated/rules.ts';
import { unreadable } from '../../../src/rules/checks/unreadable.ts';

it('tells every problem of the reader where it is, with a message for it', async () => {
  const context = await analyzeText('# Privacy policy\n\nWe process your name.\n');
  const source = { start: 18, end: 39 };
  const ids = ['too-deep', 'too-long-run', 'too-large', 'encoding', 'malformed'] as const;
  const problems = ids.map((id) => ({ id, source, detail: 'line 3' }));
  const findings = [...unreadable.run({ ...context, document: { ...context.document, problems } })];
  expect(findings.map((f) => [f.rule, f.message, f.source])).toEqual(
    ids.map((id) => ['structure/unreadable', id, source]),
  );
  expect(Object.keys(rules().defects['structure/unreadable']!.messages)).toEqual(expect.arrayContaining([...ids]));
});
