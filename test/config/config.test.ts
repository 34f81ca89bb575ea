import { describe, expect, test } from 'vitest';
import { profileStatements, severityIn } from '../../src/config/for-file.ts';
import type { FileConfig, ProfileKey, RuleSetting } from '../../src/config/types.ts';
import { cli, folder } from '../cli/harness.ts';

const POLICY = '# Privacy policy\n\nWe keep your data for 30 days.\n\n## Cookies\n\nWe use cookies.\n';

async function printed(files: Record<string, string>, path = 'privacy.md', ...argv: string[]) {
  const result = await cli(folder(files), ['lint', '--print-config', path, ...argv]);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout);
}

/** Findings as `severity rule`, of a run over privacy.md. */
async function linted(files: Record<string, string>, ...argv: string[]): Promise<string[]> {
  const result = await cli(folder({ 'privacy.md': POLICY, ...files }), ['-f', 'json', 'privacy.md', ...argv]);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout).documents[0].findings.map(
    (f: { severity: string; rule: string }) => `${f.severity} ${f.rule}`,
  );
}

describe('where the configuration is found', () => {
  test.each([
    ['policylint.config.json', '{"locale":"tr"}'],
    ['policylint.config.jsonc', '{\n// why\n"locale":"tr",}'],
    ['policylint.config.yaml', 'locale: tr'],
    ['policylint.config.yml', 'locale: tr'],
    ['policylint.config.js', 'module.exports = { locale: "tr" }'],
    ['policylint.config.mjs', 'export default { locale: "tr" }'],
    ['.policylintrc', '{"locale":"tr"}'],
    ['.policylintrc', 'locale: tr'],
    ['.policylintrc.json', '{"locale":"tr"}'],
    ['.policylintrc.yaml', 'locale: tr'],
    ['.policylintrc.yml', 'locale: tr'],
    ['package.json', '{"policylint":{"locale":"tr"}}'],
  ])('%s', async (name, content) => {
    expect((await printed({ [name]: content })).locale).toBe('tr');
  });

  test('the nearest above the file wins; a package.json without the key is passed over', async () => {
    const files = {
      'policylint.config.json': '{"locale":"tr"}',
      'a/package.json': '{"devDependencies":{"policylint":"1.0.0"}}',
      'a/b/package.json': '{"name":"x"}',
      'a/c/.policylintrc': 'locale: en',
    };
    expect((await printed(files, 'a/b/x.md')).locale).toBe('tr');
    expect((await printed(files, 'a/c/x.md')).locale).toBe('en');
    expect((await printed(files, 'a/c/x.md', '--no-config')).locale).toBeUndefined();
    expect((await printed(files, 'a/c/x.md', '--config', 'policylint.config.json')).locale).toBe('tr');
  });
});

describe('what it says', () => {
  test('rules: severity, off, family; later layers win over earlier families', async () => {
    const off = await linted({ '.policylintrc': 'rules: { gdpr/*: off, gdpr/complaint: info }\nlaws: [gdpr]' });
    expect(off.filter((f) => f.includes('gdpr/'))).toEqual(['info gdpr/complaint']);
    const extended = await linted({
      'base.yaml': 'rules: { gdpr/complaint: info }\nlaws: gdpr',
      '.policylintrc': 'extends: ./base.yaml\nrules: { gdpr/*: off }',
    });
    expect(extended.filter((f) => f.includes('gdpr/'))).toEqual([]);
  });

  test('overrides by glob, and by section', async () => {
    const rules = (files: string) =>
      `laws: [gdpr]\nrules: { gdpr/*: off, gdpr/complaint: warning }\noverrides: [{ files: "${files}", rules: { gdpr/complaint: error } }]`;
    const severity = async (files: string) =>
      (await linted({ '.policylintrc': rules(files) })).filter((f) => f.endsWith('gdpr/complaint'));
    expect(await severity('*.md')).toEqual(['error gdpr/complaint']);
    expect(await severity('legal/*.md')).toEqual(['warning gdpr/complaint']);
    expect(await severity('*.md#privacy-policy')).toEqual(['error gdpr/complaint']);
    expect(await severity('*.md#cookies')).toEqual(['warning gdpr/complaint']);
  });

  test('in a section the rule goes before its family, a later override before an earlier one', () => {
    const rules: Record<string, RuleSetting> = { 'gdpr/*': 'off', 'gdpr/complaint': 'warning' };
    const file: FileConfig = {
      laws: undefined,
      rules: {},
      profile: {},
      locale: undefined,
      sections: [
        { section: 'rights', rules },
        { section: 'cookies', rules: { 'gdpr/*': 'error' } },
      ],
    };
    expect(severityIn(file, 'gdpr/complaint', ['Your rights', 'Rights'])).toBe('warning');
    expect(severityIn(file, 'gdpr/dpo-contact', ['Rights'])).toBe('off');
    expect(severityIn(file, 'gdpr/complaint', ['Rights', 'Cookies'])).toBe('error');
    expect(severityIn(file, 'kvkk/rights', ['Rights'])).toBeUndefined();
    expect(severityIn(file, 'gdpr/complaint', ['Contact'])).toBeUndefined();
  });

  test('what is extended holds where nothing else is said', async () => {
    const base = {
      files: ['legal'],
      laws: ['gdpr'],
      locale: 'tr',
      maxWarnings: 3,
      maxSize: 7,
      parser: 'full',
      profile: { dpo: false },
    };
    const kept = await printed({ 'base.json': JSON.stringify(base), '.policylintrc': 'extends: ./base.json' });
    expect(kept).toMatchObject(base);
    const over = { ...base, files: ['x'], laws: ['kvkk'], locale: 'en', maxWarnings: 0, maxSize: 0, parser: 'fast' };
    const own = JSON.stringify({ ...over, profile: { consent: true }, extends: './base.json' });
    expect(await printed({ 'base.json': JSON.stringify(base), '.policylintrc': own })).toMatchObject({
      ...over,
      profile: { dpo: false, consent: true },
    });
  });

  test('ignores, from the folder of the file', async () => {
    const cwd = folder({ 'a/x.md': POLICY, 'a/old/y.md': POLICY, 'a/.policylintrc': 'ignores: [old/]' });
    const { stdout } = await cli(cwd, ['-f', 'json', 'a']);
    expect(JSON.parse(stdout).documents.map((d: { path: string }) => d.path)).toEqual(['a/x.md']);
  });

  test('files are linted when none are named', async () => {
    const cwd = folder({ 'a/x.md': POLICY, 'README.md': '# x', '.policylintrc': 'files: [a]' });
    const { stdout } = await cli(cwd, ['-f', 'json']);
    expect(JSON.parse(stdout).documents.map((d: { path: string }) => d.path)).toEqual(['a/x.md']);
  });

  test('files start at the folder of the configuration, wherever policylint is run', async () => {
    const cwd = folder({
      'legal/x.md': POLICY,
      'legal/y.md': POLICY,
      'sub/z.md': POLICY,
      '.policylintrc': 'files: [legal/*.md]',
    });
    const { stdout } = await cli(`${cwd}/sub`, ['-f', 'json']);
    expect(JSON.parse(stdout).documents.map((d: { path: string }) => d.path)).toEqual([
      '../legal/x.md',
      '../legal/y.md',
    ]);
  });

  test('a profile spares requirements, and asks for them', async () => {
    const missing = async (profile: string, text = POLICY) => {
      const files = { 'privacy.md': text, '.policylintrc': `laws: [gdpr]\n${profile}` };
      return (await linted(files)).some((f) => f.endsWith('gdpr/children'));
    };
    expect(await missing('')).toBe(false);
    expect(await missing('profile: { children: true }')).toBe(true);
    expect(await missing('profile: { children: false }')).toBe(false);
    const anyText = await printed({ '.policylintrc': 'profile: { dpo: false }' });
    expect(anyText.profile).toEqual({ dpo: false });
  });

  test('each statement of the profile spares its requirements at one value, and asks for them at the other', () => {
    const spared: [ProfileKey, boolean, string[]][] = [
      ['controllerInEu', true, ['gdpr/representative']],
      ['dpo', false, ['gdpr/dpo-contact']],
      ['transfersAbroad', false, ['gdpr/third-country-transfer', 'gdpr/transfer-safeguards', 'kvkk/transfer-abroad']],
      ['automatedDecisions', false, ['gdpr/automated-decisions']],
      ['dataFromOthers', false, ['gdpr/data-source']],
      ['legitimateInterests', false, ['gdpr/legitimate-interests']],
      ['consent', false, ['gdpr/withdraw-consent']],
      ['cookies', false, ['gdpr/cookies']],
      ['children', false, ['gdpr/children']],
    ];
    for (const [key, value, ids] of spared) {
      expect([...profileStatements({ [key]: value })]).toEqual(ids.map((id) => `no ${id}`));
      expect([...profileStatements({ [key]: !value })]).toEqual(ids.map((id) => `needs ${id}`));
    }
    const all = Object.fromEntries(spared.map(([key, value]) => [key, value]));
    expect(profileStatements(all).size).toBe(spared.flatMap(([, , ids]) => ids).length);
  });

  test('strict raises every rule by one step', async () => {
    const config = await printed({ '.policylintrc': 'extends: policylint:strict' });
    const severities = ['date/missing', 'date/stale', 'suppression/unused', 'kvkk/rights'].map(
      (id) => config.rules[id],
    );
    expect(severities).toEqual(['warning', 'error', 'error', 'error']);
  });

  test('packages, as Node finds them', async () => {
    const files = {
      'node_modules/our-policy/package.json': '{"name":"our-policy","main":"config.json"}',
      'node_modules/our-policy/config.json': '{"extends":"./more.yaml","locale":"tr"}',
      'node_modules/our-policy/more.yaml': 'locale: en\nmaxWarnings: 3',
      '.policylintrc': 'extends: our-policy',
    };
    expect(await printed(files)).toMatchObject({ locale: 'tr', maxWarnings: 3 });
  });

  test('maxWarnings decides the exit code, and the command line over it', async () => {
    const cwd = folder({
      'privacy.md': POLICY,
      '.policylintrc': 'laws: [gdpr]\nrules: { gdpr/*: off, gdpr/complaint: warning }\nmaxWarnings: 0',
    });
    expect((await cli(cwd, ['privacy.md'])).code).toBe(1);
    expect((await cli(cwd, ['privacy.md', '--max-warnings', '9'])).code).toBe(0);
  });

  test('laws of the command line go before those of the configuration', async () => {
    const cwd = folder({ 'privacy.md': POLICY, '.policylintrc': 'laws: [gdpr]' });
    const laws = async (...argv: string[]) =>
      JSON.parse((await cli(cwd, ['-f', 'json', 'privacy.md', ...argv])).stdout).documents[0].laws;
    expect(await laws()).toEqual(['gdpr']);
    expect(await laws('--law', 'kvkk')).toEqual(['kvkk']);
  });

  test('a plugin brings rules and checks', async () => {
    const plugin = `export default {
      name: 'ours',
      rules: [{ id: 'ours/short', title: { en: 'Short' }, severity: 'warning', citations: [], messages: { default: { en: 'Only {n} blocks.' } }, help: { en: '' }, why: { en: '' }, bad: [], good: [] }],
      checks: [{ rules: ['ours/short'], *run({ document }) { yield { rule: 'ours/short', args: { n: String(document.blocks.length) }, source: { start: 0, end: 1 } }; } }],
    };`;
    const files = {
      'plugin.mjs': plugin,
      '.policylintrc': 'plugins: [./plugin.mjs]\nrules: { gdpr/*: off }\nlaws: gdpr',
    };
    expect(await linted(files)).toEqual(expect.arrayContaining(['warning ours/short']));
  });
});

/** A list of ten aliases of the list before it. */
const aliases = (name: string) =>
  `${name}: &${name} [${Array(10)
    .fill(`*${String.fromCharCode(name.charCodeAt(0) - 1)}`)
    .join(',')}]`;

describe('mistakes are one line with the place', () => {
  test.each<[Record<string, string>, string | RegExp]>([
    [
      { 'policylint.config.json': '{\n  "rulez": {}\n}' },
      /^policylint\.config\.json:2:3: unknown key rulez; did you mean rules\? \(keys: /,
    ],
    [
      { 'policylint.config.yaml': 'laws: [gdpr]\nrules:\n  gdpr/retention: fatal\n' },
      'policylint.config.yaml:3:19: rules.gdpr/retention is one of off, info, warning, error, not "fatal"',
    ],
    [
      { '.policylintrc': 'rules:\n  gdpr/retentoin: error\n' },
      '.policylintrc:2:3: unknown rule gdpr/retentoin; did you mean gdpr/retention?',
    ],
    [
      { 'package.json': '{"policylint":{\n"profile":{"dpoo":false}}}' },
      /^package\.json:2:12: unknown key dpoo in profile; did you mean dpo\?/,
    ],
    [{ 'policylint.config.json': '{\n  "laws": [,]\n}' }, /^policylint\.config\.json:2:1[12]: value expected$/],
    [{ '.policylintrc.yaml': 'a: [1\nb: 2' }, /^\.policylintrc\.yaml:2:\d: /],
    [{ '.policylintrc': 'overrides: [{ rules: {} }]' }, '.policylintrc:1:13: overrides.0 needs the key files'],
    [
      { '.policylintrc': 'laws: [gpdr]' },
      '.policylintrc: unknown law gpdr; did you mean gdpr? (laws: gdpr, kvkk, auto)',
    ],
    [
      { '.policylintrc': 'extends: policylint:recommend' },
      '.policylintrc: extends: no preset policylint:recommend; did you mean policylint:recommended? (presets: policylint:recommended, policylint:strict)',
    ],
    [
      { '.policylintrc': 'extends: nowhere-to-be-found' },
      '.policylintrc: extends: no package nowhere-to-be-found found',
    ],
    [{ '.policylintrc': 'extends: ./b.yaml' }, 'b.yaml: no such configuration file'],
    [
      { '.policylintrc': 'extends: ./b.yaml', 'b.yaml': 'extends: ./c.yaml', 'c.yaml': 'extends: ./b.yaml' },
      'cyclic extends: b.yaml → c.yaml → b.yaml',
    ],
    [
      {
        '.policylintrc.yaml': ['a: &a [x]', ...'bcd'.split('').map(aliases)].join('\n'),
      },
      /^\.policylintrc\.yaml: Excessive alias count/,
    ],
    [{ '.policylintrc': '- a' }, '.policylintrc:1:1: the configuration must be of type object, not ["a"]'],
    [{ 'policylint.config.mjs': 'export default {' }, /^policylint\.config\.mjs: /],
    [
      { '.policylintrc': 'plugins: [./p.mjs]', 'p.mjs': 'export default 1' },
      '.policylintrc: plugins: ./p.mjs exports no plugin ({ name, rules, checks })',
    ],
    [{ '.policylintrc': 'plugins: [./p.mjs]' }, '.policylintrc: plugins: no such file ./p.mjs'],
    [{ '.policylintrc': 'maxSize: -1' }, '.policylintrc:1:10: maxSize: must be >= 0'],
    [{ '.policylintrc': 'extends: ./b.mjs' }, 'b.mjs: no such configuration file'],
    [{ '.policylintrc': 'extends: ./sub', 'sub/x': '' }, 'sub: is a folder'],
    [{ '.policylintrc': 'packs: [./privacy.md]' }, 'privacy.md: no such folder of rules'],
  ])('%j', async (files, message) => {
    const result = await cli(folder({ 'privacy.md': POLICY, ...files }), ['privacy.md']);
    const [prefix, text] = [result.stderr.slice(0, 12), result.stderr.slice(12, -1)];
    expect(prefix).toBe('policylint: ');
    if (typeof message === 'string') expect(text).toBe(message);
    else expect(text).toMatch(message);
    expect(text).not.toContain('\n');
    expect(result.code).toBe(2);
  });

  test('a --config that is not there', async () => {
    const result = await cli(folder({ 'privacy.md': POLICY }), ['privacy.md', '--config', 'no.json']);
    expect(result).toEqual({ code: 2, stdout: '', stderr: 'policylint: no.json: no such configuration file\n' });
  });
});
