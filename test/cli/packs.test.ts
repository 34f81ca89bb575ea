import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli, folder } from './harness.ts';

const TOY = fileURLToPath(new URL('../../fixtures/packs/toy', import.meta.url));

/** A folder with the toy pack in `rules/`, and more files. */
function withPack(files: Record<string, string> = {}): string {
  const cwd = folder();
  cpSync(TOY, join(cwd, 'rules'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

const POLICY =
  '# Privacy Policy\n\nWe collect your personal data and protect them with emeralds. Your data are safe behind the curtain.\n';

describe('packs in a configuration', () => {
  test('bring laws and rules, which can be set, listed and explained', async () => {
    const cwd = withPack({
      'p.md': POLICY,
      '.policylintrc': 'packs: [./rules]\nlaws: [oz]\nrules: { oz/humbug: error }',
    });
    const { stdout } = await cli(cwd, ['-f', 'json', 'p.md']);
    const found = JSON.parse(stdout).documents[0].findings.map(
      (f: { rule: string; severity: string }) => `${f.severity} ${f.rule}`,
    );
    expect(found).toEqual(expect.arrayContaining(['error oz/humbug', 'error oz/wizard-contact']));
    expect((await cli(cwd, ['rules', 'oz'])).stdout).toMatch(/^oz\/humbug/);
    expect((await cli(cwd, ['explain', 'oz/humbug'])).code).toBe(0);
    const sarif = JSON.parse((await cli(cwd, ['-f', 'sarif', 'p.md'])).stdout);
    expect(sarif.runs[0].tool.driver.rules.map((r: { id: string }) => r.id)).toContain('oz/humbug');
  });

  test('come through extends, from the folder of the file that names them', async () => {
    const cwd = withPack({
      'legal/p.md': POLICY,
      'base.yaml': 'packs: [./rules]\nlaws: [oz]',
      'legal/.policylintrc': 'extends: ../base.yaml',
    });
    const { stdout } = await cli(cwd, ['-f', 'json', 'legal/p.md']);
    expect(JSON.parse(stdout).documents[0].laws).toEqual(['oz']);
  });

  test.each<[string, string, RegExp]>([
    [
      'laws/bad.yaml',
      'id: bad\nname: { en: Bad }\nrequirements:\n  - id: bad/x\n    severty: error\n',
      /^policylint: rules\/laws\/bad\.yaml:5: requirements\/0 \(bad\/x\): unknown key severty; did you mean severity\?/,
    ],
    ['laws/bad.yaml', 'id: [\n', /^policylint: rules\/laws\/bad\.yaml:2:1: /],
    [
      'phrases/en/bad.yaml',
      'concept: emeralds\n\nphrases:\n  - green stone\n  - (open\n',
      /^policylint: rules\/phrases\/en\/bad\.yaml:5: .*"\(" is not closed/,
    ],
    [
      'phrases/en/bad.yaml',
      'concept: emerald\nphrases: [x]\n',
      /^policylint: rules\/phrases\/en\/bad\.yaml:1: .*no concept emerald; did you mean emeralds\?/,
    ],
    [
      'law/bad.yaml',
      'id: x\n',
      /^policylint: rules\/law\/bad\.yaml: no such place in a rules folder; did you mean laws\?/,
    ],
  ])('a mistake in %s is one line with the place (%#)', async (path, text, message) => {
    const cwd = withPack({ 'p.md': POLICY, '.policylintrc': 'packs: [./rules]', [`rules/${path}`]: text });
    const result = await cli(cwd, ['p.md']);
    expect(result.stderr).toMatch(message);
    expect(result.stderr.trimEnd()).not.toContain('\n');
    expect(result.code).toBe(2);
    expect((await cli(cwd, ['test', 'rules'])).stderr).toBe(result.stderr);
  });

  test('a folder that is not there, or holds no rules', async () => {
    const cwd = folder({ 'p.md': POLICY, 'docs/x.yaml': 'a: 1' });
    expect((await cli(cwd, ['test', 'nowhere'])).stderr).toBe('policylint: nowhere: no such folder of rules\n');
    expect((await cli(cwd, ['test', 'docs'])).stderr).toMatch(/^policylint: docs: no rules in this folder/);
  });
});

describe('policylint test', () => {
  test('the toy pack passes', async () => {
    const result = await cli(withPack(), ['test', 'rules']);
    expect(result).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+ tests, all pass\n$/), stderr: '' });
  });

  test('examples that are not as their author says', async () => {
    const cwd = withPack({
      'rules/phrases/en/emeralds.yaml':
        'concept: emeralds\nphrases: [emerald*]\nexamples:\n  present: ["We have rubies."]\n  none: ["We have emeralds."]\n',
    });
    const { code, stdout } = await cli(cwd, ['test', 'rules']);
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((l) => l.includes('emeralds.yaml'))).toEqual([
      'rules/phrases/en/emeralds.yaml: emeralds should be present, but is none: We have rubies.',
      'rules/phrases/en/emeralds.yaml: emeralds should be none, but is present: We have emeralds.',
    ]);
  });

  test('policies with expectations: met, missed and unexpected', async () => {
    const cwd = withPack({
      'rules/tests/good.md': `<!-- expect-file: oz/retention, oz/wizard-contact -->\n\n# Privacy Policy\n\n<!-- expect: oz/humbug -->\nWe protect your personal data with emeralds. Your data are safe behind the curtain.\n`,
      'rules/tests/bad.md': `<!-- expect-file: oz/retention -->\n\n# Privacy Policy\n\n<!-- expect: oz/humbug -->\nWe protect your personal data with emeralds.\n\nYour data are safe behind the curtain.\n`,
    });
    const { code, stdout } = await cli(cwd, ['test', 'rules']);
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((l) => l.includes('.md'))).toEqual([
      'rules/tests/bad.md:6: oz/humbug is expected, but not reported',
      expect.stringMatching(/^rules\/tests\/bad\.md:3: oz\/wizard-contact is reported, but not expected: /),
      expect.stringMatching(/^rules\/tests\/bad\.md:8: oz\/humbug is reported, but not expected: /),
    ]);
  });
});
